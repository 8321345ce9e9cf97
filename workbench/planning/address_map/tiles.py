"""Tiles: what each address of a space is used for; they fill the space, and none overlaps another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

from planners.addresses import Block
from planners.addresses.ranges import pieces
from planners.pace import breathe
from workbench.model.element import ElementId
from workbench.planning.address_map.claims import Claim

Fill = Literal["used", "spare", "planned", "room", "reserved", "site", "cloud", "overlap", "free"]
FILLS: Final[tuple[Fill, ...]] = (
    "used",
    "spare",
    "planned",
    "room",
    "reserved",
    "site",
    "cloud",
    "overlap",
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


def tiles(space: Block, claims: Sequence[Claim]) -> Iterator[Tile]:
    """The tiles of a space, lowest first, given the claims that lie in it in their order."""
    for (fill, elements), runs in groupby(_runs(space, claims), key=lambda run: (run.fill, run.elements)):
        breathe()
        parts = list(runs)
        for base, bits in pieces(parts[0].first, parts[-1].end):
            yield Tile(Block(base, bits, space.width), fill, elements)


def _runs(space: Block, claims: Sequence[Claim]) -> Iterator[_Run]:
    """Ranges in which the same claims hold; claims nest, so those around an address are a stack."""
    around: list[Claim] = []
    at = space.base
    for claim in claims:
        while around and around[-1].block.end <= claim.block.base:
            yield from _up_to(at, around[-1].block.end, around)
            at = max(at, around.pop().block.end)
        yield from _up_to(at, claim.block.base, around)
        at = max(at, claim.block.base)
        around.append(claim)
    while around:
        yield from _up_to(at, around[-1].block.end, around)
        at = max(at, around.pop().block.end)
    yield from _up_to(at, space.end, around)


def _up_to(first: int, end: int, around: Sequence[Claim]) -> Iterator[_Run]:
    if first < end:
        fill, elements = _filled(around)
        yield _Run(first, end, fill, elements)


def _filled(around: Sequence[Claim]) -> tuple[Fill, tuple[ElementId, ...]]:
    """What claims make of the addresses they all hold, and which of them matter for that."""
    claims = [claim for claim in around if claim.use not in ("pool", "room")]
    if is_clash(claims):
        return "overlap", tuple(dict.fromkeys(claim.element for claim in claims))
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


def is_clash(claims: Sequence[Claim]) -> bool:
    """Whether two of the claims on an address cannot both hold: two networks or sites, or two parts of one network.

    A range kept free may lie around a site, which is often why it is kept, but not around a network.
    """
    owners = {claim.owner for claim in claims if claim.use != "reserved"}
    kept = any(claim.use == "reserved" for claim in claims)
    networks = any(claim.use in ("vpc", "vswitch", "router", "planned") for claim in claims)
    parts = {claim.element for claim in claims if claim.use == "vswitch"}
    return len(owners) > 1 or (kept and networks) or len(parts) > 1
