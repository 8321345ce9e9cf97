"""What an earlier plan placed and a new one leaves alone."""

from collections.abc import Callable, Container, Iterator, Mapping

from planners.addresses.blocks import Block
from planners.addresses.overlapping import ClashIndex
from planners.addresses.planning import Move, Plan
from planners.addresses.problem import Problem, Request
from planners.addresses.ranges import Piece, Reserved
from planners.addresses.tree import leaf_bits

Kept = dict[str, Piece]


def each_fitting(problem: Problem) -> Kept:
    """The earlier blocks that could stay if nothing else had to: right size, in a pool, nothing reserved."""
    return {id: problem.previous[id][:2] for _, id in sorted(_candidates(problem), key=lambda pair: pair[1])}


def still_fitting(problem: Problem) -> Kept:
    """The earlier blocks that have the right size and clash with nothing settled.

    Of two that clash with each other the larger stays, the lower on ties.
    """
    requests = {request.id: request for request in problem.requests}
    pins = [(request.pinned, request.id) for request in problem.requests if request.pinned is not None]
    kept = _without_clash(_candidates(problem), pins, requests)
    return {id: problem.previous[id][:2] for id in sorted(kept)}


def _candidates(problem: Problem) -> list[tuple[Block, str]]:
    """The earlier blocks that fit by themselves, with their room to grow."""
    requests = {request.id: request for request in problem.requests}
    containers = {request.parent for request in problem.requests}
    reserved = Reserved(block[:2] for block in problem.reserved)
    found = []
    for id, block in problem.previous.items():
        request = requests.get(id)
        if request is None or request.pinned is not None:
            continue
        room = block if id in containers else block.enclosing(min(request.growth_bits, block.length))
        right_size = id in containers or leaf_bits(request, problem.width, problem.kept) == block.bits
        in_pool = any(pool.holds(room) for pool in _pools(request, problem))
        if right_size and in_pool and not reserved.inside(room[:2]):
            found.append((room, id))
    return found


def _pools(request: Request, problem: Problem) -> tuple[Block, ...]:
    if request.parent is not None:
        return problem.pools
    return problem.pools if request.pools is None else request.pools


def above(id: str, requests: Mapping[str, Request]) -> Iterator[str]:
    """The containers around a request, innermost first."""
    parent = requests[id].parent
    while parent is not None:
        yield parent
        parent = requests[parent].parent


def _without_clash(
    candidates: list[tuple[Block, str]], pins: list[tuple[Block, str]], requests: Mapping[str, Request]
) -> set[str]:
    """One sweep over all blocks: whatever encloses a block must be its ancestor."""
    pinned = {id: block for block, id in pins}
    depth = {id: sum(1 for _ in above(id, requests)) for _, id in candidates + pins}
    order = sorted(candidates + pins, key=lambda pair: (pair[0].base, -pair[0].bits, depth[pair[1]], pair[1]))
    kept: set[str] = set()
    open_blocks: list[tuple[Block, str]] = []
    for block, id in order:
        while open_blocks and open_blocks[-1][0].end <= block.base:
            open_blocks.pop()
        enclosing = set(above(id, requests))
        strangers = {other for _, other in open_blocks if other not in enclosing}
        if id in pinned:
            kept -= strangers
            open_blocks = [pair for pair in open_blocks if pair[1] in kept or pair[1] in pinned]
        elif strangers or any(other in pinned and not pinned[other].holds(block) for other in enclosing):
            continue
        else:
            kept.add(id)
        open_blocks.append((block, id))
    return kept


def most_kept(kept: Kept, order: list[str], fits: Callable[[Kept], bool], chosen: Kept | None = None) -> Kept:
    """What is chosen, and as many earlier blocks more as leave a plan: no further one can be added.

    Those that come first in the order are kept first.
    """
    chosen = chosen or {}
    waiting = [order]
    while waiting:
        ids = waiting.pop()
        more = chosen | {id: kept[id] for id in ids}
        if fits(more):
            chosen = more
        elif len(ids) > 1:
            middle = len(ids) // 2
            waiting += [ids[middle:], ids[:middle]]
    return chosen


def moves(problem: Problem, plan: Plan, kept: Container[str]) -> tuple[Move, ...]:
    """Every earlier block that has changed, in order of id, each with its reason and who lies there now."""
    requests = {request.id: request for request in problem.requests}
    changed = list(_changed(problem, plan))
    containers = {request.parent for request in problem.requests}
    leaves = (id for id in requests if id not in containers)
    index = ClashIndex((plan.block(id), id) for id in leaves) if changed else ClashIndex[str]()
    found = []
    for id, old, new in changed:
        there = [other for _, other in index.clashes(old) if other != id and id not in above(other, requests)]
        reason = _reason(requests[id], old, problem, plan, kept)
        found.append(Move(id, old, new, reason, tuple(sorted(there))))
    return tuple(found)


def _changed(problem: Problem, plan: Plan) -> Iterator[tuple[str, Block, Block]]:
    """Every earlier block that is none any more, and the block in its place."""
    earlier = {id: (block,) for id, block in problem.previous.items()} | dict(problem.several)
    for id in sorted(earlier.keys() & plan.bases.keys()):
        gone = [block for block in earlier[id] if block not in plan.blocks(id)]
        new = [block for block in plan.blocks(id) if block not in earlier[id]] or [plan.block(id)]
        for number, old in enumerate(gone):
            around = [block for block in new if block.holds(old)]
            yield id, old, around[0] if around else new[min(number, len(new) - 1)]


def _reason(request: Request, old: Block, problem: Problem, plan: Plan, kept: Container[str]) -> str:
    if request.pinned is not None:
        return "pinned"
    if any(block.holds(old) for block in plan.blocks(request.id)):
        return "grown-in-place"
    if any(block.touches(old) for block in problem.reserved):
        return "reserved"
    if old.bits not in [block.bits for block in plan.blocks(request.id)]:
        return "size-changed"
    if not any(pool.holds(old) for pool in _pools(request, problem)):
        return "outside-pool"
    if request.parent is not None and not any(block.holds(old) for block in plan.blocks(request.parent)):
        return "container-moved"
    return "made-room" if request.id in kept else "clash"
