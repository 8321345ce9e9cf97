"""Which VPCs the tables of transit routers lead to from one and back, whoever stands there: by tables alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability import Compiled
from planners.reachability.network import Endpoint
from planners.reachability.tables import EVERYTHING, Lead
from planners.reachability.walks import ARRIVED, Walk, walk
from workbench.model.element import ElementId
from workbench.rules.paths import Paths


class Reached(NamedTuple):
    """A VPC that is reached: somebody in it, the tables of routers on the way, and the unverified figures that rests on."""

    end: Endpoint
    tables: tuple[str, ...]
    rests_on: tuple[str, ...]


def reached(table: str, vpcs: Collection[ElementId], paths: Paths) -> dict[ElementId, Reached]:
    """Which of some VPCs a table of a router, by the engine's name, leads to; nothing in between looks at it."""
    compiled, found = paths.found.compiled, dict[ElementId, Reached]()
    start = _start(compiled, table) if vpcs else Lead(EVERYTHING, "stop")
    for vpc in sorted(vpcs):
        for end in _ends(paths).get(vpc, ()):
            breathe()
            there = _led(compiled, start, end)
            if there is not None:
                tables = tuple(name for name in there.path if "/" not in name)
                found[vpc] = Reached(end, tables, _figures(compiled, there, end))
                break
    return found


def leads_back(one: Reached, vpc: ElementId, paths: Paths) -> bool:
    """Whether what is reached leads back to a VPC, past no firewall."""
    compiled = paths.found.compiled
    breathe()
    for own in _ends(paths).get(vpc, ()):
        back = walk(compiled, compiled.tables.start(one.end), own)
        if back.end == ARRIVED and not back.walls and sum("/" in name for name in back.path) == 2:
            return True
    return False


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


def _start(compiled: Compiled, table: str) -> Lead:
    number = next(at for at, one in enumerate(compiled.tables.tables) if one.name == table)
    return Lead(EVERYTHING, "table", number=number)


def _led(compiled: Compiled, start: Lead, end: Endpoint) -> Walk | None:
    """The way to an end that passes no firewall and no VPC but the last; None where there is none."""
    there = walk(compiled, start, end)
    through = [name for name in there.path if "/" in name]
    direct = there.end == ARRIVED and not there.walls and len(through) == 1
    return there if direct else None


def _figures(compiled: Compiled, there: Walk, end: Endpoint) -> tuple[str, ...]:
    """What is read from experience: that routers teach each other, and which of several prefixes wins."""
    routers = [
        table for table in compiled.tables.tables if table.name in there.path and "/" not in table.name
    ]
    found = ["cen.routing.peer_learning"] if len(routers) > 1 else []
    for table in routers:
        ways = {lead[1:] for lead in table.leads_for(end.ip)}
        if len(ways) > 1:
            found.append("cen.routing.lookup")
    return tuple(dict.fromkeys(found))
