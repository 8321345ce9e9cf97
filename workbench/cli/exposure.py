"""`main.py exposure`: what the internet reaches in a design, and what reaches the internet."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from workbench.cli.designs import design_in
from workbench.cli.talk import Talk
from workbench.texts import both, text

if TYPE_CHECKING:
    from workbench.model.design import Design
    from workbench.reachability.exposure import Exposed


def exposure(options: Namespace, talk: Talk) -> int:
    """Lists every way in and out with its path, the worst first."""
    from workbench.reachability.exposure import exposure_of

    design = design_in(options.file).design
    rows = exposure_of(design, talk.progress)
    if options.json:
        talk.answer_json([_data(row) for row in rows])
        return 0
    for row in rows:
        _print(row, design, talk)
    unwanted = sum(not row.wanted and row.verdict != "unknown" for row in rows)
    unknown = sum(row.verdict == "unknown" for row in rows)
    talk.answer(
        text(
            "{count} ways in and out, {unwanted} of them not wanted, {unknown} not settled",
            count=len(rows),
            unwanted=unwanted,
            unknown=unknown,
        )
    )
    return 0


def _print(row: Exposed, design: Design, talk: Talk) -> None:
    from workbench.reachability.exposure_said import in_a_sentence, said

    one = said(row, design)
    talk.answer(in_a_sentence(row, design))
    talk.answer(
        text("  {wanted}; through {edge}; {guard}", wanted=one.wanted, edge=one.through, guard=one.guard)
    )
    talk.answer(text("  path: {path}", path=one.path))
    belongs = [part for part in (one.owner, one.account, one.environment, one.data_class) if part]
    if belongs:
        talk.answer(text("  belongs to: {names}", names=belongs))
    for fact in row.facts:
        talk.answer(text("  still to be said: {fact}", fact=fact))


def _data(row: Exposed) -> dict[str, Any]:
    return {
        "party": row.party,
        "direction": row.direction,
        "verdict": row.verdict,
        "ports": [{"proto": protocol, "ports": list(ports)} for protocol, ports in row.ranges],
        "passes": row.ports,
        "through": list(row.through),
        "boundaries": list(row.boundaries),
        "guard": row.guard,
        "wanted": row.wanted,
        "flow": row.flow,
        "owner": row.owner,
        "environment": row.environment,
        "account": row.account,
        "data_class": row.data_class,
        "path": list(row.path),
        "facts": [both(fact) for fact in row.facts],
    }
