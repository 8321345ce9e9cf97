"""What an earlier plan placed and a new one leaves alone."""

from collections.abc import Callable, Iterator, Mapping

from planners.addresses.blocks import Block
from planners.addresses.planning import Move, Plan
from planners.addresses.problem import Problem, Request
from planners.addresses.ranges import Piece, Reserved
from planners.addresses.tree import leaf_bits

Kept = dict[str, Piece]


def still_fitting(problem: Problem) -> Kept:
    """The earlier blocks that have the right size and clash with nothing settled.

    Of two that clash with each other the larger stays, the lower on ties.
    """
    requests = {request.id: request for request in problem.requests}
    containers = {request.parent for request in problem.requests}
    reserved = Reserved(block[:2] for block in problem.reserved)
    candidates = []
    for id, block in problem.previous.items():
        request = requests.get(id)
        if request is None or request.pinned is not None:
            continue
        room = block if id in containers else block.enclosing(min(request.growth_bits, block.length))
        right_size = id in containers or leaf_bits(request, problem.width, problem.kept) == block.bits
        in_pool = any(pool.holds(room) for pool in _pools(request, problem))
        if right_size and in_pool and not reserved.inside(room[:2]):
            candidates.append((room, id))
    pins = [(request.pinned, request.id) for request in problem.requests if request.pinned is not None]
    kept = _without_clash(candidates, pins, requests)
    return {id: problem.previous[id][:2] for id in sorted(kept)}


def _pools(request: Request, problem: Problem) -> tuple[Block, ...]:
    if request.parent is not None:
        return problem.pools
    return problem.pools if request.pools is None else request.pools


def _above(id: str, requests: Mapping[str, Request]) -> Iterator[str]:
    parent = requests[id].parent
    while parent is not None:
        yield parent
        parent = requests[parent].parent


def _without_clash(
    candidates: list[tuple[Block, str]], pins: list[tuple[Block, str]], requests: Mapping[str, Request]
) -> set[str]:
    """One sweep over all blocks: whatever encloses a block must be its ancestor."""
    pinned = {id: block for block, id in pins}
    depth = {id: sum(1 for _ in _above(id, requests)) for _, id in candidates + pins}
    order = sorted(candidates + pins, key=lambda pair: (pair[0].base, -pair[0].bits, depth[pair[1]], pair[1]))
    kept: set[str] = set()
    open_blocks: list[tuple[Block, str]] = []
    for block, id in order:
        while open_blocks and open_blocks[-1][0].end <= block.base:
            open_blocks.pop()
        above = set(_above(id, requests))
        strangers = {other for _, other in open_blocks if other not in above}
        if id in pinned:
            kept -= strangers
            open_blocks = [pair for pair in open_blocks if pair[1] in kept or pair[1] in pinned]
        elif strangers or any(other in pinned and not pinned[other].holds(block) for other in above):
            continue
        else:
            kept.add(id)
        open_blocks.append((block, id))
    return kept


def most_kept(kept: Kept, requests: Mapping[str, Request], fits: Callable[[Kept], bool]) -> Kept:
    """A largest-possible choice of earlier blocks that leaves a plan: no further one can be added.

    Leaves come before containers, large before small: a container that loses its
    block is put around what stays, which often is growing in place.
    """
    containers = {request.parent for request in requests.values()}
    order = sorted(kept, key=lambda id: (id in containers, -kept[id][1], id))
    chosen: Kept = {}
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


def moves(problem: Problem, plan: Plan, kept: Kept) -> tuple[Move, ...]:
    """Every earlier block that has changed, in order of id, each with its reason."""
    requests = {request.id: request for request in problem.requests}
    found = []
    for id in sorted(problem.previous.keys() & plan.bases.keys()):
        old, new = problem.previous[id], plan.block(id)
        if old != new:
            found.append(Move(id, old, new, _reason(requests[id], old, new, problem, kept)))
    return tuple(found)


def _reason(request: Request, old: Block, new: Block, problem: Problem, kept: Kept) -> str:
    if request.pinned is not None:
        return "pinned"
    if new.holds(old):
        return "grown-in-place"
    if any(block.touches(old) for block in problem.reserved):
        return "reserved"
    if old.bits != new.bits:
        return "size-changed"
    if not any(pool.holds(old) for pool in _pools(request, problem)):
        return "outside-pool"
    return "made-room" if request.id in kept else "clash"
