"""The plan: verdict upwards, places downwards."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from planners.addresses.blocks import Block, block_texts
from planners.addresses.footprints import Failure, Footprint, footprint
from planners.addresses.packing import pack, pack_empty, pack_sparse
from planners.addresses.pools import Share, shares
from planners.addresses.problem import SPARSE, Problem, check_blocks
from planners.addresses.ranges import Piece, Reserved
from planners.addresses.tree import Fixed, Tree, checked_tree, fill_leaves


@dataclass(frozen=True, slots=True)
class Move:
    """A block of an earlier plan that could not stay: from where to where, why, and which leaves lie there now."""

    id: str
    old: Block
    new: Block
    reason: str
    by: tuple[str, ...] = ()


class Soft(NamedTuple):
    """What became of the doublings that a leaf would like, and why it did not get more.

    `why` is "" where all are granted, else `pinned`, `size-limit`, `neighbour` (`by` lies there), `would-move`
    (the container `at` would have to grow), or what keeps `at` (None: the pools) from holding more.
    """

    id: str
    wanted: int
    granted: int
    why: str = ""
    at: str | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A place for every request, as integers by id; blocks and texts are made on demand.

    `proved` says whether no plan moves leaves of less weight. `soft` tells what became of
    growth that was wanted but might be dropped, `soft_proved` whether no plan grants more of it.
    `several` has all blocks of the containers that have more than one; `bases` and `sizes` have the
    first of these. `routes` counts the blocks of all containers, `routes_proved` says whether
    no plan that keeps what stays has fewer.
    Which id comes first in a mapping means nothing: order them by request or by place.
    """

    width: int
    bases: dict[str, int]
    sizes: dict[str, int]
    moves: tuple[Move, ...] = ()
    proved: bool = True
    soft: tuple[Soft, ...] = ()
    soft_proved: bool = True
    several: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    routes: int = 0
    routes_proved: bool = True

    @property
    def allocations(self) -> dict[str, Block]:
        """Every block by id; of several the first."""
        sizes, width = self.sizes, self.width
        return {id: Block(base, sizes[id], width) for id, base in self.bases.items()}

    def block(self, id: str) -> Block:
        """The block of one request; of several the first."""
        return Block(self.bases[id], self.sizes[id], self.width)

    def blocks(self, id: str) -> tuple[Block, ...]:
        """All blocks of one request."""
        return self.several.get(id) or (self.block(id),)

    def texts(self) -> dict[str, str]:
        """Every block as text by id, written from integers; of several the first."""
        by_size: dict[int, list[str]] = defaultdict(list)
        for id, bits in self.sizes.items():
            by_size[bits].append(id)
        texts: dict[str, str] = {}
        for bits, ids in by_size.items():
            places = map(self.bases.__getitem__, ids)
            texts.update(zip(ids, block_texts(places, bits, self.width), strict=True))
        return texts

    def several_texts(self) -> dict[str, list[str]]:
        """All blocks as text of the containers that have several."""
        return {id: [str(block) for block in blocks] for id, blocks in self.several.items()}


@dataclass(frozen=True, slots=True)
class Outline:
    """A verdict yes: every size is known, and what goes into which free space.

    `parts` names the blocks of containers that have several; in the tree each is a container of its own.
    """

    tree: Tree
    top: list[Share]
    inside: dict[str, Footprint]
    spread: str
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    routes_proved: bool = True
    sparse: frozenset[Block] = frozenset()

    def is_sparse(self, share: Share) -> bool:
        """Whether what lies in a share lies far apart."""
        if self.spread == SPARSE or not self.sparse:
            return self.spread == SPARSE
        width = self.tree.width
        return all(any(pool.holds(Block(*piece, width)) for pool in self.sparse) for piece in share.free)


@dataclass(frozen=True, slots=True)
class Climbed:
    """The tree measured upwards as far as it went: the containers' footprints, and what went wrong last."""

    tree: Tree
    inside: dict[str, Footprint]
    failure: Failure | None


def outline(problem: Problem, kept: Mapping[str, Piece] | None = None) -> Outline | Failure:
    """Whether a plan with one block a container exists, exactly; `kept` are earlier blocks that must stay.

    Raises `BadProblem` when the problem makes no sense.
    """
    check_blocks(problem)
    reserved = Reserved(block[:2] for block in problem.reserved)
    found = climbed(problem, reserved, kept or {})
    if found.failure:
        return found.failure
    top = shares(found.tree, problem.pools, reserved)
    if isinstance(top, Failure):
        return top
    return Outline(found.tree, top, found.inside, problem.spread, sparse=problem.sparse)


def climbed(problem: Problem, reserved: Reserved, kept: Mapping[str, Piece]) -> Climbed:
    """The footprints of all containers from the leaves upwards, up to the first that cannot be filled."""
    tree = checked_tree(problem)
    fill_leaves(tree, problem, kept)
    inside: dict[str, Footprint] = {}
    if tree.refused:
        id = min(tree.refused)
        return Climbed(tree, inside, Failure("size-limit", id, tree.refused[id], (id,)))
    for id in reversed(tree.containers):
        found = footprint(tree.requests[id], tree, reserved)
        if isinstance(found, Failure):
            return Climbed(tree, inside, found)
        inside[id] = found
        _hand_up(tree, id, found)
    return Climbed(tree, inside, None)


def _hand_up(tree: Tree, id: str, found: Footprint) -> None:
    """Tell the surroundings of a container how large it is, and where when that is settled."""
    request = tree.requests[id]
    tree.sizes[id] = found.bits
    around = tree.around(request.parent, request.pools)
    if found.base is None:
        around.add(found.bits, [id])
    else:
        tree.bases[id] = found.base
        around.fixed.append(Fixed(found.base, found.bits, id))


def filled(found: Outline) -> Plan:
    """The plan of an outline: everything gets its place, from the top downwards."""
    tree = found.tree
    for share in found.top:
        put = pack_sparse if found.is_sparse(share) else pack
        put(share.free, share.wanted, tree.bases)
    for id in tree.containers:
        content, own = tree.contents[id], found.inside[id]
        if tree.requests[id].spread == SPARSE:
            free = own.free if own.base is not None else [(tree.bases[id], own.bits)]
            pack_sparse(free, content.floats, tree.bases)
        elif own.base is None:
            pack_empty(tree.bases[id], content.floats, tree.bases)
        elif content.floats:
            pack(own.free, content.floats, tree.bases)
    return Plan(
        tree.width,
        tree.bases,
        tree.sizes,
        several={id: _joined(tree, id, parts) for id, parts in found.parts.items()},
        routes=len(tree.containers) + sum(part not in tree.contents for part in chain(*found.parts.values())),
        routes_proved=found.routes_proved,
    )


def _joined(tree: Tree, id: str, parts: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks of a container that has several, which take the place of its parts."""
    blocks = tuple(Block(tree.bases.pop(part), tree.sizes.pop(part), tree.width) for part in parts)
    tree.bases[id], tree.sizes[id] = blocks[0][:2]
    return blocks
