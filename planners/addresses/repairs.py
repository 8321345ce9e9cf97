"""Single changes that make a plan possible, each proved by planning again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planners.addresses.blocks import Block
from planners.addresses.demand import Lack, bits_for
from planners.addresses.family import Family
from planners.addresses.footprints import Failure
from planners.addresses.problem import Problem, Request
from planners.addresses.several import verdict
from planners.addresses.tree import leaf_bits

# Enough to choose from; more is no help, and each one costs a plan.
OF_A_KIND = 2
TRIED_OF_A_KIND = 24


SAYS = {
    "release-pin": "Release the pin of {about} at {old}.",
    "less-growth": "Give {about} half the room to grow.",
    "no-growth": "Drop the growth share of {old} % of {about}.",
    "fit": "Shrink {about} to {new}.",
    "shrink": "Shrink {about} from {old} to {new}.",
    "enlarge": "Enlarge {about} from {old} to {new}.",
    "more-blocks": "Allow {about} {new} blocks.",
    "lift-limit": "Lift the limit of {about}: allow blocks larger than {old}.",
    "release-range": "Give the reserved range {about} free.",
    "extend-pool": "Extend the pool {about} to {new}.",
    "add-pool": "Add the pool {about}.",
}
"""What each kind of repair proposes."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change: requests in a new form, or another list of pools or reserved ranges.

    `about` is the id of a request, or a block; `old` and `new` are what changes in it, "" where nothing is to be said.
    """

    kind: str
    about: str
    old: str = ""
    new: str = ""
    requests: tuple[Request, ...] = ()
    pools: tuple[Block, ...] | None = None
    reserved: tuple[Block, ...] | None = None

    @property
    def say(self) -> str:
        """The change as a sentence."""
        return SAYS[self.kind].format(about=self.about, old=self.old, new=self.new)

    def applied(self, problem: Problem) -> Problem:
        """The problem with the change made."""
        changed = {request.id: request for request in self.requests}
        return replace(
            problem,
            requests=tuple(changed.get(request.id, request) for request in problem.requests),
            pools=problem.pools if self.pools is None else self.pools,
            reserved=problem.reserved if self.reserved is None else self.reserved,
        )


def repairs(family: Family, conflict: tuple[str, ...], lack: Lack) -> tuple[Repair, ...]:
    """The changes that really help, a few of each kind, cheapest kind first."""
    problem = replace(family.problem, previous={}, several={})
    found = []
    kinds = (
        _releases(family, conflict),
        _shrinks(family, conflict),
        _divisions(family, conflict),
        _openings(problem),
        _pools(problem, lack),
    )
    for kind in kinds:
        helpful = 0
        for tried, repair in enumerate(kind):
            if helpful == OF_A_KIND or tried == TRIED_OF_A_KIND:
                break
            if not isinstance(verdict(repair.applied(problem)), Failure):
                found.append(repair)
                helpful += 1
    return tuple(found)


def _around(family: Family, conflict: tuple[str, ...]) -> list[str]:
    """The conflict and the ancestors that take part in it."""
    found = dict.fromkeys(conflict)
    for id in conflict:
        parent = family.requests[id].parent
        while parent is not None:
            found[parent] = None
            parent = family.requests[parent].parent
    return list(found)


def _releases(family: Family, conflict: tuple[str, ...]) -> Iterator[Repair]:
    """Pins given up (the size stays)."""
    for id in _around(family, conflict):
        request = family.requests[id]
        if request.pinned is not None:
            is_leaf = id not in family.children and request.prefix_length is None and request.hosts is None
            length = request.pinned.length if is_leaf else request.prefix_length
            changed = request._replace(pinned=None, prefix_length=length)
            yield Repair("release-pin", id, str(request.pinned), requests=(changed,))


def _shrinks(family: Family, conflict: tuple[str, ...]) -> Iterator[Repair]:
    """Leaves made half as large, containers of a fixed size made free or larger, limits lifted."""
    problem = family.problem
    for id in _around(family, conflict):
        request = family.requests[id]
        if request.pinned is not None:
            continue
        if id in family.children:
            yield from _loosened(request)
            continue
        if request.growth_bits:
            changed = request._replace(growth_bits=request.growth_bits - 1)
            yield Repair("less-growth", id, requests=(changed,))
        bits = leaf_bits(request, problem.width, problem.kept)
        if isinstance(bits, Lack):
            largest = min(max(request.min_length or 0, request.growth_bits), _longest(request, problem.width))
            changed = request._replace(prefix_length=largest, hosts=None)
            yield Repair("fit", id, new=f"/{largest}", requests=(changed,))
        elif (length := problem.width - bits + 1) <= _longest(request, problem.width):
            changed = request._replace(prefix_length=length, hosts=None)
            yield Repair("shrink", id, f"/{length - 1}", f"/{length}", (changed,))


def _longest(request: Request, width: int) -> int:
    return width if request.max_length is None else request.max_length


def _loosened(request: Request) -> Iterator[Repair]:
    if request.prefix_length:
        length = request.prefix_length - 1
        least = request.min_length or 0
        if length >= least:
            changed = (request._replace(prefix_length=length),)
            yield Repair("enlarge", request.id, f"/{length + 1}", f"/{length}", changed)
    if request.growth_percent:
        changed = (request._replace(growth_percent=0),)
        yield Repair("no-growth", request.id, f"{request.growth_percent}", requests=changed)
    if request.min_length:
        changed = (request._replace(min_length=None),)
        yield Repair("lift-limit", request.id, f"/{request.min_length}", requests=changed)


def _divisions(family: Family, conflict: tuple[str, ...]) -> Iterator[Repair]:
    """Containers allowed one block more."""
    for id in _around(family, conflict):
        if id in family.children:
            request = family.requests[id]
            blocks = request.max_blocks + 1
            changed = (request._replace(max_blocks=blocks),)
            yield Repair("more-blocks", id, f"{blocks - 1}", f"{blocks}", changed)


def _openings(problem: Problem) -> Iterator[Repair]:
    """Reserved ranges given free, small before large."""
    for block in sorted(set(problem.reserved), key=lambda block: (block.bits, block.base)):
        if any(pool.touches(block) for pool in problem.pools):
            left = tuple(other for other in problem.reserved if other != block)
            yield Repair("release-range", str(block), reserved=left)


def _pools(problem: Problem, lack: Lack) -> Iterator[Repair]:
    """Pools made larger (neighbours join), or one more pool of the size that is missing."""
    for steps in range(1, 9):
        for pool in sorted(problem.pools):
            if steps <= pool.length:
                yield _extended(problem, pool, pool.enclosing(steps))
    for block in _new_pools(problem, max(lack.bits, bits_for(lack.need - lack.have))):
        changed = _choosing(problem, (), block)
        yield Repair("add-pool", str(block), requests=changed, pools=(*problem.pools, block))


def _extended(problem: Problem, pool: Block, larger: Block) -> Repair:
    swallowed = tuple(other for other in problem.pools if larger.holds(other))
    pools = (*(other for other in problem.pools if other not in swallowed), larger)
    changed = _choosing(problem, swallowed, larger)
    return Repair("extend-pool", str(pool), new=str(larger), requests=changed, pools=pools)


def _choosing(problem: Problem, gone: tuple[Block, ...], new: Block) -> tuple[Request, ...]:
    """The requests with a list of pools, in the form that knows the new pool."""
    changed = []
    for request in problem.requests:
        if request.pools is not None and (not gone or any(pool in gone for pool in request.pools)):
            chosen = (*(pool for pool in request.pools if pool not in gone), new)
            changed.append(request._replace(pools=chosen))
    return tuple(changed)


def _new_pools(problem: Problem, bits: int) -> Iterator[Block]:
    """Blocks of the size and larger that touch no pool and no reserved range, in private space first."""
    taken = (*problem.pools, *problem.reserved)
    for space in _spaces(problem.width):
        for size in range(bits, min(bits + 3, space.bits + 1)):
            for start in range(space.base, min(space.end, space.base + (64 << size)), 1 << size):
                block = Block(start, size, problem.width)
                if not any(block.touches(other) for other in taken):
                    yield block
                    break


def _spaces(width: int) -> tuple[Block, ...]:
    if width == 128:
        return (Block(0xFD << 120, 120, 128), Block(0, 128, 128))
    private = (Block(10 << 24, 24), Block(0xAC100000, 20), Block(0xC0A80000, 16))
    return (*private, Block(0, 32))
