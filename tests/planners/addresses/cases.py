"""Small random problems, and the slow search that knows the right verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from planners.addresses import Block, Plan, Problem, Request, usable
from planners.addresses.demand import bits_for, with_growth
from planners.addresses.problem import SPREADS

# Small enough to try every place of every size: the first 32 addresses.
SPACE = 5
POOLS = [
    (Block(0, 4),),
    (Block(0, 3), Block(16, 3)),
    (Block(0, 5),),
    (Block(8, 3), Block(16, 2), Block(24, 3)),
]


def blocks(largest: int = 3) -> st.SearchStrategy[Block]:
    """Any block of the tiny space up to a size."""
    return st.integers(0, largest).flatmap(
        lambda bits: st.integers(0, (1 << (SPACE - bits)) - 1).map(lambda slot: Block(slot << bits, bits))
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem of at most seven requests on 32 addresses, in up to seven levels."""
    pools = draw(st.sampled_from(POOLS))
    ids = [f"r{i}" for i in range(draw(st.integers(1, 7)))]
    parents: list[str | None] = [
        draw(st.sampled_from([None, None, *ids[:index]])) for index in range(len(ids))
    ]
    requests = [
        _request(draw, id, parent, id in parents, pools) for id, parent in zip(ids, parents, strict=True)
    ]
    reserved = tuple(draw(st.lists(blocks(2), max_size=2)))
    return Problem(pools, tuple(requests), reserved, reserved_per_leaf=draw(st.sampled_from([0, 1])))


def _request(
    draw: st.DrawFn, id: str, parent: str | None, container: bool, pools: tuple[Block, ...]
) -> Request:
    pinned = draw(blocks(4 if container else 2)) if draw(st.integers(0, 3)) == 0 else None
    low = draw(st.sampled_from([None, None, 28, 29, 30]))
    high = draw(st.sampled_from([None, None, 29, 30, 31]))
    chosen = None
    if parent is None and len(pools) > 1 and draw(st.booleans()):
        chosen = tuple(draw(st.lists(st.sampled_from(pools), min_size=1, max_size=2, unique=True)))
    if container:
        exact = draw(st.sampled_from([None, None, None, 28, 29, 30]))
        share = draw(st.sampled_from([0, 0, 0, 50]))
        return Request(id, parent, exact, None, share, 0, low, high, pinned, chosen)
    room = draw(st.sampled_from([0, 0, 0, 1]))
    if draw(st.booleans()):
        return Request(id, parent, draw(st.integers(29, 32)), None, 0, room, low, high, pinned, chosen)
    hosts, share = draw(st.integers(1, 6)), draw(st.sampled_from([0, 30]))
    return Request(id, parent, None, hosts, share, room, low, high, pinned, chosen)


@st.composite
def rich_problems(draw: st.DrawFn, most_blocks: int = 3) -> Problem:
    """A small problem with soft growth, ways to spread, and containers that may have several blocks."""
    problem = draw(problems())
    containers = {request.parent for request in problem.requests}
    requests = tuple(
        request._replace(
            soft_bits=0 if request.id in containers else draw(st.integers(0, 2)),
            spread=draw(st.sampled_from(SPREADS)),
            max_blocks=draw(st.integers(1, most_blocks)) if request.id in containers else 1,
        )
        for request in problem.requests
    )
    return replace(problem, requests=requests, spread=draw(st.sampled_from(SPREADS)))


def has_plan(problem: Problem) -> bool:
    """The verdict by trying every size and place of every request; shares no walk with the planner."""
    search = _Search(problem)
    pools = [(pool.base, pool.end) for pool in problem.pools]
    return search.arranged(search.children.get(None, []), pools)


def rooms_of(leaf: Request, problem: Problem) -> set[tuple[int, int]]:
    """Every range that a leaf may have in its pools, with its room to grow, if it were alone."""
    pools = problem.pools if leaf.pools is None or leaf.parent is not None else leaf.pools
    rooms = _Search(problem).footprints(leaf)
    return {
        (low, high) for low, high in rooms if any(pool.base <= low and high <= pool.end for pool in pools)
    }


