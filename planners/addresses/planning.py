"""The plan: verdict upwards, places downwards."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from planners.addresses.blocks import Block, block_texts
from planners.addresses.footprints import Failure, Footprint, footprint
from planners.addresses.packing import pack, pack_empty
from planners.addresses.pools import Share, shares
from planners.addresses.problem import Problem, check_blocks
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


@dataclass(frozen=True, slots=True)
class Plan:
    """A place for every request, as integers by id; blocks and texts are made on demand.

    `proved` says whether no plan moves leaves of less weight.
    Which id comes first in a mapping means nothing: order them by request or by place.
    """

    width: int
    bases: dict[str, int]
    sizes: dict[str, int]
    moves: tuple[Move, ...] = ()
    proved: bool = True

    @property
    def allocations(self) -> dict[str, Block]:
        """Every block by id."""
        sizes, width = self.sizes, self.width
        return {id: Block(base, sizes[id], width) for id, base in self.bases.items()}

    def block(self, id: str) -> Block:
        """The block of one request."""
        return Block(self.bases[id], self.sizes[id], self.width)

    def texts(self) -> dict[str, str]:
        """Every block as text by id, written from integers."""
        by_size: dict[int, list[str]] = defaultdict(list)
        for id, bits in self.sizes.items():
            by_size[bits].append(id)
        texts: dict[str, str] = {}
        for bits, ids in by_size.items():
            places = map(self.bases.__getitem__, ids)
            texts.update(zip(ids, block_texts(places, bits, self.width), strict=True))
        return texts


@dataclass(frozen=True, slots=True)
class Outline:
    """A verdict yes: every size is known, and what goes into which free space."""

    tree: Tree
    top: list[Share]
    inside: Mapping[str, Footprint]


def outline(problem: Problem, kept: Mapping[str, Piece] | None = None) -> Outline | Failure:
    """Whether a plan exists, exactly; `kept` are earlier blocks that must stay.

    Raises `BadProblem` when the problem makes no sense.
    """
    check_blocks(problem)
    tree = checked_tree(problem)
    fill_leaves(tree, problem, kept or {})
    if tree.refused:
        id = min(tree.refused)
        return Failure("size-limit", id, tree.refused[id], (id,))
    reserved = Reserved(block[:2] for block in problem.reserved)
    inside: dict[str, Footprint] = {}
    for id in reversed(tree.containers):
        found = footprint(tree.requests[id], tree, reserved)
        if isinstance(found, Failure):
            return found
        inside[id] = found
        _hand_up(tree, id, found)
    top = shares(tree, problem.pools, reserved)
    return top if isinstance(top, Failure) else Outline(tree, top, inside)


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
        pack(share.free, share.wanted, tree.bases)
    for id in tree.containers:
        content, own = tree.contents[id], found.inside[id]
        if own.base is None:
            pack_empty(tree.bases[id], content.floats, tree.bases)
        elif content.floats:
            pack(own.free, content.floats, tree.bases)
    return Plan(tree.width, tree.bases, tree.sizes)
