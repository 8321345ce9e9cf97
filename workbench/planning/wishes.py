"""Requests of a design in the planner's words: their sizes, the pools they may use, and what they lie in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from planners.addresses import PACKED, SPARSE, Block, Problem, Request
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.demand import wanted_hosts
from workbench.planning.drawn import block_of_subject, block_or_none
from workbench.planning.figures import figure, number
from workbench.planning.pools import pools_for

IPV4: Final = 32
IPV6: Final = 128
SUBNET: Final = 64
"""The prefix length of an IPv6 subnet; nothing smaller is given to hosts."""
SECONDARY: Final = "vpc.cidr.secondary_ipv4_blocks"
LIMITS: Final[Mapping[type, tuple[str, str]]] = {
    VSwitch: ("vswitch.mask_min", "vswitch.mask_max"),
    Vpc: ("vpc.cidr.mask_min_api", "vpc.cidr.mask_max"),
}
"""The figures with the shortest and longest prefix length of IPv4, by kind."""
MOST_HOSTS: Final = 1 << 32


class Size(NamedTuple):
    """The prefix length that is asked for, where one is, and the shortest and longest that the platform takes."""

    length: int | None
    least: int | None
    most: int | None


def planner_request(
    design: Design, request: AddressRequest, parent: ElementId | None, pools: tuple[Block, ...] | None
) -> Request:
    """A wish in the planner's words, with the sizes that the platform takes.

    Whatever number a file holds, it becomes one that can be meant.
    """
    width = width_of_request(request, design)
    size = _size(design, request, width)
    hosts = None if size.length is not None else wanted_hosts(design, request)
    return Request(
        id=request.id,
        parent=parent,
        prefix_length=size.length,
        hosts=None if hosts is None or hosts < 0 else min(hosts, MOST_HOSTS),
        growth_percent=0 if request.demand else max(request.growth_percent, 0),
        growth_bits=_within(request.growth_bits, width),
        min_length=size.least,
        max_length=size.most,
        pinned=block_or_none(request.pin) or block_or_none(block_of_subject(design, request)),
        pools=pools,
        soft_bits=_within(request.soft_bits, width),
        spread=SPARSE if request.spread == SPARSE else PACKED,
        max_blocks=most_blocks(design, request),
    )


def most_blocks(design: Design, request: AddressRequest) -> int:
    """How many blocks the answer may have: only a VPC has several, of IPv4, within its quota."""
    if request.is_ipv6() or not isinstance(design.get(request.subject), Vpc):
        return 1
    return max(1, min(request.max_blocks, 1 + number(design, SECONDARY, 64)))


def _within(number: int, most: int) -> int:
    return min(max(number, 0), most)


def _size(design: Design, request: AddressRequest, width: int) -> Size:
    written = request.prefix_length
    length = written if written and 0 < written <= width else None
    return _ipv6_size(design, request, length) if width == IPV6 else _ipv4_size(design, request, length)


def _ipv4_size(design: Design, request: AddressRequest, length: int | None) -> Size:
    subject = design.get(request.subject)
    names = LIMITS.get(type(subject)) if subject else None
    return (
        Size(length, *(number(design, name, IPV4) for name in names)) if names else Size(length, None, None)
    )


def _ipv6_size(design: Design, request: AddressRequest, length: int | None) -> Size:
    """VPCs and vSwitches come in few sizes of IPv6, whatever is in them; nothing for hosts is smaller than a subnet."""
    subject = design.get(request.subject)
    if isinstance(subject, Vpc):
        usual = number(design, "vpc.ipv6.vpc_block_prefix", IPV6)
        taken = {usual, *_lengths(figure(design, "vpc.ipv6.vpc_block_prefixes_supported"))}
    elif isinstance(subject, VSwitch):
        usual = number(design, "vpc.ipv6.vswitch_block_prefix", IPV6)
        taken = {usual}
    else:
        return Size(length, None, None if length else SUBNET)
    wanted = length or usual
    # A size between two that the platform takes is refused as too long for the nearest.
    only = wanted if wanted in taken else usual
    return Size(wanted, only, only)


def _lengths(values: Iterable[object]) -> set[int]:
    """The prefix lengths in a list, which an override writes as texts."""
    return {int(str(value)) for value in values if str(value).isdecimal() and len(str(value)) <= 3}


def width_of_request(request: AddressRequest, design: Design) -> int:
    """32 or 128, by the pin, the family or the size that is asked for, or by the block it holds already."""
    held = block_or_none(request.pin)
    if held is None and not isinstance(design.get(request.subject), (Vpc, VSwitch)):
        held = block_or_none(request.block)
    if held:
        return held.width
    return IPV6 if request.is_ipv6() else IPV4


def vpc_of_request(design: Design, request: AddressRequest) -> Vpc | None:
    """The VPC of the vSwitch that a request is for."""
    subject = design.get(request.subject, VSwitch)
    return design.get(subject.parent, Vpc) if subject else None


def wish_for(
    design: Design, subject: ElementId, waiting: Mapping[ElementId, AddressRequest], is_ipv6: bool = False
) -> AddressRequest | None:
    """The open request for an element, of a family."""
    found = (waiting[id] for id in design.referrers(subject) if id in waiting)
    return next((one for one in found if one.subject == subject and one.is_ipv6() == is_ipv6), None)


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


def circular(requests: Sequence[Request]) -> set[str]:
    """The requests that lie in themselves, and what lies in those."""
    inside: dict[str | None, list[str]] = {}
    known = {request.id for request in requests}
    for request in requests:
        inside.setdefault(request.parent if request.parent in known else None, []).append(request.id)
    reached = list(inside.get(None, ()))
    for id in reached:
        reached.extend(inside.get(id, ()))
    return known.difference(reached)


def sized(problem: Problem) -> Problem:
    """The problem without requests that say no size a block of the family can have, lie in themselves, or lie in such."""
    circle = circular(problem.requests)
    requests = tuple(one for one in problem.requests if one.id not in circle)
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