class _Search:
    """All footprints of all requests, by trial."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.known: dict[str, set[tuple[int, int]]] = {}
        self.children: dict[str | None, list[Request]] = {}
        for request in problem.requests:
            self.children.setdefault(request.parent, []).append(request)

    def footprints(self, request: Request) -> set[tuple[int, int]]:
        """Every range the request can have, what is inside it included."""
        if request.id not in self.known:
            tried = self._container(request) if request.id in self.children else self._leaf(request)
            self.known[request.id] = set(tried)
        return self.known[request.id]

    def arranged(self, items: list[Request], spaces: list[tuple[int, int]], left: int = 99) -> bool:
        """Whether the items fit side by side, with at most `left` addresses in all.

        Every choice is tried but those that another stands for: of items that may stand in just the same places only one
        order, and what was tried in vain before (the items still to place and the addresses taken say everything).
        """
        choices = sorted((self._choices(one, spaces) for one in items), key=lambda one: (-_least(one), one))
        needed = [sum(_least(one) for one in choices[at:]) for at in range(len(choices) + 1)]
        failed: set[tuple[int, int, int]] = set()

        def fits(at: int, taken: int, left: int, lowest: int) -> bool:
            if at == len(choices):
                return left >= 0
            key = at, taken, lowest
            if needed[at] > left or key in failed:
                return False
            alike = at + 1 < len(choices) and choices[at + 1] == choices[at]
            for place, (low, high) in enumerate(choices[at][lowest:], lowest):
                mask = (1 << high) - (1 << low)
                if not mask & taken and fits(
                    at + 1, taken | mask, left - (high - low), place if alike else 0
                ):
                    return True
            failed.add(key)
            return False

        free = sum(
            1 for at in range(1 << SPACE) if any(low <= at < high for low, high in self._all(items, spaces))
        )
        return fits(0, 0, min(left, free), 0)

    def _choices(self, item: Request, spaces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The ranges that an item may have, in order."""
        allowed = self._allowed(item, spaces)
        return sorted(
            (low, high)
            for low, high in self.footprints(item)
            if any(start <= low and high <= end for start, end in allowed)
        )

    def _allowed(self, item: Request, spaces: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if item.parent is None and item.pools is not None:
            return [(pool.base, pool.end) for pool in item.pools]
        return spaces

    def _all(self, items: list[Request], spaces: list[tuple[int, int]]) -> set[tuple[int, int]]:
        return {one for item in items for one in self._allowed(item, spaces)}

    def _container(self, request: Request) -> Iterator[tuple[int, int]]:
        inner = self.children[request.id]
        for low, high in self._places(request, range(SPACE + 1)):
            free = request.pinned is not None or self._free(low, high)
            share = 0 if request.pinned is not None else request.growth_percent
            # the most that the children may add up to so that their growth share still fits
            most = max(used for used in range(high - low + 1) if with_growth(used, share) <= high - low)
            if free and self.arranged(inner, [(low, high)], most):
                yield low, high

    def _leaf(self, request: Request) -> Iterator[tuple[int, int]]:
        for low, high in self._places(request, [self._hosted(request)]):
            if request.pinned is not None:
                yield low, high
                continue
            size = (high - low) << request.growth_bits
            start = low // size * size
            if start + size <= 1 << SPACE and self._free(start, start + size):
                yield start, start + size

    def _hosted(self, request: Request) -> int:
        need = with_growth(request.hosts or 0, request.growth_percent) + self.problem.kept
        least = bits_for(need)
        return least if request.max_length is None else max(least, 32 - request.max_length)

    def _places(self, request: Request, sizes: Iterable[int]) -> Iterator[tuple[int, int]]:
        if request.pinned is not None:
            yield request.pinned.base, request.pinned.end
            return
        if request.prefix_length is not None:
            sizes = [32 - request.prefix_length]
        longest = 32 if request.max_length is None else request.max_length
        for bits in sizes:
            if (request.min_length or 0) <= 32 - bits <= longest:
                for low in range(0, 1 << SPACE, 1 << bits):
                    yield low, low + (1 << bits)

    def _free(self, low: int, high: int) -> bool:
        return all(high <= block.base or block.end <= low for block in self.problem.reserved)


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Everything that is wrong with a plan, by looking at each block and each pair."""
    if plan.bases.keys() != {request.id for request in problem.requests}:
        return ["not every request has a block"]
    containers = {request.parent for request in problem.requests}
    rooms = {}
    for request in problem.requests:
        whole = request.pinned is not None or request.id in containers
        rooms[request.id] = plan.block(request.id).enclosing(0 if whole else request.growth_bits)
    alone = [fault for request in problem.requests for fault in _faults_of(request, problem, plan, rooms)]
    above = {request.id: _above(request, problem) for request in problem.requests}
    pairs = (
        f"{one} overlaps {other}"
        for one, other in combinations(sorted(rooms), 2)
        if other not in above[one] and one not in above[other] and rooms[one].touches(rooms[other])
    )
    return [*alone, *pairs]


def _faults_of(request: Request, problem: Problem, plan: Plan, rooms: dict[str, Block]) -> Iterator[str]:
    block, room = plan.block(request.id), rooms[request.id]
    if block.base % block.size:
        yield f"{request.id} is not aligned"
    if request.pinned is not None and block != request.pinned:
        yield f"{request.id} left its pin"
    if request.pinned is None and any(room.touches(other) for other in problem.reserved):
        yield f"{request.id} touches a reserved range"
    if request.pinned is None and request.prefix_length not in (None, block.length):
        yield f"{request.id} has the wrong size"
    if (
        request.hosts
        and not request.pinned
        and not request.prefix_length
        and usable(block, problem.kept) < request.hosts
    ):
        yield f"{request.id} is too small"
    spaces = problem.pools if request.pools is None else request.pools
    if request.parent is not None:
        spaces = (plan.block(request.parent),)
    if not any(space.holds(room) for space in spaces):
        yield f"{request.id} is outside its container or its pools"


def _above(request: Request, problem: Problem) -> set[str]:
    parents = {other.id: other.parent for other in problem.requests}
    found, parent = set(), request.parent
    while parent is not None:
        found.add(parent)
        parent = parents[parent]
    return found


def _least(choices: list[tuple[int, int]]) -> int:
    """The fewest addresses that an item takes; more than there are where it fits nowhere."""
    return min((high - low for low, high in choices), default=(1 << SPACE) + 1)
