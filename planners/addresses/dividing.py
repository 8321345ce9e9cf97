"""A problem in which containers are divided: each of their blocks a container of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from planners.addresses.blocks import Block
from planners.addresses.footprints import Failure
from planners.addresses.packing import pack
from planners.addresses.problem import Problem, Request
from planners.addresses.ranges import Piece
from planners.addresses.shapes import Shape, Shapes
from planners.addresses.tree import Tree


class Part(NamedTuple):
    """One block of a container: pinned, or of a settled size, and what lies in it (children, or parts of these)."""

    members: frozenset[str]
    bits: int
    pinned: Block | None = None


Division = tuple[Part, ...]
Divisions = Mapping[str, Division]


@dataclass(frozen=True, slots=True)
class Divided:
    """The problem with parts in the place of containers, and the parts of each."""

    problem: Problem
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def whole(self, id: str | None) -> str | None:
        """The container that a part belongs to; anything else is itself."""
        return next((whole for whole, parts in self.parts.items() if id in parts), id)

    def told(self, failure: Failure) -> Failure:
        """A failure of this problem in the words of the whole one."""
        culprits = dict.fromkeys(self.whole(id) for id in failure.culprits)
        named = tuple(id for id in culprits if id is not None)
        return replace(failure, at=self.whole(failure.at), culprits=named, content=None)


def divided(problem: Problem, divisions: Divisions) -> Divided:
    """The problem whose containers are divided in the way given."""
    taken = {request.id for request in problem.requests}
    parts = {id: part_names(id, len(division), taken) for id, division in divisions.items()}
    owners = {
        member: part
        for id, division in divisions.items()
        for part, settled in zip(parts[id], division, strict=True)
        for member in settled.members
    }
    requests: list[Request] = []
    for request in problem.requests:
        if request.id not in divisions:
            requests.append(_inside(request, request, parts, owners))
            continue
        for part, settled in zip(parts[request.id], divisions[request.id], strict=True):
            requests.append(_inside(_part(request, part, settled, problem.width), request, parts, owners))
    previous = {id: block for id, block in problem.previous.items() if id not in divisions}
    return Divided(replace(problem, requests=tuple(requests), previous=previous, several={}), parts)


def part_names(id: str, count: int, taken: set[str]) -> tuple[str, ...]:
    """A name for every part that nobody else has."""
    mark = "/"
    while any(f"{id}{mark}{number}" in taken for number in range(count)):
        mark += "/"
    return tuple(f"{id}{mark}{number}" for number in range(count))


def _part(request: Request, name: str, settled: Part, width: int) -> Request:
    changed = request._replace(id=name, growth_percent=0, max_blocks=1, pinned=settled.pinned)
    if settled.pinned is not None:
        return changed
    return changed._replace(prefix_length=width - settled.bits, min_length=None, max_length=None)


def _inside(
    request: Request, asked: Request, parts: Mapping[str, tuple[str, ...]], owners: Mapping[str, str]
) -> Request:
    """The request, inside that part of its container to which it, or the request it is a part of, belongs."""
    if asked.parent is None or asked.parent not in parts:
        return request
    owner = owners.get(request.id) or owners.get(asked.id) or parts[asked.parent][0]
    return request._replace(parent=owner)


def divisions_of(tree: Tree, shapes: Shapes, taken: set[str]) -> dict[str, Division]:
    """The divisions behind the shapes of floating containers and of all inside."""
    found: dict[str, Division] = {}
    for id, shape in shapes:
        found.update(divisions_of(tree, shape.inner, taken))
        if len(shape.sizes) > 1:
            found[id] = _packed(tree, id, shape, taken)
    return found


def _packed(tree: Tree, id: str, shape: Shape, taken: set[str]) -> Division:
    """The blocks of a floating container with what lies in each."""
    wanted = {bits: list(ids) for bits, ids in tree.contents[id].floats.items()}
    for child, inner in shape.inner:
        names = (child,) if len(inner.sizes) == 1 else part_names(child, len(inner.sizes), taken)
        for name, bits in zip(names, inner.sizes, strict=True):
            wanted.setdefault(bits, []).append(name)
    blocks = laid_out(shape.sizes)
    places: dict[str, int] = {}
    pack(blocks, wanted, places)
    return tuple(Part(members_in(places, block), block[1]) for block in blocks)


def members_in(places: Mapping[str, int], block: Piece) -> frozenset[str]:
    """What lies in a block."""
    base, bits = block
    return frozenset(id for id, place in places.items() if place >> bits << bits == base)


def laid_out(sizes: Iterable[int]) -> list[Piece]:
    """Blocks of these sizes (large first) beside each other, somewhere."""
    base, found = 0, []
    for bits in sizes:
        found.append((base, bits))
        base += 1 << bits
    return found
