"""Mentions: which elements name which addresses anywhere in what they say, kept from edit to edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec

from planners.addresses import Block, ClashIndex
from planners.pace import breathe
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.planning.comparing import held_by
from workbench.planning.renumbering.written import mentions

_LOOSE: Final = re.compile(
    rb"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,3}(?:\.[0-9]{1,3}){0,3})?"
    rb"|[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:/[0-9]{1,3})?"
)
"""Whatever may be an address; a few that are none do no harm, for each is read again where it counts."""
STRIDE: Final = 100


class Seat(NamedTuple):
    """A block that an element holds."""

    element: ElementId
    block: Block


class Mentions:
    """Follows a design; what an element says is read once, for elements never change."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self._named: dict[ElementId, frozenset[Block]] = {}
        for count, element in enumerate(design):
            self._named[element.id] = named_in(element)
            if count % STRIDE == 0:
                breathe()
        self._index = ClashIndex((block, id) for id, blocks in self._named.items() for block in blocks)
        self._seats = ClashIndex((seat.block, seat) for element in design for seat in _seats(element))

    def follow(self, design: Design) -> None:
        """Stands for a design that has changed since."""
        for old, new in Change.between(self.design, design).pairs():
            if old:
                for block in self._named.pop(old.id):
                    self._index.remove(block, old.id)
                for seat in _seats(old):
                    self._seats.remove(seat.block, seat)
            if new:
                self._named[new.id] = named_in(new)
                for block in self._named[new.id]:
                    self._index.add(block, new.id)
                for seat in _seats(new):
                    self._seats.add(seat.block, seat)
        self.design = design

    def are_many(self, design: Design, gone: Iterable[Block], most: int) -> bool:
        """Whether more elements than some changed since it was last looked, or may name blocks that have gone."""
        if len(Change.between(self.design, design).pairs()) > most:
            return True
        self.follow(design)
        # Who names much more around it will mostly have nothing to do.
        naming = {id for one in gone for block, id in self.on(one) if one.holds(block)}
        return len(naming) > most

    def on(self, block: Block) -> list[tuple[Block, ElementId]]:
        """The blocks named somewhere that share an address with a block, and by whom; the ones around it first."""
        return self._index.clashes(block)

    def seats_on(self, block: Block) -> Iterator[Seat]:
        """The blocks given to elements that share an address with a block; the ones around it first."""
        return (seat for _, seat in self._seats.clashes(block))


def gone_between(before: Design, after: Design) -> frozenset[Block]:
    """The blocks that elements held and hold no longer."""
    return frozenset(
        seat.block
        for old, new in Change.between(before, after).pairs()
        for seat in (set(_seats(old)) - set(_seats(new) if new else ()) if old else ())
    )


def seats_of(element: Element) -> dict[str, list[Seat]]:
    """The blocks that an element holds by the plan, by field."""
    found: dict[str, list[Seat]] = {}
    for held in held_by(element):
        if held.block:
            found.setdefault(held.field, []).append(Seat(element.id, held.block))
    return found


def named_in(element: Element) -> frozenset[Block]:
    """The blocks and addresses that an element names."""
    found: set[Block] = set()
    for token in set(_LOOSE.findall(msgspec.json.encode(element))):
        found.update(_read(token))
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def _read(token: bytes) -> tuple[Block, ...]:
    return tuple(one.block for one in mentions(token.decode("ascii")))


def _seats(element: Element) -> Iterator[Seat]:
    """Each block once, for one element may hold the same in two fields."""
    return iter({seat for seats in seats_of(element).values() for seat in seats})
