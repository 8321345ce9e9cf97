"""What is taken elsewhere: as it is typed, and what a design knows of it already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from planners.addresses import Block, ClashIndex, exact_cover
from workbench.addresses import NotABlock, read_block
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.reserved_range import ReservedRange
from workbench.planning.comparing import held_blocks, held_by
from workbench.planning.drawn import block_or_none
from workbench.texts import Text, text

MOST: Final = 64
"""Ranges that may be taken at once: more is not a range that turned out to be taken but another address plan."""
_BETWEEN: Final = re.compile(r"[\s,;，；、]+")


class NothingTaken(ValueError):
    """What was given says of no range that it is taken; `text` says why and what would."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


class Taker(NamedTuple):
    """A range that a site has or that is reserved, and how many blocks of the design lie on it."""

    element: ElementId
    block: Block
    clashes: int


def taken_blocks(design: Design, written: Iterable[str]) -> tuple[Block, ...]:
    """The blocks that are typed, or that a site or a reserved range has whose id is typed; NothingTaken says what is none."""
    words = [word for text in written for word in _BETWEEN.split(text) if word]
    if not words:
        raise NothingTaken(text("Which range is taken? Type a block, such as 10.2.0.0/16."))
    if len(words) > MOST:
        raise NothingTaken(
            text(
                "{count} ranges are too many; at most {most} can be taken at once.",
                count=len(words),
                most=MOST,
            )
        )
    return tuple(exact_cover(block for word in words for block in _meant(design, word)))


def takers(design: Design) -> tuple[Taker, ...]:
    """Every range of sites and reserved ranges, those that blocks of the design lie on first."""
    index = ClashIndex((block, held.element) for held in held_blocks(design) if (block := held.block))
    found = [
        Taker(element.id, block, len(index.clashes(block)))
        for element in _holders(design)
        for block in _ranges(element)
    ]
    return tuple(sorted(found, key=lambda one: (not one.clashes, one.element, one.block)))


def _meant(design: Design, word: str) -> list[Block]:
    element = design.get(word)
    if element is not None and isinstance(element, (ReservedRange, DataCentre, OtherCloud)):
        found = list(_ranges(element))
        if not found:
            raise NothingTaken(text("{name} has no range that could be taken.", name=element.title()))
        return found
    try:
        block = block_or_none(read_block(word))
    except NotABlock as wrong:
        raise NothingTaken(wrong.text) from wrong
    if block is None or not block.length:
        raise NothingTaken(text("{block} is everything; nothing could stay or go anywhere.", block=word[:60]))
    return [block]


def _holders(design: Design) -> Iterator[Element]:
    yield from design.of_kind(ReservedRange)
    yield from design.of_kind(DataCentre)
    yield from design.of_kind(OtherCloud)


def _ranges(element: Element) -> Iterator[Block]:
    """The blocks that a site or a reserved range has."""
    rows = getattr(element, "ranges", ())
    written = [row.block for row in rows] or [getattr(element, "block", "")]
    return (block for one in written if (block := block_or_none(one)))


def taken_near(design: Design, selection: Iterable[ElementId], known: Iterable[Taker]) -> tuple[Block, ...]:
    """The ranges that a selection means: its sites and reserved ranges, else those on which its networks stand.

    `known` are the takers of the design.
    """
    ids = frozenset(selection)
    ranges = tuple(known)
    own = [one.block for one in ranges if one.element in ids]
    if own:
        return tuple(exact_cover(own))
    inside = {one.id: one for id in ids for one in design.within(id)}
    standing = [block for one in inside.values() for held in held_by(one) if (block := held.block)]
    met = (one.block for one in ranges if one.clashes and any(one.block.touches(block) for block in standing))
    return tuple(exact_cover(met))
