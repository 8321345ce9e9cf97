"""Groups of apps with what flows between them, and what it would be worth to merge two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
    them. `index` lists by rule and bucket who stands in a row. What members of one group do to each other is `inner`.
    Every mask is a set of rules: one member's flow makes the rule for all, and what it permits beside is the
    over-permission.
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
        for source, target, mask in intent.pairs():
            self._add(self.home[source], self.home[target], mask)
        self.index = {group: self._indexed(row) for group, row in self.rows.items()}
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
        other.index = {
            group: {key: set(holders) for key, holders in index.items()}
            for group, index in self.index.items()
        }
        other.rows = {group: dict(row) for group, row in self.rows.items()}
        return other

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
        saved = common = 0
        for group in small.keys() & large.keys():
            if mask := small[group] & large[group]:
                saved += mask.bit_count()
                common += self.size[group] * self._weight(mask, one, group)
        return self._brings(one, other, saved, common)

    def near(self, group: int, above: int = -1, widest: int | None = None) -> Iterator[tuple[int, Merge]]:
        """The groups of its bucket that have rules in common with a group, and what a merge brings; one pass for all.

        Only groups of numbers above the one given are looked at, and none that share nothing but rules which more
        than `widest` have.
        """
        found, wide = dict.fromkeys((other for other in self._adjacent(group) if other > above), 0), []
        bucket, shift, own = self.bucket(group), self.shift, self.intent.weights[group]
        for third, mask in self.rows[group].items():
            index, size, weight = self.index[third], self.size[third], self.intent.weights[third]
            for bit in self.bits(mask):
                enters = bit >= shift
                holders = index.get((bit - shift if enters else bit + shift, bucket))
                if holders is None or (len(holders) == 1 and group in holders):
                    continue
                # how many rules and what they weigh is one number, so that one look-up does for both
                step = size * (own if enters else weight) << COUNTED | 1
                if widest is not None and len(holders) > widest:
                    wide.append((holders, step))
                    continue
                for other in holders:
                    if other > above:
                        found[other] = found.get(other, 0) + step
        found.pop(group, None)
        for holders, step in wide:
            for other in holders & found.keys():
                found[other] += step
        for other, sums in found.items():
            yield other, self._brings(group, other, sums & (1 << COUNTED) - 1, sums >> COUNTED)

    def _weight(self, mask: int, group: int, other: int) -> int:
        """What the rules of a mask weigh, each pair they are for counted once."""
        if self.is_even:
            return mask.bit_count()
        weights = self.intent.weights
        leaving, entering = (mask & self.low).bit_count(), (mask >> self.shift).bit_count()
        return leaving * weights[other] + entering * weights[group]

    def _brings(self, one: int, other: int, saved: int, common: int) -> Merge:
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
        around = gone.keys() | row.keys()
        for group in around:
            self.cost[group] -= self._share(group, one) + self._share(group, other)
            if row.get(group) != gone.get(group):
                self.stirred.add(group)
        for group, mask in gone.items():
            self._unlisted(group, other, self._mirrored(mask))
            self._listed(one, group, mask)
            row[group] = row.get(group, 0) | mask
        self.inner[one] |= self.inner.pop(other) | between & self.low | between >> self.shift
        self._join_members(one, other)
        for group in around:
            theirs = self.rows[group]
            theirs.pop(other, None)
            now = self._mirrored(row[group])
            if theirs.get(one) != now:
                theirs[one] = now
                self._listed(group, one, now)
            self.cost[group] += self._share(group, one)
        self.cost[one] = self._cost(one)
        return one

    def holds_wide(self, widest: int) -> bool:
        """Whether some rule is one that more groups of a bucket have than the number given."""
        return any(len(holders) > widest for index in self.index.values() for holders in index.values())

    def rules(self) -> int:
        """How many rules the groups need, one a port class."""
        masks = sum((mask & self.low).bit_count() for row in self.rows.values() for mask in row.values())
        return masks + sum(mask.bit_count() for mask in self.inner.values())

    def _adjacent(self, group: int) -> Iterator[int]:
        """The groups of its bucket that a group has rules with, or whose members do to each other what its own do."""
        bucket = self.bucket(group)
        yield from (other for other in self.rows[group] if self.bucket(other) == bucket)
        if mask := self.inner[group]:
            for other, theirs in self.inner.items():
                if theirs & mask and self.bucket(other) == bucket:
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
        del self.rows[other], self.index[other], self.cost[other]

    def _mirrored(self, mask: int) -> int:
        return (mask & self.low) << self.shift | mask >> self.shift

    def _add(self, source: int, target: int, mask: int) -> None:
        if source == target:
            self.inner[source] |= mask
            return
        self.rows[source][target] = self.rows[source].get(target, 0) | mask
        self.rows[target][source] = self.rows[target].get(source, 0) | mask << self.shift

    def _listed(self, group: int, other: int, mask: int) -> None:
        """Puts a group into another's index, under every rule of a mask."""
        index, bucket = self.index[group], self.bucket(other)
        for bit in self.bits(mask):
            index.setdefault((bit, bucket), set()).add(other)

    def _indexed(self, row: dict[int, int]) -> dict[tuple[int, int], set[int]]:
        """The groups of a row by rule and bucket."""
        found: dict[tuple[int, int], set[int]] = {}
        buckets = self.intent.buckets
        for other, mask in row.items():
            bucket = buckets[other]
            for bit in self.bits(mask):
                holders = found.get((bit, bucket))
                if holders is None:
                    found[bit, bucket] = {other}
                else:
                    holders.add(other)
        return found

    def _unlisted(self, group: int, other: int, mask: int) -> None:
        index, bucket = self.index[group], self.bucket(other)
        for bit in self.bits(mask):
            index[bit, bucket].discard(other)

    def _cost(self, group: int) -> int:
        """What one more member of a group would be permitted and exposed to outside it, weighted."""
        return sum(self._share(group, other) for other in self.rows[group])

    def _share(self, group: int, other: int) -> int:
        """The part of that which is about one other group."""
        mask = self.rows[group].get(other, 0)
        return self.size[other] * self._weight(mask, group, other)

    def _pin(self, members: Members) -> str:
        return next((name for app in members if (name := self.intent.pins[app])), "")

    def _foes(self, members: Members) -> frozenset[int]:
        return frozenset(self.home[foe] for app in members for foe in self.intent.apart[app])

    def _soft(self, members: Members) -> frozenset[tuple[str, str]]:
        return frozenset.intersection(*(frozenset(self.intent.apps[app].soft) for app in members))
