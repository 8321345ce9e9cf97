"""Which VPCs the tables of transit routers lead to from one and back, whoever stands there: by tables alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability import Compiled
from planners.reachability.network import Endpoint
from planners.reachability.tables import EVERYTHING, Lead
from planners.reachability.walks import ARRIVED, Walk, walk
from workbench.model.element import ElementId
from workbench.model.elements.vpc import Vpc
from workbench.rules.paths import Paths


class Reached(NamedTuple):
    """A VPC that is reached, the tables of routers on the way there, and the unverified figures that rests on."""

    vpc: ElementId
    tables: tuple[str, ...]
    rests_on: tuple[str, ...]


def reached(vpc: Vpc, attachment: ElementId, paths: Paths) -> Iterator[Reached]:
    """The other VPCs that what leaves one by an attachment comes to, and that lead back; nothing in between looks at it."""
    compiled = paths.found.compiled
    start = _start(compiled, attachment)
    own = _ends(paths).get(vpc.id, [])
    if start is None or not own:
        return
    for other, ends in _ends(paths).items():
        breathe()
        if other == vpc.id:
            continue
        for end in ends:
            there = _led(compiled, start, end)
            if there is not None and any(_leads_back(compiled, end, one) for one in own):
                yield Reached(
                    other, tuple(n for n in there.path if "/" not in n), _figures(compiled, there, end)
                )
                break


def _ends(paths: Paths) -> dict[str, list[Endpoint]]:
    """For each VPC somebody in each of its vSwitches, made once."""
    known = paths.notes.get("ends")
    if known is None:
        known = dict[str, list[Endpoint]]()
        for id, place in paths.found.network.vswitches.items():
            end = Endpoint(id, place.block.base + 1, place.vpc, id)
            known.setdefault(place.vpc, []).append(end)
        paths.notes["ends"] = known
    assert isinstance(known, dict)
    return known


def _start(compiled: Compiled, attachment: str) -> Lead | None:
    """Where what comes in by an attachment is looked up first."""
    line = compiled.network.attachments.get(attachment)
    if line is None or line.table is None:
        return None
    names = [table.name for table in compiled.tables.tables]
    return Lead(EVERYTHING, "table", number=len(names) - 1 - names[::-1].index(line.table))


def _led(compiled: Compiled, start: Lead, end: Endpoint) -> Walk | None:
    """The way to an end that passes no firewall and no VPC but the last; None where there is none."""
    there = walk(compiled, start, end)
    through = [name for name in there.path if "/" in name]
    direct = there.end == ARRIVED and not there.walls and len(through) == 1
    return there if direct else None


def _leads_back(compiled: Compiled, end: Endpoint, own: Endpoint) -> bool:
    back = walk(compiled, compiled.tables.start(end), own)
    return back.end == ARRIVED and not back.walls and sum("/" in name for name in back.path) == 2


def _figures(compiled: Compiled, there: Walk, end: Endpoint) -> tuple[str, ...]:
    """What is read from experience: that routers teach each other, and which of several prefixes wins."""
    routers = [
        table for table in compiled.tables.tables if table.name in there.path and "/" not in table.name
    ]
    found = ["cen.routing.peer_learning"] if len(routers) > 1 else []
    for table in routers:
        ways = {lead[1:] for lead in table.leads if lead.block.base <= end.ip < lead.block.end}
        if len(ways) > 1:
            found.append("cen.routing.lookup")
    return tuple(dict.fromkeys(found))
