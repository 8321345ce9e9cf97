"""The address plan: requests of a design answered by the planner, as a value, and the edit that applies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from planners.addresses import SPARSE, Block, NoRoom, Plan, Problem, Request, plan
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_of_subject, blocks_of, drawn_blocks, drawn_in, outermost
from workbench.planning.figures import forbidden, kept_in_vswitch
from workbench.planning.growing import Granted, granted
from workbench.planning.no_room import (
    counted,
    in_circle,
    no_container,
    no_pools,
    no_size,
    one_block_more,
    overlapping_pools,
    proposed,
    said,
)
from workbench.planning.pools import pool_blocks
from workbench.planning.secondary import Secondary, secondary_block, secondary_edit
from workbench.planning.wishes import (
    IPV4,
    circular,
    planner_request,
    pools_of_request,
    sized,
    vpc_of_request,
    width_of_request,
    wish_for,
)
from workbench.texts import Text


@dataclass(frozen=True, slots=True)
class Answer:
    """The block that the plan gives a request, and the element it is for, if there is one.

    `more` are the further blocks of a VPC that gets several, the largest being the first.
    """

    request: ElementId
    subject: ElementId | None
    block: str
    more: tuple[str, ...] = ()
    is_ipv6: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Requests that cannot all be answered: why, where, what is missing, and single changes that would help.

    What is needed, there and missing is counted in addresses, of IPv6 in subnets of /64.
    """

    requests: tuple[ElementId, ...]
    reason: Text
    code: str
    pools: tuple[str, ...] = ()
    need: int = 0
    have: int = 0
    missing: int = 0
    repairs: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressPlan:
    """What the planner answers to the open requests of a design, and what became of the room that they would like.

    `secondary` are further blocks for VPCs with which their waiting vSwitches would find room.
    """

    answers: tuple[Answer, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    granted: tuple[Granted, ...] = ()
    secondary: tuple[Secondary, ...] = ()


@dataclass(frozen=True, slots=True)
class _Question:
    """A problem for the planner, and the name of each block it may use."""

    problem: Problem
    names: Mapping[Block, ElementId]


def open_requests(design: Design) -> tuple[AddressRequest, ...]:
    """The requests that have no block yet."""
    return tuple(one for one in design.of_kind(AddressRequest) if not block_of_subject(design, one))


def address_plan(design: Design) -> AddressPlan:
    """A block for every open request, or why there is none.

    Nothing drawn moves, pins stay, and no block touches a site, a reserved or a forbidden range. The order in which
    requests were made does not matter.
    """
    waiting = {request.id: request for request in open_requests(design)}
    answers: list[Answer] = []
    refusals: list[Refusal] = []
    room: list[Granted] = []
    for asked in _questions(design, waiting, refusals):
        question = _Question(sized(asked.problem), asked.names)
        refusals.extend(_left_out(asked.problem, question.problem, waiting))
        found = plan(question.problem)
        if isinstance(found, NoRoom):
            refusals.append(_refusal(design, found, question))
        else:
            answers.extend(answers_of(design, found, waiting))
            room.extend(granted(design, found))
    made = AddressPlan(
        tuple(sorted(answers, key=lambda answer: answer.request)),
        tuple(sorted(refusals, key=lambda refusal: refusal.requests)),
        tuple(sorted(room, key=lambda one: one.request)),
    )
    return _with_secondary(design, made, waiting)


def _with_secondary(
    design: Design, made: AddressPlan, waiting: Mapping[ElementId, AddressRequest]
) -> AddressPlan:
    """The plan with the further blocks that would help VPCs without room; each is told as a way out."""
    after = plan_edit(made)(design)
    found: list[Secondary] = []
    refusals: list[Refusal] = []
    for refusal in made.refusals:
        vpc = _vpc_without_room(design, refusal, waiting)
        wanting = [one for one in waiting.values() if vpc and vpc_of_request(design, one) == vpc]
        more = secondary_block(after, vpc, [one for one in wanting if not one.is_ipv6()]) if vpc else None
        repairs = refusal.repairs
        if more:
            found.append(more)
            after = secondary_edit([more])(after)
            repairs = (one_block_more(design, more.vpc, more.block), *repairs)
        refusals.append(replace(refusal, repairs=repairs))
    return replace(made, refusals=tuple(refusals), secondary=tuple(found))


def _vpc_without_room(
    design: Design, refusal: Refusal, waiting: Mapping[ElementId, AddressRequest]
) -> Vpc | None:
    """The VPC with blocks of its own in which requests of a refusal find no room."""
    asked = waiting.get(refusal.requests[0]) if refusal.code == "capacity" and refusal.requests else None
    vpc = vpc_of_request(design, asked) if asked and not asked.is_ipv6() else None
    return vpc if vpc and _room_of(vpc, IPV4) else None


def _left_out(
    asked: Problem, planned: Problem, waiting: Mapping[ElementId, AddressRequest]
) -> Iterator[Refusal]:
    """Why requests are not planned at all."""
    known, circle = {request.id for request in planned.requests}, circular(asked.requests)
    for id in sorted(one.id for one in asked.requests if one.id not in known and one.id in waiting):
        if id in circle:
            yield Refusal((id,), in_circle(waiting[id]), "circle")
        else:
            yield Refusal((id,), no_size(waiting[id], asked.family), "no-size")


def plan_edit(found: AddressPlan) -> Edit:
    """Writes the blocks of a plan into VPCs and vSwitches, and into requests for anything else."""

    def edit(design: Design) -> Design:
        for answer in found.answers:
            subject = design.get(answer.subject)
            if isinstance(subject, (Vpc, VSwitch)):
                design = design.replacing(subject.id, **_written(subject, answer))
            elif answer.request in design:
                design = design.replacing(answer.request, block=answer.block)
        return design

    return edit


def _written(subject: Vpc | VSwitch, answer: Answer) -> dict[str, Any]:
    """The field of a network that holds an answer; the largest of several blocks is the primary one."""
    if answer.is_ipv6:
        return {"ipv6_block": answer.block}
    if isinstance(subject, Vpc):
        return {"blocks": (answer.block, *answer.more, *filter(None, subject.blocks))}
    return {"block": answer.block}


def answers_of(design: Design, found: Plan, waiting: Mapping[ElementId, AddressRequest]) -> Iterator[Answer]:
    """The blocks that a plan gives to open requests."""
    for id, block in found.texts().items():
        if id in waiting:
            request, several = waiting[id], sorted(found.blocks(id), key=lambda one: (-one.bits, one.base))
            first, *more = (block,) if len(several) == 1 else map(str, several)
            is_ipv6 = width_of_request(request, design) != IPV4
            yield Answer(id, request.subject, first, tuple(more), is_ipv6)


def _questions(
    design: Design, waiting: Mapping[ElementId, AddressRequest], refusals: list[Refusal]
) -> list[_Question]:
    """One question a VPC whose vSwitches wait, and one a family for everything else."""
    inside: dict[tuple[ElementId, int], list[AddressRequest]] = {}
    rest: dict[int, list[AddressRequest]] = {}
    for request in waiting.values():
        vpc, width = vpc_of_request(design, request), width_of_request(request, design)
        if vpc and _room_of(vpc, width):
            inside.setdefault((vpc.id, width), []).append(request)
        elif vpc and not wish_for(design, vpc.id, waiting, width != IPV4):
            refusals.append(Refusal((request.id,), no_container(request, vpc), "no-container"))
        else:
            rest.setdefault(width, []).append(request)
    questions = [
        _inside(design, design[id], width, requests)  # type: ignore[arg-type]
        for (id, width), requests in sorted(inside.items())
    ]
    for width, requests in sorted(rest.items()):
        question = _in_pools(design, width, requests, waiting)
        if isinstance(question, _Question):
            questions.append(question)
        else:
            ids = tuple(sorted(request.id for request in requests))
            refusals.append(replace(question, requests=ids))
    return questions


def _room_of(vpc: Vpc, width: int) -> tuple[Block, ...]:
    """The blocks of a VPC of a family."""
    return outermost(block for block in blocks_of((*vpc.blocks, vpc.ipv6_block)) if block.width == width)


def _inside(design: Design, vpc: Vpc, width: int, requests: Sequence[AddressRequest]) -> _Question:
    """Room for vSwitches in the blocks of their VPC."""
    pools = _room_of(vpc, width)
    asked = tuple(planner_request(design, request, None, None) for request in requests)
    drawn = tuple(block for block in drawn_in(design, vpc.id) if block.width == width)
    return _Question(_problem(design, pools, asked, drawn, width), dict.fromkeys(pools, vpc.id))


def _in_pools(
    design: Design,
    width: int,
    requests: Sequence[AddressRequest],
    waiting: Mapping[ElementId, AddressRequest],
) -> _Question | Refusal:
    """Room in the pools of the design, for whole trees of requests; a refusal where no pool of the family can be used."""
    by_pool = {
        id: tuple(block for block in blocks if block.width == width)
        for id, blocks in pool_blocks(design).items()
    }
    names = {block: id for id, blocks in by_pool.items() for block in blocks}
    wrong = _unusable(design, names, width)
    if wrong:
        return wrong
    answered = _answered_around(design, requests, waiting)
    asked = []
    for request in (*requests, *answered):
        parent = _parent(design, request, waiting, answered)
        pools = None if parent else pools_of_request(design, request, by_pool)
        asked.append(planner_request(design, request, parent, pools))
    settled = {request.id for request in answered}
    drawn = [block for id, blocks in drawn_blocks(design).items() for block in blocks if id not in settled]
    reserved = tuple(block for block in (*forbidden(design), *drawn) if block.width == width)
    problem = _problem(design, tuple(names), tuple(asked), reserved, width)
    sparse = (block for block, id in names.items() if design.get(id, AddressPool).spread == SPARSE)  # type: ignore[union-attr]
    return _Question(replace(problem, sparse=frozenset(sparse)), names)


def _unusable(design: Design, names: Mapping[Block, ElementId], width: int) -> Refusal | None:
    """Why the pools of a family cannot be planned in: there are none, or two share addresses."""
    if not names:
        return Refusal((), no_pools(width), "no-pools")
    for low, high in pairwise(sorted(names, key=lambda block: (block.base, -block.bits))):
        if low.touches(high):
            said = overlapping_pools(design, (names[low], low), (names[high], high))
            return Refusal((), said, "pools-overlap", (str(low), str(high)))
    return None


def _problem(
    design: Design,
    pools: tuple[Block, ...],
    asked: tuple[Request, ...],
    reserved: tuple[Block, ...],
    width: int,
) -> Problem:
    """The planner's problem, with what the platform keeps in every block by the figures of the design."""
    if width == IPV4:
        return Problem(pools, asked, reserved, reserved_per_leaf=kept_in_vswitch(design))
    return Problem(pools, asked, reserved, family=6)


def _answered_around(
    design: Design, requests: Sequence[AddressRequest], waiting: Mapping[ElementId, AddressRequest]
) -> tuple[AddressRequest, ...]:
    """Requests that have their block already and in which others wait for theirs."""
    found: dict[ElementId, AddressRequest] = {}
    for request in requests:
        for above in design.above(request.id):
            if isinstance(above, AddressRequest) and above.id not in waiting:
                found[above.id] = above
                break
    return tuple(found[id] for id in sorted(found))


def _parent(
    design: Design,
    request: AddressRequest,
    waiting: Mapping[ElementId, AddressRequest],
    answered: Sequence[AddressRequest],
) -> ElementId | None:
    """The request whose block this one lies in: the one above it, or the one for its VPC."""
    if request in answered:
        return None
    above = design.get(request.parent, AddressRequest)
    vpc = vpc_of_request(design, request)
    if above is None and vpc:
        above = wish_for(design, vpc.id, waiting, request.is_ipv6())
    known = above and (above.id in waiting or above in answered)
    return above.id if above and known and above.is_ipv6() == request.is_ipv6() else None


def _refusal(design: Design, found: NoRoom, question: _Question) -> Refusal:
    pools = tuple(dict.fromkeys(question.names[pool] for pool in found.pools if pool in question.names))
    return Refusal(
        requests=found.conflict,
        reason=said(design, found, pools),
        code=found.code,
        pools=tuple(str(pool) for pool in found.pools),
        **counted(found)._asdict(),
        repairs=tuple(proposed(design, repair) for repair in found.repairs),
    )
