"""Groups of apps with what flows between them, and what it would be worth to merge two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from planners.domains.columns import Columns
from planners.domains.intent import Intent
from planners.domains.ports import bits_reader
from planners.domains.quotient import Members

COUNTED = 24
"""Bits for a count of rules, below what they weigh."""


class Merge(NamedTuple):
    """What a merge brings: fewer rules, and more that is permitted without being meant (weighted)."""

    saved: int
    extra: int


class Board:
    """A partition that only gets coarser. A group is called by its smallest app.

    `rows` hold what a group does with each other group: what it opens in the low bits, what it is opened to above
    them. `index` lists by rule and bucket who stands in a row, for the rows that were asked. What members of one
    group do to each other is `inner`. Every mask is a set of rules: one member's flow makes the rule for all, and
    what it permits beside is the over-permission.
    """

    def __init__(self, intent: Intent, classes: Iterable[Members]) -> None:
        self.intent = intent
        self.shift = len(intent.ports)
        self.bits = bits_reader(2 * self.shift)
        self.low = (1 << self.shift) - 1
        self.is_even = set(intent.weights) <= {1}
        self.stirred: set[int] = set()
        self.members: dict[int, Members] = {min(members): tuple(sorted(members)) for members in classes}
        self.home = {app: group for group, members in self.members.items() for app in members}
        self.size = {group: len(members) for group, members in self.members.items()}
        self.rows: dict[int, dict[int, int]] = {group: {} for group in self.members}
        self.inner = dict.fromkeys(self.members, 0)
        self._fill()
        self.index: dict[int, dict[int, set[int]]] = {}
        self.flows = intent.columns
        self.cost = {group: self._cost(group) for group in self.members}
        self.pin = {group: self._pin(members) for group, members in self.members.items()}
        self.foes = {group: self._foes(members) for group, members in self.members.items()}
        self.soft = {group: self._soft(members) for group, members in self.members.items()}

    def copy(self) -> Board:
        """A board of its own with the same groups."""
        other = object.__new__(Board)
        other.__dict__.update(self.__dict__)
        for name in ("members", "home", "size", "inner", "cost", "pin", "foes", "soft"):
            setattr(other, name, dict(getattr(self, name)))
        other.stirred = set(self.stirred)
        other.index = {}
        other.rows = {group: dict(row) for group, row in self.rows.items()}
        return other

    def between(self) -> Columns:
        """The flows between groups, each port class of a pair once, in order."""
        home = np.array([self.home[app] for app in range(len(self.home))], dtype=np.int64)
        flows, shape = self.flows.at(home), (len(home), self.shift)
        # kept for the next time, when some groups have become one
        self.flows = Columns.at_keys(np.unique(flows.kept(flows.source != flows.target).keys(*shape)), *shape)
        return self.flows

    def bucket(self, group: int) -> int:
        """The hard attributes of a group, as a number."""
        return self.intent.buckets[group]

    def may_merge(self, one: int, other: int) -> bool:
        """Whether hard attributes, pins and what stays apart leave two groups a common domain."""
        if self.bucket(one) != self.bucket(other) or other in self.foes[one]:
            return False
        return not (self.pin[one] and self.pin[other] and self.pin[one] != self.pin[other])

    def worth(self, one: int, other: int) -> Merge:
        """What a merge of two groups of one bucket brings."""
        small, large = self.rows[one], self.rows[other]
        if len(small) > len(large):
            small, large = large, small
        saved, common, size, even = 0, 0, self.size, self.is_even
        for group in small.keys() & large.keys():
            mask = small[group] & large[group]
            count = mask.bit_count()
            saved += count
            common += size[group] * (count if even else self._weight(mask, one, group))
        return self.brings(one, other, saved, common)

    def near(self, group: int, widest: int | None = None) -> Iterator[tuple[int, Merge]]:
        """The groups of its bucket that have rules in common with a group, and what a merge brings; one pass for all.

        None is looked at that shares nothing but rules which more than `widest` have.
        """
        found, wide = dict.fromkeys(self.touching(group), 0), []
        bits, sizes, weights, shift = self.bits, self.size, self.intent.weights, self.shift
        first, own = 2 * shift * self.bucket(group), weights[group]
        for third, mask in self.rows[group].items():
            index, size, weight = self._holders(third), sizes[third], weights[third]
            for bit in bits(mask):
                enters = bit >= shift
                holders = index.get(first + (bit - shift if enters else bit + shift))
                if holders is None or (len(holders) == 1 and group in holders):
                    continue
                # how many rules and what they weigh is one number, so that one look-up does for both
                step = size * (own if enters else weight) << COUNTED | 1
                if widest is not None and len(holders) > widest:
                    wide.append((holders, step))
                    continue
                for other in holders:
                    found[other] = found.get(other, 0) + step
        found.pop(group, None)
        if wide:
            found = dict.fromkeys(self.beside(group), 0) | found
        for holders, step in wide:
            for other in holders & found.keys():
                found[other] += step
        for other, sums in found.items():
            yield other, self.brings(group, other, sums & (1 << COUNTED) - 1, sums >> COUNTED)

    def _weight(self, mask: int, group: int, other: int) -> int:
        """What the rules of a mask weigh, each pair they are for counted once."""
        if self.is_even:
            return mask.bit_count()
        weights = self.intent.weights
        leaving, entering = (mask & self.low).bit_count(), (mask >> self.shift).bit_count()
        return leaving * weights[other] + entering * weights[group]

    def brings(self, one: int, other: int, saved: int, common: int) -> Merge:
        """What a merge of two brings that have so many rules in common, of such a weight."""
        own, between = self.intent.weights[one], self.rows[one].get(other, 0)
        count, more = self.size[one], self.size[other]
        outside_one, outside_other = self.cost[one] - common, self.cost[other] - common
        extra = more * outside_one + count * outside_other
        if not (between or self.inner[one] or self.inner[other]):
            return Merge(saved, extra)
        inside, fewer = self._inside(one, other, between)
        # what flows between the two is inside them now
        return Merge(
            saved + fewer, extra + own * (inside - (count * count + more * more) * between.bit_count())
        )

    def merge(self, one: int, other: int) -> int:
        """Makes two groups one; the number of the group that stays."""
        one, other = min(one, other), max(one, other)
        row, gone = self.rows[one], self.rows[other]
        between = row.pop(other, 0)
        gone.pop(one, None)
        self._unlisted(one, other, between)
        for group in gone.keys() | row.keys():
            if row.get(group) != gone.get(group):
                self._even_out(one, other, group)
            self._unlisted(group, other, self.rows[group].pop(other, 0))
        self.inner[one] |= self.inner.pop(other) | between & self.low | between >> self.shift
        self._join_members(one, other)
        self.cost[one] = self._cost(one)
        return one

    def holds_wide(self, widest: int) -> bool:
        """Whether some rule is one that more groups of a bucket have than the number given."""
        return any(len(one) > widest for group in self.rows for one in self._holders(group).values())

    def rules(self) -> int:
        """How many rules the groups need, one a port class."""
        masks = sum((mask & self.low).bit_count() for row in self.rows.values() for mask in row.values())
        return masks + sum(mask.bit_count() for mask in self.inner.values())

    def beside(self, group: int) -> Iterator[int]:
        """The groups of its bucket that a group has rules with."""
        buckets, bucket = self.intent.buckets, self.intent.buckets[group]
        return (other for other in self.rows[group] if buckets[other] == bucket)

    def touching(self, group: int) -> Iterator[int]:
        """The groups of its bucket with which a merge may save rules that are not about a third group."""
        bucket, inner, low, shift = self.bucket(group), self.inner, self.low, self.shift
        own = inner[group]
        for other, mask in self.rows[group].items():
            if (own or inner[other] or mask & low & mask >> shift) and self.bucket(other) == bucket:
                yield other
        if own:
            for other, theirs in inner.items():
                if theirs & own and other != group and self.bucket(other) == bucket:
                    yield other

    def _inside(self, one: int, other: int, between: int) -> tuple[int, int]:
        """What the members of two groups could do to each other beside what they can already, and the rules saved."""
        mine, theirs = self.inner[one], self.inner[other]
        a, b = self.size[one], self.size[other]
        joined = (mine | theirs | between & self.low | between >> self.shift).bit_count()
        now = mine.bit_count() * a * (a - 1) + theirs.bit_count() * b * (b - 1) + between.bit_count() * a * b
        fewer = mine.bit_count() + theirs.bit_count() + between.bit_count() - joined
        return joined * (a + b) * (a + b - 1) - now, fewer

    def _join_members(self, one: int, other: int) -> None:
        gone, pin = self.members.pop(other), self.pin.pop(other)
        self.members[one] = tuple(sorted(self.members[one] + gone))
        self.home.update(dict.fromkeys(gone, one))
        self.size[one] += self.size.pop(other)
        self.pin[one] = self.pin[one] or pin
        self.soft[one] = self.soft[one] & self.soft.pop(other)
        self.foes[one] = self.foes[one] | self.foes.pop(other)
        for foe in self.foes[one]:
            self.foes[foe] = self.foes[foe] - {other} | {one}
        self.index.pop(other, None)
        del self.rows[other], self.cost[other]

    def _mirrored(self, mask: int) -> int:
        return (mask & self.low) << self.shift | mask >> self.shift

    def _fill(self) -> None:
        """Puts every flow into the rows of its groups, or into what a group does to itself."""
        home, rows, shift = self.home, self.rows, self.shift
        for app, targets in enumerate(self.intent.out):
            source = home[app]
            row = rows[source]
            for other, mask in targets.items():
                target = home[other]
                if source == target:
                    self.inner[source] |= mask
                    continue
                row[target] = row.get(target, 0) | mask
                back = rows[target]
                back[source] = back.get(source, 0) | mask << shift

    def _even_out(self, one: int, other: int, group: int) -> None:
        """Gives two groups that become one, in the row of the first, what either does with a third."""
        mine, theirs = self.rows[one].get(group, 0), self.rows[other].get(group, 0)
        both = mine | theirs
        for part, held in ((one, mine), (other, theirs)):
            self.cost[group] += self.size[part] * self._weight(self._mirrored(both & ~held), group, part)
        if more := theirs & ~mine:
            self.rows[one][group], self.rows[group][one] = both, self._mirrored(both)
            self._listed(group, one, self._mirrored(more))
            self._listed(one, group, more)
        self.stirred.add(group)

    def _listed(self, group: int, other: int, mask: int) -> None:
        """Puts a group into another's index, under every rule of a mask."""
        if (index := self.index.get(group)) is not None:
            first = 2 * self.shift * self.bucket(other)
            for bit in self.bits(mask):
                index.setdefault(first + bit, set()).add(other)

    def _holders(self, group: int) -> dict[int, set[int]]:
        """The groups in a row by rule and bucket, both in one number."""
        if (known := self.index.get(group)) is not None:
            return known
        found = self.index[group] = {}
        buckets, width = self.intent.buckets, 2 * self.shift
        for other, mask in self.rows[group].items():
            first = width * buckets[other]
            for bit in self.bits(mask):
                holders = found.get(first + bit)
                if holders is None:
                    found[first + bit] = {other}
                else:
                    holders.add(other)
        return found

    def _unlisted(self, group: int, other: int, mask: int) -> None:
        if (index := self.index.get(group)) is not None:
            first = 2 * self.shift * self.bucket(other)
            for bit in self.bits(mask):
                index[first + bit].discard(other)

    def _cost(self, group: int) -> int:
        """What one more member of a group would be permitted and exposed to outside it, weighted."""
        size, row = self.size, self.rows[group]
        if self.is_even:
            return sum(size[other] * mask.bit_count() for other, mask in row.items())
        return sum(size[other] * self._weight(mask, group, other) for other, mask in row.items())

    def _pin(self, members: Members) -> str:
        return next((name for app in members if (name := self.intent.pins[app])), "")

    def _foes(self, members: Members) -> frozenset[int]:
        return frozenset(self.home[foe] for app in members for foe in self.intent.apart[app])

    def _soft(self, members: Members) -> frozenset[tuple[str, str]]:
        return frozenset.intersection(*(frozenset(self.intent.apps[app].soft) for app in members))
