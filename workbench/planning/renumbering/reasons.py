"""Why a block moves, and by which way a plan was found, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from planners.addresses import Block, Move
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.planning.renumbering.slots import InForce
from workbench.texts import Text, text

WAYS: Final[Mapping[str, Text]] = {
    "around": text("Only what clashes"),
    "whole": text("VPCs move whole"),
    "clear": text("No network around it"),
    "anew": text("All planned anew"),
    "room": text("Room for what waits"),
}
"""What each way of the planner does, as the title of a plan."""
WAYS_SAY: Final[Mapping[str, Text]] = {
    "around": text(
        "Networks keep their blocks, with a hole where the range lies; only what lies in it moves."
    ),
    "whole": text("The innermost networks that clash move with all they hold."),
    "clear": text("No network is left around the range, and the least weight moves."),
    "anew": text("Nothing that was planned counts, but for pins: the tidiest plan, and the most moves."),
    "room": text("The least weight moves so that the open requests find room."),
}
_PLAIN: Final[Mapping[str, Text]] = {
    "pinned": text("it is pinned elsewhere"),
    "grown-in-place": text("it grows in place"),
    "size-changed": text("it has another size"),
    "outside-pool": text("it lay in no pool that it may use"),
    "made-room": text("it makes room"),
    "clash": text("it clashed with another"),
    "anew": text("it was planned anew"),
}


def reason(design: Design, force: InForce, move: Move, taken: Sequence[Block]) -> Text:
    """Why a block moves, and who made it."""
    slot = force.slots[move.id]
    lost = [block for block in taken if block.touches(move.old)]
    if lost and move.reason in ("reserved", "container-moved", "clash"):
        return text("{blocks} is taken", blocks=[str(block) for block in lost])
    if move.reason == "container-moved" and slot.around is not None:
        return text("{around} moves", around=design[force.slots[slot.around].element].title())
    names = [design[id].title() for id in elements_of(force, move.by) if id in design]
    if names and move.reason in ("made-room", "clash"):
        return text("it makes room for {names}", names=names)
    return _PLAIN["anew" if move.reason in ("reserved", "container-moved") else move.reason]


def elements_of(force: InForce, ids: Iterable[str]) -> tuple[ElementId, ...]:
    """The elements that the planner's ids stand for: those of slots, and open requests by their own."""
    return tuple(dict.fromkeys(force.slots[id].element if id in force.slots else id for id in ids))


def rides(design: Design, force: InForce, id: str) -> Text:
    """Why something moves that goes along with what is around it."""
    around = force.slots[id].around
    return text("{around} moves", around=design[force.slots[around or id].element].title())
