"""Small random problems, and the slow search that knows the right verdict."""

from functools import cache

from hypothesis import strategies as st

from planners.addresses import Block, Plan, Problem, Request
from planners.addresses.demand import bits_for, with_growth
from planners.addresses.tree import leaf_bits

# Small enough to try every place of every size: the last 16 addresses of the IPv4 space's first /27.
SPACE = 5


def blocks(largest: int = 3) -> st.SearchStrategy[Block]:
    """Any block of the tiny space up to a size."""
    return st.integers(0, largest).flatmap(
        lambda bits: st.integers(0, (1 << (SPACE - bits)) - 1).map(lambda slot: Block(slot << bits, bits))
    )


@st.composite
def problems(draw: st.DrawFn, choices: bool = True) -> Problem:
    """A problem of at most seven requests on 32 addresses, in up to three levels."""
    pools = draw(st.sampled_from([(Block(0, 4),), (Block(0, 3), Block(16, 3)), (Block(0, 5),), (Block(8, 3), Block(16, 2), Block(24, 3))]))
    count = draw(st.integers(1, 7))
    parents: list[str | None] = []
    for index in range(count):
        parents.append(draw(st.one_of(st.none(), st.sampled_from([f"r{i}" for i in range(index)]) if index else st.none())))
    requests = [_request(draw, f"r{i}", parent, f"r{i}" in parents, pools if choices else ()) for i, parent in enumerate(parents)]
    reserved = tuple(draw(st.lists(blocks(2), max_size=2)))
    return Problem(pools, tuple(requests), reserved, reserved_per_leaf=draw(st.sampled_from([0, 1])))


def _request(draw: st.DrawFn, id: str, parent: str | None, container: bool, pools: tuple[Block, ...]) -> Request:
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


def has_plan(problem: Problem) -> bool:
    """The verdict by trying every size and place of every request; shares no step with the planner."""
    children: dict[str | None, list[Request]] = {}
    for request in problem.requests:
        children.setdefault(request.parent, []).append(request)
    reserved = [(block.base, block.end) for block in problem.reserved]

    def free_of_reserved(low: int, high: int) -> bool:
        return all(high <= start or end <= low for start, end in reserved)

    def sizes(request: Request) -> range | list[int]:
        if request.prefix_length is not None:
            found = [32 - request.prefix_length]
        elif request.id in children:
            found = list(range(SPACE + 1))
        else:
            need = with_growth(request.hosts or 0, request.growth_percent) + problem.kept
            least = bits_for(need)
            if request.max_length is not None:
                least = max(least, 32 - request.max_length)
            found = [least]
        low, high = request.min_length or 0, 32 if request.max_length is None else request.max_length
        return [bits for bits in found if low <= 32 - bits <= high]

    @cache
    def outcomes(id: str) -> frozenset[tuple[int, int]]:
        """All footprints (base, bits) the request can have, what is inside included."""
        request = next(r for r in problem.requests if r.id == id)
        inner = children.get(id, [])
        if request.pinned is not None:
            candidates = [(request.pinned.base, request.pinned.bits)]
        else:
            candidates = [
                (slot << bits, bits) for bits in sizes(request) if bits <= SPACE for slot in range(1 << (SPACE - bits))
            ]
        found = set()
        for base, bits in candidates:
            end = base + (1 << bits)
            if request.pinned is None and inner and not free_of_reserved(base, end):
                continue
            if inner:
                share = 0 if request.pinned is not None else request.growth_percent
                if arranged(inner, [(base, end)], 1 << bits, share):
                    found.add((base, bits))
                continue
            room = bits + (0 if request.pinned is not None else request.growth_bits)
            start = base >> room << room
            if room <= SPACE and (request.pinned is not None or free_of_reserved(start, start + (1 << room))):
                found.add((start, room))
        return frozenset(found)

    def arranged(items: list[Request], spaces: list[tuple[int, int]], capacity: int, share: int) -> bool:
        def go(index: int, taken: int, used: int) -> bool:
            if with_growth(used, share) > capacity:
                return False
            if index == len(items):
                return True
            item = items[index]
            allowed = [(p.base, p.end) for p in item.pools] if item.pools and item.parent is None else spaces
            for base, bits in outcomes(item.id):
                mask = ((1 << (1 << bits)) - 1) << base
                inside = any(low <= base and base + (1 << bits) <= high for low, high in allowed)
                if inside and not mask & taken and go(index + 1, taken | mask, used + (1 << bits)):
                    return True
            return False

        return go(0, 0, 0)

    top = children.get(None, [])
    return arranged(top, [(pool.base, pool.end) for pool in problem.pools], 1 << 40, 0)


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Everything that is wrong with a plan, by looking at each pair of blocks."""
    found = []
    blocks = plan.allocations
    requests = {request.id: request for request in problem.requests}
    containers = {request.parent for request in problem.requests}
    above: dict[str, set[str]] = {}
    for id, request in requests.items():
        chain, parent = set(), request.parent
        while parent is not None:
            chain.add(parent)
            parent = requests[parent].parent
        above[id] = chain
    rooms = {id: _room(requests[id], block) if id not in containers else block for id, block in blocks.items()}
    if blocks.keys() != requests.keys():
        found.append("not every request has a block")
    for id, block in blocks.items():
        request = requests[id]
        if block.base % block.size:
            found.append(f"{id} is not aligned")
        if request.pinned is not None and block != request.pinned:
            found.append(f"{id} left its pin")
        if request.pinned is None and any(rooms[id].touches(other) for other in problem.reserved):
            found.append(f"{id} touches a reserved range")
        if request.pinned is None and id not in containers:
            if leaf_bits(request, problem.width, problem.kept) != block.bits:
                found.append(f"{id} has the wrong size")
        if request.parent is not None and not blocks[request.parent].holds(rooms[id]):
            found.append(f"{id} is outside {request.parent}")
        pools = problem.pools if request.pools is None else request.pools
        if request.parent is None and not any(pool.holds(rooms[id]) for pool in pools):
            found.append(f"{id} is in none of its pools")
        for other, space in rooms.items():
            if id < other and other not in above[id] and id not in above[other] and space.touches(rooms[id]):
                found.append(f"{id} overlaps {other}")
    return found


def _room(request: Request, block: Block) -> Block:
    return block if request.pinned is not None else block.enclosing(request.growth_bits)
