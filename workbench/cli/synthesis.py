"""`main.py domains FILE`: the flows of a design, and those of a list, grouped into security domains; a point becomes groups."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli.designs import design_in, design_to_change, write
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.model.design import Design
from workbench.progress import part
from workbench.texts import Text, both, text

if TYPE_CHECKING:
    from workbench.importers.flows import FlowList
    from workbench.reachability.synthesis import Curved, Realised
    from workbench.reachability.synthesis.proving import Told

SHOWN = 10
"""Lines of a kind that a plain answer lists; JSON has all."""


def domains_of_design(options: Namespace, talk: Talk) -> int:
    """Prints the curve of a design; with --apply works a point out and writes it into another file."""
    from workbench.reachability.synthesis import Wishes, curved, realised

    design = design_in(options.file).design
    listed = _listed(options.flows, design, talk)
    found = curved(design, Wishes(), listed.flows if listed else (), part(talk.progress, 0, 0.4))
    point = None
    if options.apply is not None:
        if not 0 < options.apply <= len(found.points):
            raise CannotRun(
                text("The curve has {count} points; --apply names one of them.", count=len(found.points))
            )
        point = realised(
            found, options.apply - 1, part(talk.progress, 0.4, 1), beyond=options.beyond, apart=options.apart
        )
        _write(point, options.file, options.into)
    if options.json:
        talk.answer_json(_as_json(options, found, listed, point))
        return 0
    _print_list(listed, talk)
    _print_curve(found, talk)
    if point is not None:
        _print_point(point, options.into, talk)
    return 0


def _listed(flows: Path | None, design: Design, talk: Talk) -> FlowList | None:
    """The flows of a list; each row that is left out is said with its cell."""
    if flows is None:
        return None
    from workbench.importers.flows import flows_in
    from workbench.importers.plan import Refused

    try:
        found = flows_in(flows, design)
    except Refused as wrong:
        raise CannotRun(wrong.text) from wrong
    for row in found.unmatched:
        talk.say(text("{path}: {place}: {reason}", path=flows.name, place=row.cell, reason=row.says))
    return found


def _write(point: Realised, file: Path, into: Path) -> None:
    """The design with the point in a file of its own, made anew; sealed as the one it came from."""
    if into.exists():
        raise CannotRun(text("{path} is there already; name a file that is not.", path=str(into)))
    shutil.copyfile(file, into)
    try:
        write(point.after, design_to_change(into))
    except BaseException:
        into.unlink(missing_ok=True)
        raise


def _print_list(listed: FlowList | None, talk: Talk) -> None:
    if listed is not None:
        talk.answer(
            text(
                "{rows} rows read, {flows} flows, {left} rows left out",
                rows=listed.rows,
                flows=len(listed.flows),
                left=len(listed.unmatched),
            )
        )


def _print_curve(found: Curved, talk: Talk) -> None:
    for one in found.review[:SHOWN]:
        talk.answer(
            text(
                "for review: {source} > {target} {port}",
                source=found.ends.by_id[one.source].title,
                target=found.ends.by_id[one.target].title,
                port=_port(one.protocol, one.port),
            )
        )
    for number, _ in enumerate(found.points, 1):
        figures = found.figures(number - 1)
        talk.answer(
            text(
                "point {number}: {domains} security domains, {rules} rules, {extra} flows over-permitted ({share} %)",
                number=number,
                domains=figures.domains,
                rules=figures.rules,
                extra=figures.extra,
                share=f"{100 * figures.share:.1f}",
            )
        )


def _print_point(point: Realised, into: Path, talk: Talk) -> None:
    proof = point.proof
    talk.answer(
        text(
            "recounted: {meant} flows meant, {missing} of them do not pass, {extra} pass that nothing wants",
            meant=proof.meant,
            missing=len(proof.missing),
            extra=proof.extra,
        )
    )
    _lines(talk, (_left(point, one.missing.told, one.says) for one in point.left), len(proof.missing))
    _lines(talk, (_beside(point, one) for one in proof.beside), proof.beside_rules)
    applied = (
        text("changed beside the groups: {what}") if point.beyond else text("would let more pass: {what}")
    )
    _lines(talk, (applied._replace(values=(("what", one.says),)) for one in point.steps), len(point.steps))
    _lines(talk, (one.says for one in point.parted), len(point.parted))
    if point.lost:
        talk.answer(
            text("Environments stay in shared tables: {count} flows would be lost.", count=point.lost)
        )
    for breach in point.breaches:
        talk.answer(breach.says)
    talk.answer(text("{groups} security groups in {path}", groups=len(point.groups.made), path=str(into)))


def _lines(talk: Talk, lines: Iterable[Text], count: int) -> None:
    for number, line in enumerate(lines):
        if number == SHOWN:
            talk.answer(text("  and {count} more", count=count - SHOWN))
            return
        talk.answer(line)


def _left(point: Realised, one: Told, says: Text) -> Text:
    return text(
        "  does not pass: {source} > {target} {port}: {reason}",
        source=_title(point, one.source),
        target=_title(point, one.target),
        port=_span(one),
        reason=says,
    )


def _beside(point: Realised, one: Told) -> Text:
    return text(
        "  passes beside the rules, since addresses are shared: {source} > {target} {port}",
        source=_title(point, one.source),
        target=_title(point, one.target),
        port=_span(one),
    )


def _title(point: Realised, id: str) -> object:
    return point.curved.ends.by_id[id].title


def _span(one: Told) -> str:
    from workbench.reachability.synthesis.ranges import WHOLE

    protocol, ports = one.span
    if ports is None or ports == WHOLE or ports[0] == ports[1]:
        return _port(protocol, one.port)
    return f"{protocol}/{ports[0]}-{ports[1]}"


def _port(protocol: str, port: int | None) -> str:
    return f"{protocol}/{port}" if port else protocol


def _as_json(
    options: Namespace, found: Curved, listed: FlowList | None, point: Realised | None
) -> dict[str, Any]:
    unmatched = listed.unmatched if listed else ()
    return {
        "file": str(options.file),
        "unmatched": [{"cell": one.cell, "reason": both(one.says)} for one in unmatched],
        "review": [one._asdict() for one in found.review],
        "points": [
            {
                "worth": grouping.worth,
                "status": grouping.status,
                "figures": found.figures(number)._asdict(),
                "domains": [
                    {"name": one.name, "members": list(one.members)}
                    for one in grouping.domains
                    if found.ends.is_application(one.members[0])
                ],
                "extras": [
                    one._asdict() | {"rule": one.rule._asdict(), "witness": one.witness._asdict()}
                    for one in grouping.extras
                ],
            }
            for number, grouping in enumerate(found.points)
        ],
        "applied": None if point is None else _point_as_json(point, options),
    }


def _point_as_json(point: Realised, options: Namespace) -> dict[str, Any]:
    proof = point.proof
    return {
        "point": point.point + 1,
        "into": str(options.into),
        "figures": {
            "meant": proof.meant,
            "missing": len(proof.missing),
            "extra": proof.extra,
            "weighted": proof.weighted,
            "share": round(proof.share, 6),
            "by_rule": proof.by_rule,
            "unreached": proof.unreached,
            "unknown": proof.unknown,
        },
        "left": [
            one.missing.told._asdict()
            | {"verdict": one.missing.verdict, "at": one.deciding, "reason": both(one.says)}
            for one in point.left
        ],
        "extras": [one._asdict() for one in proof.extras],
        "beside": [one._asdict() for one in proof.beside],
        "steps": [
            {"element": one.element, "says": both(one.says), "applied": point.beyond} for one in point.steps
        ],
        "apart": {
            "steps": [{"element": one.element, "says": both(one.says)} for one in point.parted],
            "lost": point.lost,
        },
        "breaches": [{"about": one.about, "says": both(one.says)} for one in point.breaches],
        "changes": [
            {"way": one.way, "kind": one.element.kind.tag, "id": one.element.id} for one in point.changes()
        ],
        "unused": [one.id for one in point.unused],
        "unplaced": list(point.unplaced),
    }
