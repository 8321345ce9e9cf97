"""The tables of transit routers as the engine asks them: lines, static entries, learned routes and what is not settled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import Attachment, TransitTable
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.reachability.attached import BASIC, FAR, Line, is_drawn_far, lines_of, tables_of
from workbench.reachability.conflicts import Doubt, doubts
from workbench.reachability.policies import Policies
from workbench.reachability.readings import ANYWHERE, block_of
from workbench.reachability.teaching import Routes, Teaching

SEVERAL: Final = "!several"
"""Stands beside a line where nobody knows whether the line is what a route leads to."""
PENDING: Final = "!pending:"
"""Before the id of an element of which the design does not say whether it leads anywhere."""


@dataclass
class Fabric:
    """What joins networks, while it is put together."""

    attachments: dict[str, Attachment] = field(default_factory=dict)
    tables: dict[str, TransitTable] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    policies: dict[ElementId, Policies] = field(default_factory=dict)
    routes: Routes = field(default_factory=dict)
    teaching: Teaching | None = None
    doubts: list[Doubt] = field(default_factory=list)


def fabric_of(design: Design) -> Fabric:
    """The transit routers of a design, without firewalls in their path and without what stands at sites."""
    lines, tables = lines_of(design), tables_of(design)
    entries = {table: list(_static(table, design, lines)) for table in tables}
    # Of several for a block one that leads somewhere stands for all: it may be taught.
    static = {
        table: dict(sorted(of, key=lambda entry: entry[1] is not None)) for table, of in entries.items()
    }
    tied = {table: dict(_tied(table, of, lines)) for table, of in entries.items()}
    policies = {router: _policies(router, design) for router in dict.fromkeys(tables.values())}
    teaching = Teaching(lines, tables, static, policies, tied)
    found = Fabric(lines=lines, policies=policies, routes=teaching.routes(), teaching=teaching)
    own = {line.target: frozenset(line.blocks) for line in lines.values() if line.kind == "vpc"}
    for line in lines.values():
        table = line.table if line.certain or line.table is None else leave_open(found, line.element)
        found.attachments[line.id] = Attachment(line.kind, line.target, table)
    for table in tables:
        learned, settled = found.routes.get(table, {}), _settled(static[table], lines, tied[table])
        doubted = list(doubts(table, learned, own))
        found.doubts += [one for one in doubted if one.block not in static[table]]
        awaited = dict(_awaited(table, static[table], lines)) | tied[table]
        found.doubts += awaited.values()
        known = (*_learned(learned, {one.block for one in doubted}), *_unsettled(awaited))
        found.tables[table] = TransitTable(tuple(settled.items()), learned=known)
    return found


def leave_open(fabric: Fabric, id: str) -> str:
    """A table, and the attachment that enters it, behind which nobody knows where an element leads.

    Behind the element's id a word may stand for why, after a colon.
    """
    name = PENDING + id
    fabric.tables[name] = TransitTable(learned=((ANYWHERE, SEVERAL), (ANYWHERE, SEVERAL + "!")))
    fabric.attachments[name] = Attachment("peer", name, name)
    return name


def _settled(
    static: Mapping[Block, str | None], lines: Mapping[str, Line], tied: Collection[Block]
) -> dict[Block, str | None]:
    """The static entries but those that lead to a line of which no grant is noted, and those of a block with several."""
    certain = {block: id for block, id in static.items() if id is None or lines[id].certain}
    return {block: id for block, id in certain.items() if block not in tied}


def _tied(
    table: str, entries: Sequence[tuple[Block, str | None]], lines: Mapping[str, Line]
) -> Iterator[tuple[Block, Doubt]]:
    """The blocks of which a table has entries that lead to different lines, or drop what others lead on."""
    for block in dict.fromkeys(block for block, _ in entries):
        ids = {id for one, id in entries if one == block}
        if len(ids) > 1:
            yield block, Doubt(table, block, tuple(sorted(lines[id].target for id in ids if id)), table)


def _awaited(
    table: str, static: Mapping[Block, str | None], lines: Mapping[str, Line]
) -> Iterator[tuple[Block, Doubt]]:
    """Those others."""
    for block, id in static.items():
        if id is not None and not lines[id].certain:
            yield block, Doubt(table, block, (lines[id].target,), lines[id].element)


def _unsettled(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    for block in blocks:
        yield from ((block, SEVERAL), (block, SEVERAL + "!"))


def _policies(router: ElementId, design: Design) -> Policies:
    children = (design.get(id) for id in design.children(router))
    return Policies(design, router, has_vpn=any(isinstance(one, VpnAttachment) for one in children))


def _static(table: str, design: Design, lines: Mapping[str, Line]) -> Iterator[tuple[Block, str | None]]:
    """The static entries of a table; one that names a line to nowhere drops its packets."""
    drawn = design.get(table, TransitRouterTable)
    if drawn is None or table.endswith(BASIC):
        return
    for row in drawn.routes:
        block = block_of(row.destination)
        if block is None:
            continue
        peer = design.get(row.attachment, PeerAttachment)
        id = row.attachment
        if peer is not None and drawn.parent is not None and is_drawn_far(peer, drawn.parent):
            id = peer.id + FAR
        yield block, id if id in lines else None


def _learned(
    learned: Mapping[Block, Mapping[str, object]], doubted: set[Block]
) -> Iterator[tuple[Block, str]]:
    """One line a block: where several lead to one network, the first does as well as any."""
    for block, routes in learned.items():
        yield block, min(routes)
        if block in doubted:
            yield block, SEVERAL
