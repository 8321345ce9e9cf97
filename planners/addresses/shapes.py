"""The fewest blocks of containers that may have several, where all of them float.

Less space takes more blocks: in k blocks a demand costs the smallest number from it
upwards with at most k one-bits, and the children always fit, for both are taken in
decreasing size. So a container has a few shapes, and a table over its children gives the
least space for each number of routes. In the pools the free blocks need not be one: there
the space is counted from every size upwards at which the level condition can fail.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from planners.addresses.demand import bits_for, with_growth
from planners.addresses.footprints import largest_bits
from planners.addresses.levels import first_lack
from planners.addresses.ranges import Piece
from planners.addresses.tree import Tree
from planners.pace import breathe

# Beyond so many states of a table, or blocks of one container, not all ways are looked at.
STATES = 100
BLOCKS = 4


class Shape(NamedTuple):
    """One way to divide a container: the routes of it and all inside, the sizes of its blocks, the shapes inside."""

    routes: int
    sizes: tuple[int, ...]
    inner: "Shapes"

    @property
    def space(self) -> int:
        """The addresses of all blocks."""
        return sum(1 << bits for bits in self.sizes)


Shapes = tuple[tuple[str, "Shape"], ...]


class Choice(NamedTuple):
    """The shapes of containers, whether everything fits in them, and whether that is proved: no fewer routes, or no way at all."""

    shapes: Shapes
    is_fitting: bool
    proved: bool


class _State(NamedTuple):
    """Routes and space of the items so far; `last` is the shape of the last of them, `before` the state without it."""

    routes: int
    needs: tuple[int, ...]
    before: "_State | None" = None
    last: tuple[str, Shape] | None = None

    def order(self) -> tuple[int, tuple[int, ...]]:
        """Fewest routes first, then least space."""
        return self.routes, self.needs

    @property
    def shapes(self) -> Shapes:
        """The shapes of all items, in order."""
        found = []
        state: _State | None = self
        while state is not None and state.last is not None:
            found.append(state.last)
            state = state.before
        return tuple(reversed(found))


def cheapest_sizes(need: int, blocks: int, least: int, largest: int) -> tuple[int, ...] | None:
    """The sizes of up to so many blocks that hold the need in the least space, large first; None where none do."""
    sizes: list[int] = []
    while need > 0 or not sizes:
        if len(sizes) == blocks:
            return None
        whole = need.bit_length() - 1 if len(sizes) < blocks - 1 else bits_for(need)
        sizes.append(min(max(whole, least), largest))
        need -= 1 << sizes[-1]
    return tuple(sizes)


def fewest_blocks(tree: Tree, free: Sequence[Piece], wanted: Mapping[int, list[str]]) -> Choice:
    """The shapes with the fewest routes, then the least space, in which everything fits the free blocks.

    Where nothing fits, the shapes with the least space. Nothing inside a container may be settled.
    `wanted` are the leaves at the top.
    """
    return _Shaping(tree, free).choice(wanted)


class _Shaping:
    def __init__(self, tree: Tree, free: Sequence[Piece]) -> None:
        self._tree = tree
        self._free = free
        sizes = {bits for _, bits in free}
        self._largest = max(sizes, default=0)
        self._is_broken = len(sizes) > 1
        self._proved = True
        self._children: dict[str | None, list[str]] = {}
        for id in tree.containers:
            self._children.setdefault(tree.requests[id].parent, []).append(id)

    def choice(self, wanted: Mapping[int, list[str]]) -> Choice:
        # No shape is larger than the largest free block, so above it there is nothing to count.
        levels = [0, *(bits + 1 for bits in sorted({bits for _, bits in self._free})[:-1])]
        have = [sum(1 << bits for _, bits in self._free if bits >= level) for level in levels]
        items = [(id, self._shapes(id, self._largest)) for id in self._children.get(None, ())]
        too_large = any(bits > self._largest for bits in wanted)
        states = [] if too_large else self._table(items, wanted, levels, have)
        if not states:
            least = chain.from_iterable(self._least(id) for id in self._children.get(None, ()))
            return Choice(tuple(least), False, self._proved)
        best = min(states, key=_State.order)
        return Choice(best.shapes, True, self._proved)

    def _least(self, id: str) -> Iterator[tuple[str, Shape]]:
        """The smallest shape of a container; where it has none, of the containers inside that have one."""
        shapes = self._shapes(id, self._tree.width)
        if shapes:
            yield id, min(shapes, key=lambda shape: (shape.space, shape.routes))
        else:
            for child in self._children.get(id, ()):
                yield from self._least(child)

    def _shapes(self, id: str, most: int) -> list[Shape]:
        """The shapes of a container, none of which is worse than another in every way."""
        request = self._tree.requests[id]
        largest = min(most, largest_bits(request, self._tree.width))
        least = self._tree.width - request.max_length if request.max_length is not None else 0
        if request.prefix_length is not None:
            least = max(least, self._tree.width - request.prefix_length)
        if least > largest:
            return []
        content = self._tree.contents[id].floats
        items = [(child, self._shapes(child, largest)) for child in self._children.get(id, ())]
        if any(bits > largest for bits in content):
            return []
        found = []
        for state in self._table(items, content, [0], None):
            need = max(1, with_growth(state.needs[0], request.growth_percent))
            for sizes in self._divided(id, state, need, (least, largest)):
                found.append(Shape(state.routes + len(sizes), sizes, state.shapes))
        return _undominated(found)

    def _divided(
        self, id: str, state: _State, need: int, between: tuple[int, int]
    ) -> Iterator[tuple[int, ...]]:
        request = self._tree.requests[id]
        for blocks in range(1, request.max_blocks + 1):
            sizes = cheapest_sizes(need, blocks, *between)
            if sizes is not None and len(sizes) == blocks:
                yield sizes
        if self._is_broken and request.max_blocks > 1 and request.parent is None:
            inner = {child for child, _ in state.shapes if self._tree.requests[child].max_blocks > 1}
            if request.max_blocks > BLOCKS or inner:
                self._proved = False
            else:
                yield from self._broken(id, state, need, between)

    def _broken(
        self, id: str, state: _State, need: int, between: tuple[int, int]
    ) -> Iterator[tuple[int, ...]]:
        """All divisions that hold the children, for free blocks into which the cheapest may not fit."""
        wanted: dict[int, list[str]] = {
            bits: list(ids) for bits, ids in self._tree.contents[id].floats.items()
        }
        for child, shape in state.shapes:
            for bits in shape.sizes:
                wanted.setdefault(bits, []).append(child)
        least = between[0] if self._tree.requests[id].growth_percent else max(between[0], min(wanted))
        largest = min(between[1], bits_for(need))
        for sizes in _multisets(self._tree.requests[id].max_blocks, least, largest):
            if sum(1 << bits for bits in sizes) >= need and not first_lack(
                wanted, [(0, bits) for bits in sizes]
            ):
                yield sizes

    def _table(
        self,
        items: Iterable[tuple[str, list[Shape]]],
        wanted: Mapping[int, list[str]],
        levels: Sequence[int],
        have: Sequence[int] | None,
    ) -> list[_State]:
        """The least space for each number of routes, over all items; space from each level upwards."""
        sizes = chain.from_iterable([bits] * len(ids) for bits, ids in wanted.items())
        start = _State(0, _needs(tuple(sizes), levels))
        states = [start] if _fit(start.needs, have) else []
        for id, shapes in items:
            breathe()
            more = [
                _State(state.routes + shape.routes, needs, state, (id, shape))
                for shape, extra in [(shape, _needs(shape.sizes, levels)) for shape in shapes]
                for state in states
                if _fit(needs := tuple(map(int.__add__, state.needs, extra)), have)
            ]
            states = _best(more)
            if len(levels) > 1 and len(states) == STATES:
                self._proved = False
        return states


def _needs(sizes: Sequence[int], levels: Sequence[int]) -> tuple[int, ...]:
    return tuple(sum(1 << bits for bits in sizes if bits >= level) for level in levels)


def _fit(needs: Sequence[int], have: Sequence[int] | None) -> bool:
    return have is None or all(need <= most for need, most in zip(needs, have, strict=True))


def _best(states: list[_State]) -> list[_State]:
    """The states that no other betters in routes and in space at every level."""
    found: list[_State] = []
    states.sort(key=_State.order)
    if states and len(states[0].needs) == 1:
        # One number is enough to compare: the last one kept has the least space so far.
        for state in states:
            if not found or state.needs < found[-1].needs:
                found.append(state)
        return found
    for state in states:
        if not any(_fit(other.needs, state.needs) for other in found):
            found.append(state)
        if len(found) == STATES:
            break
    return found


def _undominated(shapes: list[Shape]) -> list[Shape]:
    """The shapes that no other betters in routes and in how easily its blocks find a place."""
    levels = sorted({0, *chain.from_iterable(shape.sizes for shape in shapes)})
    found: list[tuple[Shape, tuple[int, ...]]] = []
    for shape in sorted(shapes, key=lambda shape: (shape.routes, shape.space, shape.sizes)):
        needs = _needs(shape.sizes, levels)
        if not any(_fit(others, needs) for _, others in found):
            found.append((shape, needs))
    return [shape for shape, _ in found]


def _multisets(count: int, least: int, largest: int) -> Iterator[tuple[int, ...]]:
    """Every choice of two to `count` sizes, large first."""
    for first in range(largest, least - 1, -1):
        for second in range(first, least - 1, -1):
            yield first, second
        if count > 2:
            for rest in _multisets(count - 1, least, first):
                yield first, *rest
