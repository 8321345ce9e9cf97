"""Overlaps: blocks of an import that share addresses with others of the same level, in the files or in the design."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planners.pace import breathe
from workbench.addresses import Span, span
from workbench.importers.addresses.proposals import Proposal, Proposals
from workbench.importers.plan import ImportItem
from workbench.model.element import Element, ElementId
from workbench.model.holding import blocks_of
from workbench.texts import text

LEVELS: Final[tuple[frozenset[str], ...]] = (
    frozenset({"vswitch"}),
    frozenset({"vpc", "data-centre", "other-cloud", "reserved-range"}),
    frozenset({"address-pool"}),
)
"""Kinds whose blocks must not meet; those of another level may hold them."""
Order = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Held:
    """A block, what it belongs to, and the row that says so; no row for what only the design holds."""

    span: Span
    block: str
    element: Element
    row: Proposal | None


def overlaps(proposals: Proposals) -> Iterator[tuple[Order, ImportItem]]:
    """An item for each element of the import whose block meets another's; the first it meets is named."""
    told: set[ElementId] = set()
    for level in LEVELS:
        open_ones: list[_Held] = []
        for number, here in enumerate(_in_order(proposals, level)):
            open_ones = [one for one in open_ones if one.span.meets(here.span)]
            other = next((one for one in open_ones if _clash(one, here)), None)
            if other:
                yield from _told(here, other, told)
            open_ones.append(here)
            if number % 500 == 0:
                breathe()


def _in_order(proposals: Proposals, level: frozenset[str]) -> list[_Held]:
    """The blocks of a level by their first address, as they would be after the import."""
    elements: dict[ElementId, Element] = {one.id: one for one in proposals.design if one.kind.tag in level}
    elements |= {id: one.element() for id, one in proposals.by_id.items() if one.type.kind.tag in level}
    held = [
        _Held(found, block, element, proposals.by_id.get(element.id))
        for element in elements.values()
        for block in blocks_of(element)
        if (found := span(block))
    ]
    return sorted(held, key=lambda one: (one.span.width, one.span.first, -one.span.last, one.element.id))


def _clash(one: _Held, other: _Held) -> bool:
    """Whether two blocks of a level may not meet: of two elements that do not stand in each other."""
    if one.element.id == other.element.id:
        return False
    pools = one.element.kind.tag == other.element.kind.tag == "address-pool"
    return not (pools and one.element.id == other.element.parent)


def _told(here: _Held, other: _Held, told: set[ElementId]) -> Iterator[tuple[Order, ImportItem]]:
    """The item at the row that changes something: the later of two, or the only one of a file."""
    rows = [one for one in (here, other) if one.row and (one.row.old is None or list(one.row.changes()))]
    if not rows:
        return
    mine = max(rows, key=lambda one: one.row.line.order() if one.row else (0, 0))
    them = other if mine is here else here
    if mine.row is None or mine.element.id in told:
        return
    told.add(mine.element.id)
    yield mine.row.line.order(), _item(mine, mine.row, them)


def _item(mine: _Held, row: Proposal, them: _Held) -> ImportItem:
    where = text("in {place}", place=them.row.place()) if them.row else text("in the design")
    becomes = text(
        "{block} of {kind} “{name}” overlaps {other} of {kind2} “{name2}” {where}. Give one of them another block.",
        block=mine.block,
        kind=mine.element.kind.label,
        name=mine.element.title(),
        other=them.block,
        kind2=them.element.kind.label,
        name2=them.element.title(),
        where=where,
    )
    field = next((name for name in ("block", "blocks", "ranges", "ipv6_block") if name in row.fields), "")
    return ImportItem(row.line.grid.file, row.cell(field), "doubtful", becomes, element=mine.element.id)
