"""Tiles: what each address of a space is used for; they fill the space, and none overlaps another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Final, Literal, NamedTuple

from planners.addresses import Block
from planners.addresses.ranges import pieces
from planners.pace import breathe
from workbench.model.element import ElementId
from workbench.planning.address_map.claims import Claim
from workbench.rules.declared import Declared

Fill = Literal["used", "spare", "planned", "room", "reserved", "site", "cloud", "overlap", "declared", "free"]
FILLS: Final[tuple[Fill, ...]] = (
    "used",
    "spare",
    "planned",
    "room",
    "reserved",
    "site",
    "cloud",
    "overlap",
    "declared",
    "free",
)


class Tile(NamedTuple):
    """An aligned block of one use, with the elements that claim it; `spare` is in a VPC but in no vSwitch."""

    block: Block
    fill: Fill
    elements: tuple[ElementId, ...] = ()


class _Run(NamedTuple):
    first: int
    end: int
    fill: Fill
    elements: tuple[ElementId, ...]


def tiles(space: Block, claims: Sequence[Claim], meant: Declared) -> Iterator[Tile]:
    """The tiles of a space, lowest first, given the claims that lie in it in their order and what is meant to overlap."""
    for (fill, elements), runs in groupby(
        _runs(space, claims, meant), key=lambda run: (run.fill, run.elements)
    ):
        breathe()
        parts = list(runs)
        for base, bits in pieces(parts[0].first, parts[-1].end):
            yield Tile(Block(base, bits, space.width), fill, elements)


def _runs(space: Block, claims: Sequence[Claim], meant: Declared) -> Iterator[_Run]:
    """Ranges in which the same claims hold; claims nest, so those around an address are a stack."""
    around: list[Claim] = []
    at = space.base
    for claim in claims:
        while around and around[-1].block.end <= claim.block.base:
            yield from _up_to(at, around[-1].block.end, around, meant)
            at = max(at, around.pop().block.end)
        yield from _up_to(at, claim.block.base, around, meant)
        at = max(at, claim.block.base)
        around.append(claim)
    while around:
        yield from _up_to(at, around[-1].block.end, around, meant)
        at = max(at, around.pop().block.end)
    yield from _up_to(at, space.end, around, meant)


def _up_to(first: int, end: int, around: Sequence[Claim], meant: Declared) -> Iterator[_Run]:
    if first < end:
        fill, elements = _filled(around, meant)
        yield _Run(first, end, fill, elements)


def _filled(around: Sequence[Claim], meant: Declared) -> tuple[Fill, tuple[ElementId, ...]]:
    """What claims make of the addresses they all hold, and which of them matter for that."""
    claims = [claim for claim in around if claim.use not in ("pool", "room")]
    if is_shared(claims):
        fill: Fill = "overlap" if is_clash(claims, meant) else "declared"
        return fill, tuple(dict.fromkeys(claim.element for claim in claims))
    if claims:
        inmost = claims[-1]
        return _fill_of(inmost), (inmost.element,)
    rooms = [claim.element for claim in around if claim.use == "room"]
    return ("room", (rooms[-1],)) if rooms else ("free", ())


def _fill_of(claim: Claim) -> Fill:
    if claim.use in ("vswitch", "router"):
        return "used"
    if claim.use == "vpc":
        return "spare"
    return claim.use  # type: ignore[return-value]


def is_shared(claims: Sequence[Claim]) -> bool:
    """Whether an address has more than one holder: two networks or sites, or two parts of one network.

    A range kept free may lie around a site, which is often why it is kept, but not around a network.
    """
    owners = {claim.owner for claim in claims if claim.use != "reserved"}
    return len(owners) > 1 or _is_kept_and_used(claims) or _has_two_parts(claims)


def is_clash(claims: Sequence[Claim], meant: Declared) -> bool:
    """Whether two of the claims on an address cannot both hold; networks that are meant to share it can."""
    if _is_kept_and_used(claims) or _has_two_parts(claims):
        return True
    # Of each side one network speaks for all of it.
    sides = {meant.side(claim.owner): claim.owner for claim in claims if claim.use != "reserved"}
    return any(not meant.allows(one, other) for one, other in combinations(sides.values(), 2))


def _is_kept_and_used(claims: Sequence[Claim]) -> bool:
    kept = any(claim.use == "reserved" for claim in claims)
    return kept and any(claim.use in ("vpc", "vswitch", "router", "planned") for claim in claims)


def _has_two_parts(claims: Sequence[Claim]) -> bool:
    """Whether a network has two vSwitches on one address."""
    parts = {(claim.owner, claim.element) for claim in claims if claim.use == "vswitch"}
    return len({owner for owner, _ in parts}) < len(parts)
