"""The address plan: requests of a design answered by the planner, as a value, and the edit that applies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planners.addresses import Block, NoRoom, Plan, Problem, Request, plan
from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.demand import wanted_hosts
from workbench.planning.drawn import (
    block_of_subject,
    block_or_none,
    blocks_of,
    drawn_blocks,
    drawn_in,
)
from workbench.planning.figures import forbidden, kept_in_vswitch, number
from workbench.planning.no_room import no_container, no_pools, no_size, proposed, said
from workbench.planning.pools import pool_blocks, pools_for
from workbench.texts import Text

IPV4, IPV6 = 32, 128


@dataclass(frozen=True, slots=True)
class Answer:
    """The block that the plan gives a request, and the element it is for, if there is one."""

    request: ElementId
    subject: ElementId | None
    block: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Requests that cannot all be answered: why, where, what is missing, and single changes that would help."""

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
    """What the planner answers to the open requests of a design."""

    answers: tuple[Answer, ...] = ()
    refusals: tuple[Refusal, ...] = ()


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
    for asked in _questions(design, waiting, refusals):
        question = _Question(sized(asked.problem), asked.names)
        known = {request.id for request in question.problem.requests}
        unsized = sorted(
            one.id for one in asked.problem.requests if one.id not in known and one.id in waiting
        )
        refusals.extend(
            Refusal((id,), no_size(waiting[id], asked.problem.family), "no-size") for id in unsized
        )
        found = plan(question.problem)
        if isinstance(found, NoRoom):
            refusals.append(_refusal(design, found, question))
        else:
            answers.extend(_answers(found, waiting))
    return AddressPlan(
        tuple(sorted(answers, key=lambda answer: answer.request)),
        tuple(sorted(refusals, key=lambda refusal: refusal.requests)),
    )


def sized(problem: Problem) -> Problem:
    """The problem without requests that say no size a block of the family can have, and without what lies in those."""
    requests = problem.requests
    while True:
        around, known = {one.parent for one in requests}, {None, *(one.id for one in requests)}
        kept = tuple(
            one
            for one in requests
            if one.parent in known and (one.id in around or _has_size(one)) and _fits(one, problem.width)
        )
        if len(kept) == len(requests):
            return replace(problem, requests=kept)
        requests = kept


def _has_size(request: Request) -> bool:
    return any(size is not None for size in (request.prefix_length, request.hosts, request.pinned))


def _fits(request: Request, width: int) -> bool:
    pin = request.pinned
    return (request.prefix_length or 0) <= width and (pin is None or pin.width == width)


def plan_edit(found: AddressPlan) -> Edit:
    """Writes the blocks of a plan into VPCs and vSwitches, and into requests for anything else."""

    def edit(design: Design) -> Design:
        for answer in found.answers:
            subject = design.get(answer.subject)
            if isinstance(subject, Vpc):
                design = design.replacing(subject.id, blocks=(answer.block, *subject.blocks))
            elif isinstance(subject, VSwitch):
                design = design.replacing(subject.id, block=answer.block)
            elif answer.request in design:
                design = design.replacing(answer.request, block=answer.block)
        return design

    return edit


def _answers(found: Plan, waiting: Mapping[ElementId, AddressRequest]) -> list[Answer]:
    return [Answer(id, waiting[id].subject, block) for id, block in found.texts().items() if id in waiting]


def _questions(
    design: Design, waiting: Mapping[ElementId, AddressRequest], refusals: list[Refusal]
) -> list[_Question]:
    """One question a VPC whose vSwitches wait, and one a family for everything else."""
    inside: dict[ElementId, list[AddressRequest]] = {}
    rest: dict[int, list[AddressRequest]] = {}
    for request in waiting.values():
        vpc = vpc_of_request(design, request)
        if vpc and vpc.blocks:
            inside.setdefault(vpc.id, []).append(request)
        elif vpc and not wish_for(design, vpc.id, waiting):
            refusals.append(Refusal((request.id,), no_container(request, vpc), "no-container"))
        else:
            rest.setdefault(width_of_request(request, design), []).append(request)
    questions = [_inside(design, design[id], requests) for id, requests in sorted(inside.items())]  # type: ignore[arg-type]
    for width, requests in sorted(rest.items()):
        question = _in_pools(design, width, requests, waiting)
        if question:
            questions.append(question)
        else:
            ids = tuple(sorted(request.id for request in requests))
            refusals.append(Refusal(ids, no_pools(width), "no-pools"))
    return questions


def _inside(design: Design, vpc: Vpc, requests: Sequence[AddressRequest]) -> _Question:
    """Room for vSwitches in the blocks of their VPC."""
    pools = tuple(dict.fromkeys(block for block in blocks_of(vpc.blocks) if block.width == IPV4))
    asked = tuple(planner_request(design, request, None, None) for request in requests)
    return _Question(
        _problem(design, pools, asked, drawn_in(design, vpc.id), IPV4), dict.fromkeys(pools, vpc.id)
    )


