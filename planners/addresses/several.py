"""Containers that may have several blocks: the fewest routes first, each plan tested with the exact condition.

One block each is tried before anything else, so who asks for nothing more pays nothing.
Where everything inside containers floats, a table finds the fewest routes and proves it.
Where pins or kept blocks settle places, containers are divided one after the other, those
that lie where the plan failed, in order of routes: a search that ends and proves nothing,
except that one route more than none is the fewest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from planners.addresses.blocks import Block
from planners.addresses.demand import Lack
from planners.addresses.dividing import Divided, Division, Divisions, Part, divided, divisions_of, part_names
from planners.addresses.family import Family
from planners.addresses.footprints import Failure, covered
from planners.addresses.keeping import each_fitting, still_fitting
from planners.addresses.planning import Climbed, Outline, climbed, outline
from planners.addresses.pools import Share, pools_of, shares
from planners.addresses.problem import Problem, Request
from planners.addresses.ranges import Piece, Reserved, free_pieces, merged
from planners.addresses.settled import divisions_around
from planners.addresses.shapes import fewest_blocks
from planners.addresses.tree import Content, Tree, checked_tree, fill_leaves
from planners.pace import breathe

# Requests looked at while containers are divided: small problems get many trials, large ones few.
LOOKED_AT = 100_000
TRIALS = 300


def verdict(problem: Problem) -> Outline | Failure:
    """Whether a plan exists, with as few blocks a container as can be; earlier blocks do not count."""
    found = outline(problem)
    if not isinstance(found, Failure) or not may_divide(problem):
        return found
    bare = replace(problem, previous={}, several={})
    return _floating(bare) or _Search(bare).found({}, found)


def staying(problem: Problem) -> Outline | None:
    """A plan in which every earlier block stays that could, with few blocks a container, if one is found."""
    found = _Search(problem).found(_earlier(problem), None)
    return found if isinstance(found, Outline) else None


def may_divide(problem: Problem) -> bool:
    """Whether any container may have several blocks."""
    return any(request.max_blocks > 1 for request in problem.requests)


def _floating(problem: Problem) -> Outline | Failure | None:
    """The proved answer where nothing is settled inside containers; None where it would not be proved."""
    tree = checked_tree(problem)
    fill_leaves(tree, problem, {})
    reach = _reach(tree, problem)
    if reach is None:
        return None
    taken = merged(range for content in tree.top.values() for range in covered(content))
    reserved = Reserved(block[:2] for block in problem.reserved)
    free = [piece for pool in sorted(reach) for piece in _free(pool[:2], taken, reserved)]
    floats = [content.floats for content in tree.top.values()]
    sizes = {bits for some in floats for bits in some}
    wanted = {bits: [id for some in floats for id in some.get(bits, ())] for bits in sizes}
    choice = fewest_blocks(tree, free, wanted)
    parts = divided(problem, divisions_of(tree, choice.shapes, set(tree.requests)))
    found = outline(parts.problem)
    if isinstance(found, Failure):
        return parts.told(found) if choice.proved and not choice.is_fitting else None
    return replace(found, parts=parts.parts, routes_proved=choice.proved)


def _reach(tree: Tree, problem: Problem) -> frozenset[Block] | None:
    """The pools that everything at the top may use; None where these differ, or something inside is settled."""
    top = (tree.requests[id].pools for id in tree.containers if tree.requests[id].parent is None)
    floating = (choice for choice, content in tree.top.items() if content.floats)
    reach = {frozenset(pools_of(choice, problem.pools)) for choice in (*top, *floating)}
    is_settled = any(content.fixed for content in tree.contents.values())
    is_pinned = any(tree.requests[id].pinned is not None for id in tree.containers)
    return None if tree.refused or is_settled or is_pinned or len(reach) != 1 else reach.pop()


def _free(pool: Piece, taken: list[tuple[int, int]], reserved: Reserved) -> list[Piece]:
    return free_pieces(pool, merged([*taken, *reserved.inside(pool)]))


def _earlier(problem: Problem) -> dict[str, Division]:
    """The containers that had several blocks, divided as they were, where they may stay so."""
    family = Family.of(problem)
    reserved = Reserved(block[:2] for block in problem.reserved)
    divisions = {}
    for id, blocks in sorted(problem.several.items()):
        request = family.requests.get(id)
        if request is None or id not in family.children or request.pinned is not None:
            continue
        if len(blocks) <= request.max_blocks and _may_stay(request, blocks, reserved):
            parts = [_part_of(family, id, block) for block in blocks]
            divisions[id] = tuple(part for part in parts if part.members)
    return {id: division for id, division in divisions.items() if division}


def _may_stay(request: Request, blocks: Iterable[Block], reserved: Reserved) -> bool:
    longest = request.max_length if request.max_length is not None else 128
    lengths = [block.length for block in blocks]
    exact = request.prefix_length is None or all(length == request.prefix_length for length in lengths)
    fits = all((request.min_length or 0) <= length <= longest for length in lengths)
    return exact and fits and not any(reserved.inside(block[:2]) for block in blocks)


def _part_of(family: Family, id: str, block: Block) -> Part:
    """An earlier block of a container, with the children that lay in it."""
    members = [
        name
        for child in family.children[id]
        for name, place in _places(family, child)
        if place is not None and block.holds(place)
    ]
    return Part(frozenset(members), block.bits, block)


def _places(family: Family, id: str) -> Iterator[tuple[str, Block | None]]:
    """Where a request, or each of its parts, lies by its pin or lay before."""
    problem = family.problem
    blocks = problem.several.get(id)
    if blocks:
        yield from zip(part_names(id, len(blocks), set(family.requests)), blocks, strict=True)
    pin = family.requests[id].pinned
    yield id, pin if pin is not None else problem.previous.get(id)


@dataclass(frozen=True, slots=True)
class _Tried:
    """What one division came to."""

    parts: Divided
    climb: Climbed
    answer: Outline | Failure


class _Search:
    """Containers divided step by step, fewest routes first; of equal ones the least space."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._family = Family.of(problem)
        self._reserved = Reserved(block[:2] for block in problem.reserved)
        self._trials = min(TRIALS, max(10, LOOKED_AT // max(1, len(problem.requests))))
        self._queue: list[tuple[int, int, int, Divisions]] = []
        self._seen: set[frozenset[tuple[str, Division]]] = set()

    def found(self, start: Divisions, failure: Failure | None) -> Outline | Failure:
        """The first plan, else the failure without any division, which is a proof where nothing could be divided."""
        self._wait(start)
        is_proof = True
        while self._queue and self._trials:
            breathe()
            self._trials -= 1
            routes, _, _, divisions = heappop(self._queue)
            tried = self._tried(divisions)
            if isinstance(tried.answer, Outline):
                return replace(tried.answer, parts=tried.parts.parts, routes_proved=routes <= 1)
            failure = failure or tried.answer
            is_proof = is_proof and not self._dividable(tried)
            for more in self._more(divisions, tried):
                self._wait(more)
        assert failure is not None
        return failure if is_proof else replace(failure, code="not-proved")

    def _wait(self, divisions: Divisions) -> None:
        key = frozenset(divisions.items())
        if key not in self._seen:
            self._seen.add(key)
            routes = sum(len(division) - 1 for division in divisions.values())
            space = sum(1 << part.bits for division in divisions.values() for part in division)
            heappush(self._queue, (routes, space, len(self._seen), divisions))

    def _tried(self, divisions: Divisions) -> _Tried:
        parts = divided(self._problem, divisions)
        kept = still_fitting(parts.problem)
        climb = climbed(parts.problem, self._reserved, kept)
        if climb.failure:
            return _Tried(parts, climb, climb.failure)
        top = shares(climb.tree, self._problem.pools, self._reserved)
        if isinstance(top, Failure):
            return _Tried(parts, climb, top)
        if len(kept) < len(each_fitting(parts.problem)):
            return _Tried(parts, climb, Failure("clash", None, Lack(0, 1, 0)))
        return _Tried(parts, climb, self._outline(climb, top))

    def _outline(self, climb: Climbed, top: list[Share]) -> Outline:
        problem = self._problem
        return Outline(climb.tree, top, climb.inside, problem.spread, sparse=problem.sparse)

    def _dividable(self, tried: _Tried) -> list[Request]:
        """The containers inside what failed that may have several blocks."""
        assert isinstance(tried.answer, Failure)
        family = self._family
        at = tried.parts.whole(tried.answer.at)
        inside = [family.requests[id] for id in sorted(family.requests if at is None else family.inside(at))]
        return [one for one in inside if one.max_blocks > 1 and one.id in family.children]

    def _more(self, divisions: Divisions, tried: _Tried) -> Iterator[Divisions]:
        """The divisions with one container in more blocks, of those inside what failed."""
        for request in self._dividable(tried):
            least = len(divisions.get(request.id, (None,))) + (request.id not in self._problem.several)
            for division in self._divisions(request, tried):
                if len(division) >= least:
                    yield {**divisions, request.id: division}

    def _divisions(self, request: Request, tried: _Tried) -> Iterator[Division]:
        content = Content()
        for name in tried.parts.parts.get(request.id, (request.id,)):
            part = tried.climb.tree.contents.get(name, Content())
            content.fixed.extend(part.fixed)
            for bits, ids in part.floats.items():
                content.add(bits, list(ids))
        own, width = self._own(request), self._problem.width
        if own:
            yield from divisions_around(request, content, own, self._reserved, width)
        if request.pinned is None:
            yield from divisions_around(request, content, (), self._reserved, width)

    def _own(self, request: Request) -> tuple[Block, ...]:
        """The blocks that a container has by its pin, or had before and may keep."""
        if request.pinned is not None:
            return (request.pinned,)
        blocks = self._problem.several.get(request.id) or ()
        if request.id in self._problem.previous:
            blocks = (self._problem.previous[request.id],)
        return tuple(blocks) if _may_stay(request, blocks, self._reserved) else ()
