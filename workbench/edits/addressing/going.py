"""Going: where the blocks of a design have gone in an edit, and where that leaves an address that something names."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from planners.addresses import Block
from workbench.edits.addressing.mentions import Mentions, Seat, seats_of
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.renumbering.translating import Image


class Going:
    """The blocks that elements held before an edit and hold no longer, each with the one in its place."""

    def __init__(self, before: Design, change: Change) -> None:
        self._before = before
        self.to: dict[Seat, Block | None] = {}
        self._beside: list[Seat] = []
        """Blocks that came or went, so that what is cut off or taken in beside one may be another's."""
        for old, new in change.pairs():
            self._note(_held(old, before), _held(new, before))

    def _note(self, old: dict[str, list[Seat]], new: dict[str, list[Seat]]) -> None:
        for field in old.keys() | new.keys():
            was, now = old.get(field, []), new.get(field, [])
            gone, come = [one for one in was if one not in now], [one for one in now if one not in was]
            self._beside += [*gone, *come]
            if len(gone) == len(come) and len(was) == len(now):
                self.to.update({one: other.block for one, other in zip(gone, come, strict=True)})
            elif not now:
                self.to.update(dict.fromkeys(gone))

    def fate(self, seat: Seat, block: Block) -> Block | None:
        """Where a part of a block is now; None where nobody can tell."""
        to = self.to.get(seat, seat.block)
        if to is None or to == seat.block:
            return to and block
        if to.touches(seat.block):
            if block == seat.block and not self._is_shared_out(seat, to):
                return to
            return block if to.holds(block) or block == seat.block else None
        if block == seat.block:
            return to
        there = Block(block.base - seat.block.base + to.base, block.bits, block.width)
        return there if to.width == block.width and to.holds(there) else None

    def _is_shared_out(self, seat: Seat, to: Block) -> bool:
        """Whether a block became smaller or larger because others have the rest now, or had it: split or joined."""
        whole = to if to.holds(seat.block) else seat.block
        return any(one.element != seat.element and whole.touches(one.block) for one in self._beside)


class OneToOne:
    """From the blocks before an edit to those after it, where exactly one stands for each; `unsure` are the others."""

    def __init__(self, before: Design, mentions: Mentions, going: Going) -> None:
        self._before, self._mentions, self._going = before, mentions, going
        self.unsure: set[tuple[ElementId, Block]] = set()
        self.asking: ElementId = ""
        self._around: dict[Block, tuple[Seat, ...]] = {}

    def image(self, block: Block, near: Collection[ElementId] = ()) -> Image:
        """What stands for a block now; the same where nobody can tell, which is noted."""
        to = self._to(block, near)
        if to is None:
            self.unsure.add((self.asking, block))
        if to is None or to == block:
            return Image((block,), "same", "", block)
        return Image((to,), "shifted", "", to)

    def concerned(self) -> Iterator[ElementId]:
        """The elements that name an address of what has gone, and do not only name much more around it."""
        settled: dict[Block, bool] = {}
        for seat in self._going.to:
            for block, id in self._mentions.on(seat.block):
                if block not in settled:
                    settled[block] = self._is_settled(block)
                if not settled[block]:
                    yield id

    def _is_settled(self, block: Block) -> bool:
        """Whether a block holds all that has gone from it where it is now, so that it says what it said."""
        touched = [seat for seat in self._going.to if seat.block.touches(block)]
        if any(seat.block.holds(block) for seat in touched):
            return False
        return all((to := self._going.to[seat]) is None or block.holds(to) for seat in touched)

    def _to(self, block: Block, near: Collection[ElementId]) -> Block | None:
        holders = self._holding(block)
        close = [one for one in holders if not self._owners(one).isdisjoint(near)] or holders
        inmost = [one for one in close if not any(self._is_around(one, other) for other in close)]
        fates = {self._going.fate(one, block) for one in inmost} or {block}
        to = fates.pop()
        if fates or to is None:
            return None
        if any(one.block == block for one in inmost):
            return to
        return to if self._holds_together(block, to) else None

    def _holds_together(self, block: Block, to: Block) -> bool:
        """Whether all inside a block went where it has gone, or is still in it."""
        if to == block:
            inside = (now for seat, now in self._going.to.items() if block.holds(seat.block))
            return all(now is None or block.holds(now) for now in inside)
        if not block.bits:
            return True
        by = to.base - block.base
        seats = [seat for seat in self._seats_on(block) if block.holds(seat.block)]
        gone = ((seat, self._going.to.get(seat, seat.block)) for seat in seats)
        return all(now is not None and now.base - seat.block.base == by for seat, now in gone)

    def _holding(self, block: Block) -> tuple[Seat, ...]:
        """The blocks in force around a block, or equal to it."""
        if block not in self._around:
            # All that hold a block hold its first address, on which far less lies than on all of it.
            first = self._seats_on(Block(block.base, 0, block.width))
            self._around[block] = tuple(seat for seat in first if seat.block.holds(block))
        return self._around[block]

    def _seats_on(self, block: Block) -> Iterator[Seat]:
        """The blocks in force that share an address with a block."""
        held = self._mentions.seats_on(block)
        return (seat for seat in held if not answers(self._before[seat.element], self._before))

    def _owners(self, seat: Seat) -> set[ElementId]:
        return {seat.element, self._before[seat.element].parent or seat.element}

    def _is_around(self, outer: Seat, inner: Seat) -> bool:
        """Whether a block lies in another one by right: a vSwitch in its VPC, anything in what is planned."""
        if outer == inner or not outer.block.holds(inner.block):
            return False
        by_right = self._before[inner.element].parent == outer.element
        return by_right or (outer.block != inner.block and outer.element in self._planned)

    @cached_property
    def _planned(self) -> frozenset[ElementId]:
        return frozenset(one.id for one in self._before.of_kind(AddressRequest))


def answers(element: Element, design: Design) -> bool:
    """Whether an element is a request for a network that holds its block itself."""
    return isinstance(element, AddressRequest) and isinstance(design.get(element.subject), (Vpc, VSwitch))


def _held(element: Element | None, design: Design) -> dict[str, list[Seat]]:
    """The blocks that an element holds by the plan, by field."""
    return {} if element is None or answers(element, design) else seats_of(element)