def _in_pools(
    design: Design,
    width: int,
    requests: Sequence[AddressRequest],
    waiting: Mapping[ElementId, AddressRequest],
) -> _Question | None:
    """Room in the pools of the design, for whole trees of requests; None where there are no pools of the family."""
    by_pool = {
        id: tuple(block for block in blocks if block.width == width)
        for id, blocks in pool_blocks(design).items()
    }
    names = {block: id for id, blocks in by_pool.items() for block in blocks}
    if not names:
        return None
    answered = _answered_around(design, requests, waiting)
    asked = []
    for request in (*requests, *answered):
        parent = _parent(design, request, waiting, answered)
        pools = None if parent else pools_of_request(design, request, by_pool)
        asked.append(planner_request(design, request, parent, pools))
    settled = {request.id for request in answered}
    drawn = [block for id, blocks in drawn_blocks(design).items() for block in blocks if id not in settled]
    reserved = tuple(block for block in (*forbidden(design), *drawn) if block.width == width)
    return _Question(_problem(design, tuple(names), tuple(asked), reserved, width), names)


def _problem(
    design: Design,
    pools: tuple[Block, ...],
    asked: tuple[Request, ...],
    reserved: tuple[Block, ...],
    width: int,
) -> Problem:
    """The planner's problem, with what the platform keeps in every block by the figures of the design."""
    return Problem(pools, asked, reserved, family_of(width), kept_in(design, width))


def family_of(width: int) -> int:
    """4 or 6, by the bits of an address."""
    return 4 if width == IPV4 else 6


def kept_in(design: Design, width: int) -> int | None:
    """What the platform keeps in every block that is asked for by hosts; None where the planner knows by itself."""
    return kept_in_vswitch(design) if width == IPV4 else None


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
        above = wish_for(design, vpc.id, waiting)
    known = above and (above.id in waiting or above in answered)
    return above.id if above and known else None


def pools_of_request(
    design: Design, request: AddressRequest, by_pool: Mapping[ElementId, tuple[Block, ...]]
) -> tuple[Block, ...] | None:
    """The blocks a request may use: of the pool it stands in, else of the pools of its region."""
    chain = [design.get(request.id), *design.above(request.id)]
    own = next((one.id for one in chain if isinstance(one, AddressPool)), None)
    subject = design.get(request.subject)
    region = getattr(subject, "region", None) or (
        subject.id if subject and subject.kind.tag == "region" else None
    )
    chosen = (own,) if own else pools_for(design, region)
    blocks = tuple(block for id in chosen for block in by_pool.get(id, ()))
    return blocks or None


def planner_request(
    design: Design, request: AddressRequest, parent: ElementId | None, pools: tuple[Block, ...] | None
) -> Request:
    """A wish in the planner's words, with the sizes that the platform takes."""
    least, most = _lengths(design, request)
    pinned = block_or_none(request.pin) or block_or_none(block_of_subject(design, request))
    return Request(
        id=request.id,
        parent=parent,
        prefix_length=request.prefix_length,
        hosts=None if request.prefix_length else wanted_hosts(design, request),
        growth_percent=0 if request.demand else request.growth_percent,
        growth_bits=request.growth_bits,
        min_length=least,
        max_length=most,
        pinned=pinned,
        pools=pools,
    )


def _lengths(design: Design, request: AddressRequest) -> tuple[int | None, int | None]:
    subject = design.get(request.subject)
    if isinstance(subject, VSwitch):
        return number(design, "vswitch.mask_min", IPV4), number(design, "vswitch.mask_max", IPV4)
    if isinstance(subject, Vpc):
        return number(design, "vpc.cidr.mask_min_api", IPV4), number(design, "vpc.cidr.mask_max", IPV4)
    return None, None


def vpc_of_request(design: Design, request: AddressRequest) -> Vpc | None:
    """The VPC of the vSwitch that a request is for."""
    subject = design.get(request.subject, VSwitch)
    return design.get(subject.parent, Vpc) if subject else None


def wish_for(
    design: Design, subject: ElementId, waiting: Mapping[ElementId, AddressRequest]
) -> AddressRequest | None:
    """The open request for an element."""
    return next((waiting[id] for id in design.referrers(subject) if id in waiting), None)


def width_of_request(request: AddressRequest, design: Design) -> int:
    """32 or 128, by the pin or the size that is asked for."""
    pinned = block_or_none(request.pin) or block_or_none(block_of_subject(design, request))
    if pinned:
        return pinned.width
    return IPV6 if (request.prefix_length or 0) > IPV4 else IPV4


def _refusal(design: Design, found: NoRoom, question: _Question) -> Refusal:
    pools = tuple(dict.fromkeys(question.names[pool] for pool in found.pools if pool in question.names))
    return Refusal(
        requests=found.conflict,
        reason=said(design, found, pools),
        code=found.code,
        pools=tuple(str(pool) for pool in found.pools),
        need=found.need,
        have=found.have,
        missing=found.missing,
        repairs=tuple(proposed(design, repair) for repair in found.repairs),
    )
