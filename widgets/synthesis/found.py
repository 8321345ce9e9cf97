"""What was worked out of flows: how it is done, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from workbench.importers.flows import FlowList, flows_in
from workbench.model.design import Design
from workbench.progress import Progress, part
from workbench.reachability.synthesis import Curved, Realised, Wishes, curved
from workbench.texts import Text, text

Works = Callable[[Curved, int, Progress], Realised]


class Found(NamedTuple):
    """What was worked out: the list that was read, the curve, and the picked point."""

    listed: FlowList | None
    curved: Curved
    point: Realised


def worked_out(
    design: Design, path: Path | None, wishes: Wishes, picked: int, works: Works, progress: Progress
) -> Found:
    """The curve of a design's flows and those of a file, with one of its points."""
    listed = flows_in(path, design, part(progress, 0, 0.2)) if path else None
    found = curved(design, wishes, listed.flows if listed else (), part(progress, 0.2, 0.5))
    number = min(max(picked, 0), len(found.points) - 1)
    return Found(listed, found, works(found, number, part(progress, 0.5, 1.0)))


def verdict(found: Found | None) -> Text:
    """What there is to say of the picked point: the recount in figures."""
    if found is None:
        return text("Nothing is worked out yet.")
    proof = found.point.proof
    said = text(
        "Counted: {missing} of {meant} wanted flows do not pass; {extra} pass unwanted ({share} %), {rules} by a rule.",
        meant=proof.meant,
        missing=len(proof.missing),
        extra=proof.extra,
        share=f"{100 * proof.share:.1f}",
        rules=proof.by_rule,
    )
    if found.point.lost:
        tables = text(
            "Environments stay in shared tables: {count} flows would be lost.", count=found.point.lost
        )
        said = text("{first} {second}", first=said, second=tables)
    if found.point.breaches:
        return text("{said} {count} limits are not kept.", said=said, count=len(found.point.breaches))
    return said


def listed_told(found: Found | None, path: Path | None) -> Text:
    """Where the flows come from, and how many rows of a list were left out."""
    listed = found.listed if found else None
    if listed is None or path is None:
        return text("The flows that the design draws")
    return text(
        "The flows of the design and {flows} of {file}; {left} rows left out",
        flows=len(listed.flows),
        file=path.name,
        left=len(listed.unmatched),
    )
