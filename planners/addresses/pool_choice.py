"""Which pool each request goes to when their lists of pools overlap only partly.

Whether everything fits is then NP-complete, so this is a search: sizes from
large to small, so that inside one pool any place is as good as another and a
state is nothing but the addresses used in each pool. A bound over sets of
pools (the level condition of what is left) cuts nearly everything off.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from planners.addresses.ranges import Piece

Group = tuple[int, frozenset[int], int]
Split = tuple[int, ...]
STATES = 50_000


class SearchLimit(Exception):
    """The search gave up: neither a plan nor a proof that there is none."""


class PoolChoice:
    """How many requests of each group go to each pool.

    A group is `(size, the pools it may use, how many)`.
    """

    def __init__(self, free: Sequence[Sequence[Piece]], groups: Sequence[Group]) -> None:
        self.groups = sorted(groups, key=lambda group: (-group[0], len(group[1]), sorted(group[1])))
        self._pools = len(free)
        self._room = {
            level: [sum(1 << bits for _, bits in pool if bits >= level) for pool in free]
            for level, _, _ in self.groups
        }
        self._bounded = self._pool_sets()
        self._dead: set[tuple[int, Split]] = set()

    def splits(self) -> list[Split] | None:
        """For each of `groups` its count in each pool, or None when nothing fits."""
        return self._from(0, (0,) * self._pools)

    def _pool_sets(self) -> list[frozenset[int]]:
        """Sets of pools to bound: all when there are few, else those asked for and their whole."""
        if self._pools <= 6:
            sizes = range(1, self._pools + 1)
            return [frozenset(some) for size in sizes for some in combinations(range(self._pools), size)]
        asked = {chosen for _, chosen, _ in self.groups} | {frozenset(range(self._pools))}
        return sorted(asked, key=lambda chosen: (len(chosen), sorted(chosen)))

    def _from(self, index: int, used: Split) -> list[Split] | None:
        """The splits of the groups from `index` on, given the addresses used so far."""
        if index == len(self.groups):
            return []
        if (index, used) in self._dead or not self._may_fit(index, used):
            return None
        if len(self._dead) >= STATES:
            raise SearchLimit
        bits, chosen, count = self.groups[index]
        for split in self._ways(bits, chosen, count, used):
            after = tuple(before + (here << bits) for before, here in zip(used, split, strict=True))
            rest = self._from(index + 1, after)
            if rest is not None:
                return [split, *rest]
        self._dead.add((index, used))
        return None

    def _ways(self, bits: int, chosen: frozenset[int], count: int, used: Split) -> Iterator[Split]:
        """Every way to spread a group over its pools; pools that few others can use come first."""
        slots = [(self._room[bits][pool] - used[pool]) >> bits for pool in range(self._pools)]
        wanted = [sum(pool in other for _, other, _ in self.groups) for pool in range(self._pools)]
        order = sorted(chosen, key=lambda pool: (wanted[pool], pool))
        for counts in _spread(count, [max(0, slots[pool]) for pool in order]):
            split = [0] * self._pools
            for pool, here in zip(order, counts, strict=True):
                split[pool] = here
            yield tuple(split)

    def _may_fit(self, index: int, used: Split) -> bool:
        """Whether the level condition holds for every bounded set of pools and what can only go there."""
        for pools in self._bounded:
            need = sum(used[pool] for pool in pools)
            for bits, chosen, count in self.groups[index:]:
                if chosen <= pools:
                    need += count << bits
                    if need > sum(self._room[bits][pool] for pool in pools):
                        return False
        return True


def _spread(count: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All ways to write `count` as a sum with these upper bounds, the first places as full as possible."""
    if not most:
        if count == 0:
            yield ()
        return
    rest = sum(most[1:])
    for here in range(min(count, most[0]), max(0, count - rest) - 1, -1):
        for others in _spread(count - here, most[1:]):
            yield (here, *others)
