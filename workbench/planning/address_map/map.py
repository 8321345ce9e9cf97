"""AddressMap: made from a design in one go, asked for what stands where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from planners.addresses import Block, FreeSpace, exact_cover
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.planning.address_map.cells import cells
from workbench.planning.address_map.claims import Claim, claims
from workbench.planning.address_map.spaces import spaces
from workbench.planning.address_map.tiles import Fill, Tile, tiles
from workbench.planning.address_map.tints import Tint, Tinting, tints
from workbench.planning.drawn import block_or_none
from workbench.rules.declared import Declared, declared


@dataclass(frozen=True, eq=False)
class Space:
    """A large block: the claims in it from the outside in, and the tiles that fill it."""

    block: Block
    claims: tuple[Claim, ...]
    tiles: tuple[Tile, ...]

    def claims_in(self, first: int, end: int) -> Iterator[Claim]:
        """The claims that share an address with a range, in their order."""
        yield from self._claims_around(first)
        yield from self.claims[bisect_left(self._claimed, first) : bisect_left(self._claimed, end)]

    def tiles_in(self, first: int, end: int) -> tuple[Tile, ...]:
        """The tiles that share an address with a range."""
        at = bisect_left(self._tiled, first)
        if at == len(self._tiled) or self._tiled[at] > first:
            at -= 1
        return self.tiles[max(at, 0) : bisect_left(self._tiled, end)]

    def at(self, address: int) -> tuple[Claim, ...]:
        """The claims on an address, outermost first."""
        return tuple(self.claims_in(address, address + 1))

    def tile_at(self, address: int) -> Tile:
        """The tile that holds an address of the space."""
        return self.tiles_in(address, address + 1)[0]

    def shares(self, block: Block | None = None) -> Mapping[Fill, int]:
        """How many addresses of a block, or of all, are used for what."""
        whole, counts = block or self.block, Counter[Fill]()
        for tile in self.tiles_in(whole.base, whole.end):
            counts[tile.fill] += min(tile.block.end, whole.end) - max(tile.block.base, whole.base)
        return counts

    @cached_property
    def whole_shares(self) -> Mapping[Fill, int]:
        """How many addresses of all are used for what."""
        return self.shares()

    @cached_property
    def cells(self) -> tuple[Fill, ...]:
        """What each of the 256 cells of the overview is shown as."""
        return tuple(cells(self))

    def indexed(self) -> Space:
        """Itself, with all that it looks up later made now: a map is made beside the window, and asked by it."""
        for made in (self._by_block, self._claimed, self._tiled, self.whole_shares, self.cells):
            assert made is not None
        return self

    def free_in(self, block: Block, vpc: ElementId = "") -> FreeSpace:
        """The free blocks in a block; inside a VPC, those that none of its vSwitches has.

        Where VPCs share addresses on purpose each has its own free ones: those of the VPC that is named.
        """
        fill: Fill = "spare" if self.is_in_vpc(block) else "free"
        own = self._parts_in(block, vpc) if vpc else frozenset()
        found = tuple(
            block if tile.block.holds(block) else tile.block
            for tile in self.tiles_in(block.base, block.end)
            if tile.fill == fill or (_is_shared(tile, vpc) and own.isdisjoint(tile.elements))
        )
        if vpc:
            found = tuple(exact_cover(found))
        largest = min(found, key=lambda one: (-one.bits, one.base), default=None)
        return FreeSpace(sum(one.size for one in found), largest, found)

    def _parts_in(self, block: Block, vpc: ElementId) -> frozenset[ElementId]:
        """The vSwitches of a VPC on a block."""
        held = self.claims_in(block.base, block.end)
        return frozenset(one.element for one in held if one.use == "vswitch" and one.owner == vpc)

    def is_in_vpc(self, block: Block) -> bool:
        """Whether all of a block belongs to a VPC."""
        return any(claim.use == "vpc" and claim.block.holds(block) for claim in self.at(block.base))

    def _claims_around(self, address: int) -> Iterator[Claim]:
        """The claims that begin before an address and reach over it."""
        for bits in range(self.block.bits, -1, -1):
            base = address >> bits << bits
            if base < address:
                yield from self._by_block.get((base, bits), ())

    @cached_property
    def _by_block(self) -> Mapping[tuple[int, int], tuple[Claim, ...]]:
        return {key[:2]: tuple(found) for key, found in groupby(self.claims, key=lambda claim: claim.block)}

    @cached_property
    def _claimed(self) -> list[int]:
        return [claim.block.base for claim in self.claims]

    @cached_property
    def _tiled(self) -> list[int]:
        return [tile.block.base for tile in self.tiles]


@dataclass(frozen=True, eq=False)
class AddressMap:
    """Every space of a design, with the tints of what stands in them and the blocks of each element."""

    design: Design
    spaces: tuple[Space, ...]
    tinting: Tinting
    tints: Mapping[ElementId, Tint]
    meant: Declared

    def claims_of(self, id: ElementId) -> tuple[Claim, ...]:
        """The claims of an element, in order."""
        return self._by_element.get(id, ())

    @cached_property
    def pinned(self) -> frozenset[tuple[ElementId, Block]]:
        """What a request keeps where it is, by element and block."""
        asking = self.design.of_kind(AddressRequest)
        return frozenset(
            (one.subject or one.id, block) for one in asking if (block := block_or_none(one.pin)) is not None
        )

    @cached_property
    def _by_element(self) -> Mapping[ElementId, tuple[Claim, ...]]:
        found: dict[ElementId, tuple[Claim, ...]] = {}
        for space in self.spaces:
            for claim in space.claims:
                found[claim.element] = (*found.get(claim.element, ()), claim)
        return found


def address_map(design: Design, tinting: Tinting = "environment") -> AddressMap:
    """The map of a design."""
    found, meant = claims(design), declared(design)
    made = tuple(_space(block, found, meant) for block in spaces(design, found))
    used = dict.fromkeys(claim.element for claim in found)
    return AddressMap(design, made, tinting, tints(design, used, tinting), meant)


def _space(block: Block, found: list[Claim], meant: Declared) -> Space:
    mine = [claim for claim in found if block.holds(claim.block)]
    return Space(block, tuple(mine), tuple(tiles(block, mine, meant))).indexed()


def _is_shared(tile: Tile, vpc: ElementId) -> bool:
    return tile.fill == "declared" and vpc in tile.elements
