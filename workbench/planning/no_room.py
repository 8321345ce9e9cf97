"""Why a request gets no block, in words: the pool, the wishes that collide, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from planners.addresses import Block, NoRoom, Repair
from planners.addresses.repairs import SAYS
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.texts import Text, text
from workbench.words import Words

IPV6: Final = 128
SUBNET: Final = 64
"""The bits of an IPv6 subnet, in which IPv6 is counted."""
REASONS: Final[dict[str, Text]] = {
    "capacity": text("the free blocks are too small or too few"),
    "pool-choice": text("the pools each may use do not suffice together"),
    "not-proved": text("no arrangement was found in the time there is"),
    "pin-outside-parent": text("a pinned block lies outside of it"),
    "fixed-overlap": text("pinned blocks overlap"),
    "reserved-inside": text("a reserved range lies inside"),
    "size-limit": text("the size is none the platform takes"),
}
REPAIRS: Final = {kind: text(words, key=f"repair.{kind}") for kind, words in SAYS.items()}
"""What each kind of the planner's repairs proposes."""


def said(design: Design, found: NoRoom, pools: Sequence[ElementId]) -> Text:
    """The sentence of a refusal; it names the pools and the missing addresses."""
    reason = REASONS[found.code]
    wishes = [_name(design, id) for id in found.conflict]
    places: list[object] = [_name(design, id) for id in pools] or [str(pool) for pool in found.pools]
    count = counted(found)
    if found.missing <= 0:
        return text(
            "No room in {pools} for {requests}: {reason}.", pools=places, requests=wishes, reason=reason
        )
    if is_ipv6(found):
        return text(
            "No room in {pools} for {requests}: {reason}. In blocks of /{length} and larger {need} subnets of /64 are "
            "needed and {have} are free; {missing} are missing.",
            pools=places,
            requests=wishes,
            reason=reason,
            length=found.length,
            **count._asdict(),
        )
    return text(
        "No room in {pools} for {requests}: {reason}. In blocks of /{length} and larger {need} addresses are needed "
        "and {have} are free; {missing} are missing.",
        pools=places,
        requests=wishes,
        reason=reason,
        length=found.length,
        **count._asdict(),
    )


def proposed(design: Design, repair: Repair) -> Text:
    """The sentence of a change that would make room; requests are called by their names."""
    sentence = REPAIRS[repair.kind]
    values = (("about", _name(design, repair.about)), ("old", repair.old), ("new", repair.new))
    return Text(sentence.source, values, sentence.key)


class Counted(NamedTuple):
    """What is needed, there and missing: in addresses, of IPv6 in subnets of /64."""

    need: int
    have: int
    missing: int


def is_ipv6(found: NoRoom) -> bool:
    """Whether a refusal is about IPv6."""
    return any(pool.width == IPV6 for pool in found.pools)


def counted(found: NoRoom) -> Counted:
    """What a refusal needs, in numbers that can be read."""
    if not is_ipv6(found):
        return Counted(found.need, found.have, found.missing)
    need, have = -(-found.need >> SUBNET), found.have >> SUBNET
    return Counted(need, have, need - have)


def one_block_more(design: Design, vpc: ElementId, block: str) -> Text:
    """The sentence of a way out: a further block for a VPC."""
    return text("Give {vpc} the secondary block {block}; nothing moves.", vpc=_name(design, vpc), block=block)


def in_circle(request: AddressRequest) -> Text:
    """The sentence where a request stands in itself by way of others."""
    return text(
        "{request} cannot be answered: the requests around it stand in a circle. Give one of them another place.",
        request=request.title(),
    )


def overlapping_pools(design: Design, one: tuple[ElementId, Block], other: tuple[ElementId, Block]) -> Text:
    """The sentence where two pools share addresses."""
    return text(
        "{one} ({block}) and {other} ({second}) overlap, so nobody can tell which of them an address comes from. "
        "Cut one of them back, or draw the smaller pool inside the larger.",
        one=_name(design, one[0]),
        block=str(one[1]),
        other=_name(design, other[0]),
        second=str(other[1]),
    )


def no_container(request: AddressRequest, vpc: Vpc) -> Text:
    """The sentence where a vSwitch waits for a VPC that has no block of the family and asks for none."""
    if request.is_ipv6():
        return text(
            "{request} cannot be answered: {vpc} has no IPv6 block yet. Give it one, or request one for it.",
            request=request.title(),
            vpc=vpc.title(),
        )
    return text(
        "{request} cannot be answered: {vpc} has no block yet. Give it one, or request one for it.",
        request=request.title(),
        vpc=vpc.title(),
    )


def no_size(request: AddressRequest, family: int) -> Text:
    """The sentence where a request says no size, or one that no block of the family has."""
    return text(
        "{request} cannot be answered: it says no size that an IPv{family} block has. "
        "Give it a prefix length or a number of hosts.",
        request=request.title(),
        family=family,
    )


def no_pools(width: int) -> Text:
    """The sentence where a design has no pool to take addresses from."""
    return text(
        "There is no address pool for IPv{family}. Draw one in the address plan.",
        family=4 if width == 32 else 6,
    )


def _name(design: Design, id: ElementId) -> Words:
    element = design.get(id)
    return element.title() if element else Words(en=id)
