"""Sites outside the cloud: their ranges, and the lines by which what they send comes into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import Attachment, TransitTable
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.attached import Line
from workbench.reachability.conflicts import Doubt
from workbench.reachability.fabric import SEVERAL, Fabric
from workbench.reachability.lines import Site, sites_of
from workbench.reachability.policies import Leave
from workbench.reachability.readings import ANYWHERE, blocks_of

EXIT: Final = "!exit:"
UP: Final = "!up:"
SITE_TABLE: Final = "!site:"


def ranges_of(site: Site) -> tuple[Block, ...]:
    """The IPv4 blocks in use at a site."""
    return tuple(dict.fromkeys(blocks_of(row.block for row in site.ranges)))


def join_sites(
    fabric: Fabric, design: Design, unknown: Iterable[ElementId] = ()
) -> dict[str, tuple[Block, ...]]:
    """Adds for each site the table of what its lines tell it, and gives the sites with their ranges.

    Its own routers are not part of the design: they are taken to send a packet to the line that knows the longest prefix.
    `unknown` are sites with a line of which nothing says what it tells.
    """
    unclear = frozenset(unknown)
    for site in sites_of(design):
        lines = [line for line in fabric.lines.values() if line.kind == "site" and line.target == site.id]
        if not lines and site.id not in unclear:
            continue
        told = tuple(_told(site.id, lines, fabric))
        if site.id in unclear:
            told = (*told, (ANYWHERE, SEVERAL), (ANYWHERE, SEVERAL + "!"))
        fabric.tables[SITE_TABLE + site.id] = TransitTable(learned=told)
        # The engine enters the cloud by the first line of a site.
        fabric.attachments[EXIT + site.id] = Attachment("site", site.id, SITE_TABLE + site.id)
        for line in lines:
            fabric.attachments[UP + line.id] = Attachment("peer", line.id, None)
    return {site.id: ranges_of(site) for site in sites_of(design)}


def _told(site: ElementId, lines: list[Line], fabric: Fabric) -> Iterator[tuple[Block, str]]:
    """Of each block the line a site sends to; several lines where different tables know it equally well."""
    known: dict[Block, list[tuple[int, str, Line, bool]]] = {}
    assert fabric.teaching is not None
    for line in sorted(lines, key=lambda one: one.id):
        for block, route in fabric.teaching.held(line.table, fabric.routes) if line.table else ():
            leave = fabric.policies[line.router].goes_out(line.table or "", block, route.end, line.end)
            if block != ANYWHERE and route.origin != line.target and leave is not Leave.NO:
                certain = route.certain and line.certain and leave is Leave.YES
                known.setdefault(block, []).append((len(route.path), line.table or "", line, certain))
                awaited = route.awaited if line.certain else line.element
                fabric.doubts += [Doubt(site, block, (route.origin,), awaited)] if awaited else []
    for block, ways in known.items():
        least = min(ways, key=lambda way: way[0])[0]
        best = [way for way in ways if way[0] == least]
        yield block, UP + best[0][2].id
        if len({table for _, table, _, _ in best}) > 1 or not all(certain for *_, certain in best):
            yield block, SEVERAL
