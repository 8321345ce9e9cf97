"""The top of the tree: items inside the pools they may use."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planners.addresses.blocks import Block
from planners.addresses.demand import Lack
from planners.addresses.footprints import Failure, covered, overlapping
from planners.addresses.levels import first_lack, total
from planners.addresses.pool_choice import PoolChoice, SearchLimit
from planners.addresses.ranges import Piece, Reserved, free_pieces, merged
from planners.addresses.tree import Choice, Content, Fixed, Tree

Wanted = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Share:
    """Free space and what is packed into it; shares have nothing to do with each other."""

    free: list[Piece]
    wanted: Wanted


def shares(tree: Tree, pools: Sequence[Block], reserved: Reserved) -> list[Share] | Failure:
    """What goes into which free space at the top, or why it does not fit."""
    pools = sorted(pools)
    failure = _settled_wrongly(tree, pools)
    if failure:
        return failure
    taken = merged([range for content in tree.top.values() for range in covered(content)])
    free = {pool: free_pieces(pool[:2], merged([*taken, *reserved.inside(pool[:2])])) for pool in pools}
    found: list[Share] = []
    for choices in _tied(tree, pools):
        part = _share(tree, choices, pools, free)
        if isinstance(part, Failure):
            return part
        found.extend(part)
    return found


def pools_of(choice: Choice, pools: Sequence[Block]) -> tuple[Block, ...]:
    """The pools a choice stands for; no choice means all."""
    return tuple(pools) if choice is None else choice


def _settled_wrongly(tree: Tree, pools: Sequence[Block]) -> Failure | None:
    """A settled item outside its pools, or two that overlap."""
    outside = [
        (item, allowed)
        for choice, content in tree.top.items()
        for allowed in (pools_of(choice, pools),)
        for item in _outside(content.fixed, allowed)
    ]
    if outside:
        item, allowed = min(outside, key=lambda pair: pair[0])
        regions = tuple(pool[:2] for pool in allowed)
        return Failure("pin-outside-parent", None, Lack(item.bits, 1 << item.bits, 0), (item.id,), regions)
    return overlapping(None, sorted(item for content in tree.top.values() for item in content.fixed))


def _outside(items: Sequence[Fixed], pools: Sequence[Block]) -> Iterator[Fixed]:
    """The items that lie in none of the pools (sorted, disjoint)."""
    starts, ends = [pool.base for pool in pools], [pool.end for pool in pools]
    for item in items:
        index = bisect_right(starts, item.base) - 1
        if index < 0 or item.base + (1 << item.bits) > ends[index]:
            yield item


def _tied(tree: Tree, pools: Sequence[Block]) -> list[list[Choice]]:
    """The choices that something still wants, grouped where they share a pool."""
    groups: list[tuple[set[Block], list[Choice]]] = []
    wanted = [choice for choice, content in tree.top.items() if content.floats]
    for choice in sorted(wanted, key=lambda choice: pools_of(choice, pools)):
        reach, members = set(pools_of(choice, pools)), [choice]
        apart = []
        for other_reach, others in groups:
            if reach & other_reach:
                reach, members = reach | other_reach, others + members
            else:
                apart.append((other_reach, others))
        groups = [*apart, (reach, members)]
    return [members for _, members in groups]


def _share(
    tree: Tree, choices: list[Choice], pools: Sequence[Block], free: dict[Block, list[Piece]]
) -> list[Share] | Failure:
    """The shares of choices that compete for pools."""
    reach = {choice: frozenset(pools_of(choice, pools)) for choice in choices}
    together = sorted(frozenset().union(*reach.values()))
    joint = Share([piece for pool in together for piece in free[pool]], _joined(tree, choices))
    regions = tuple(pool[:2] for pool in together)
    settled = [item for content in tree.top.values() for item in content.fixed]
    lack = first_lack(joint.wanted, joint.free)
    if lack:
        return Failure("capacity", None, lack, regions=regions, content=Content(joint.wanted, settled))
    if len(set(reach.values())) == 1:
        return [joint]
    for choice in choices:
        alone = [piece for pool in sorted(reach[choice]) for piece in free[pool]]
        lack = first_lack(tree.top[choice].floats, alone)
        if lack:
            regions = tuple(pool[:2] for pool in sorted(reach[choice]))
            content = Content(tree.top[choice].floats, settled)
            return Failure("capacity", None, lack, regions=regions, content=content)
    return _searched(tree, choices, together, free, reach, regions)


def _joined(tree: Tree, choices: list[Choice]) -> Wanted:
    joined: Wanted = {}
    for choice in choices:
        for bits, ids in tree.top[choice].floats.items():
            joined.setdefault(bits, []).extend(ids)
    return joined


def _searched(
    tree: Tree,
    choices: list[Choice],
    together: list[Block],
    free: dict[Block, list[Piece]],
    reach: dict[Choice, frozenset[Block]],
    regions: tuple[Piece, ...],
) -> list[Share] | Failure:
    """The shares of choices that overlap partly: one share a pool, found by search."""
    queues: dict[tuple[int, frozenset[int]], list[str]] = {}
    for choice in choices:
        places = frozenset(i for i, pool in enumerate(together) if pool in reach[choice])
        for bits, ids in tree.top[choice].floats.items():
            queues.setdefault((bits, places), []).extend(ids)
    groups = [(bits, places, len(ids)) for (bits, places), ids in queues.items()]
    search = PoolChoice([free[pool] for pool in together], groups)
    joint = Content(_joined(tree, choices))
    try:
        splits = search.splits()
    except SearchLimit:
        return Failure("not-proved", None, _crowding(joint), regions=regions, content=joint)
    if splits is None:
        return Failure("pool-choice", None, _crowding(joint), regions=regions, content=joint)
    return _dealt(search, splits, queues, [free[pool] for pool in together])


def _dealt(
    search: PoolChoice,
    splits: list[tuple[int, ...]],
    queues: dict[tuple[int, frozenset[int]], list[str]],
    free: list[list[Piece]],
) -> list[Share]:
    """The requests handed to the pools as the search decided, in order of id."""
    dealt: list[Wanted] = [{} for _ in free]
    for (bits, places, _), split in zip(search.groups, splits, strict=True):
        waiting = sorted(queues[bits, places])
        for pool, count in enumerate(split):
            dealt[pool].setdefault(bits, []).extend(waiting[:count])
            waiting = waiting[count:]
    return [Share(pieces, wanted) for pieces, wanted in zip(free, dealt, strict=True)]


def _crowding(joint: Content) -> Lack:
    """The least that is missing when only the lists of pools stand in the way: one smallest request."""
    smallest = min(joint.floats)
    need = total(joint.floats)
    return Lack(smallest, need, need - (1 << smallest))
