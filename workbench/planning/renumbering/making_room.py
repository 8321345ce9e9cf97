"""Open requests that find no room as things stand: what would have to move for them, if somebody wants that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planners.addresses import Plan, Renumbering, Request, free_space, plan
from workbench.edits import Edit, in_turn
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.planning.addresses import (
    AddressPlan,
    Answer,
    answers_of,
    open_requests,
    plan_edit,
)
from workbench.planning.pools import pool_blocks
from workbench.planning.renumbering.carrying_out import renumber_edit
from workbench.planning.renumbering.plans import Making, Renumbered
from workbench.planning.renumbering.problems import Asked, asked
from workbench.planning.renumbering.slots import InForce, in_force
from workbench.planning.wishes import (
    planner_request,
    pools_of_request,
    sized,
    vpc_of_request,
    width_of_request,
    wish_for,
)
from workbench.progress import Progress, untold


@dataclass(frozen=True, slots=True)
class RoomMade:
    """The moves that would help, and the blocks that all open requests of the family would get then."""

    moving: Renumbered
    answers: tuple[Answer, ...]


def room_made(design: Design, progress: Progress = untold) -> RoomMade | None:
    """The least weight moved so that every open request of a family finds room; None where no move would help.

    Drafts move before what is approved, and that before what is deployed; pins never.
    """
    force = in_force(design)
    waiting = {one.id: one for one in open_requests(design)}
    for width in sorted({width_of_request(one, design) for one in waiting.values()}):
        wishes = {id: one for id, one in waiting.items() if width_of_request(one, design) == width}
        question = _with_wishes(design, force, wishes, width)
        found = plan(question.problem)
        progress(0.5)
        if isinstance(found, Plan) and any(move.id in force.slots for move in found.moves):
            return _made(design, force, question, found, wishes, progress)
    return None


def room_edit(found: RoomMade) -> Edit:
    """Moves what has to move and gives every request its block, in one step."""
    return in_turn([renumber_edit(found.moving), plan_edit(AddressPlan(found.answers))])


def _with_wishes(
    design: Design, force: InForce, wishes: Mapping[ElementId, AddressRequest], width: int
) -> Asked:
    """The plan in force with the open requests in it."""
    question = asked(design, force, (), width)
    known = {request.id for request in question.problem.requests}
    requests = [_wish(design, force, one, wishes, known, question) for one in wishes.values()]
    problem = replace(question.problem, requests=(*question.problem.requests, *filter(None, requests)))
    return replace(question, problem=sized(problem))


def _wish(
    design: Design,
    force: InForce,
    request: AddressRequest,
    wishes: Mapping[ElementId, AddressRequest],
    known: set[str],
    question: Asked,
) -> Request | None:
    """An open request in the plan in force; None where what it should lie in is no part of the plan."""
    vpc = vpc_of_request(design, request)
    if vpc:
        above_it = wish_for(design, vpc.id, wishes, request.is_ipv6())
        field = "ipv6_block" if request.is_ipv6() else "blocks"
        around = _roomiest(force, vpc.id, field, known) or getattr(above_it, "id", None)
        return planner_request(design, request, around, None) if around else None
    above = design.get(request.parent, AddressRequest)
    if above:
        parent = above.id if above.id in wishes else f"{above.id}/block/0"
        return planner_request(design, request, parent, None) if parent in {*wishes, *known} else None
    usual = pools_of_request(design, request, pool_blocks(design)) or question.outer
    pools = tuple(pool for pool in question.outer if any(pool.holds(block) for block in usual))
    return planner_request(design, request, None, pools or None)


def _roomiest(force: InForce, vpc: ElementId, field: str, known: set[str]) -> str | None:
    """The block of a VPC with the most addresses that no vSwitch has."""
    rooms = [slot for slot in force.slots.values() if slot.element == vpc and slot.field == field]
    inside = [slot.block for slot in force.slots.values() if slot.around in {room.id for room in rooms}]
    free = {room.id: free_space([room.block], inside).addresses for room in rooms if room.id in known}
    return max(sorted(free), key=free.__getitem__, default=None)


def _made(
    design: Design,
    force: InForce,
    question: Asked,
    found: Plan,
    wishes: Mapping[ElementId, AddressRequest],
    progress: Progress,
) -> RoomMade:
    new = {id: block for id, block in found.allocations.items() if id in force.slots}
    way = Renumbering("room", found, _weight(question, found), (), ())
    moving = Making(design, force, (), [(question, way)], new).renumbered(progress)
    answers = sorted(answers_of(design, found, wishes), key=lambda one: one.request)
    return RoomMade(moving, tuple(answers))


def _weight(question: Asked, found: Plan) -> int:
    containers = {request.parent for request in question.problem.requests}
    return sum(question.problem.weight(move.id) for move in found.moves if move.id not in containers)
