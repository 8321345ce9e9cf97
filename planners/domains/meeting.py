"""What merges of a board's groups bring, found for all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from planners import pace
from planners.domains.board import Board, Merge
from planners.domains.columns import Column, Columns

AT_ONCE = 1 << 20
"""Pairs looked at in one go, so that memory does not grow with the flows."""
EXACT = 1 << 53
"""Whole numbers below it are exact as floats."""


def worth_merging(board: Board, worth: float, widest: int | None) -> Iterator[tuple[int, int, Merge]]:
    """What `Board.near` says of all groups, but for merges that are plainly worth nothing."""
    most = 2 * max(board.intent.weights, default=0) * len(board.home) ** 2 * 2 * board.shift
    if most >= EXACT:
        for group in board.members:
            yield from ((group, other, merge) for other, merge in board.near(group, widest) if other > group)
        return
    meeting = _Meeting(board, widest)
    for pairs in meeting.pairs():
        pace.breathe()
        yield from meeting.worth_more(pairs, worth)


class _Rows(NamedTuple):
    """Who stands where: a rule in a row of some group, a group that has it, and what it weighs if two have it."""

    rule: Column
    group: Column
    step: Column

    def kept(self, which: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> _Rows:
        return _Rows(*(column[which] for column in self))


class _Pairs(NamedTuple):
    """Two groups each, how many rules they have in common, and what these weigh."""

    one: Column
    other: Column
    saved: Column
    common: Column


class _Meeting:
    """The rows of a board as columns; groups are called by their place in order, pairs by one number."""

    def __init__(self, board: Board, widest: int | None) -> None:
        self.board, self.groups = board, sorted(board.members)
        self.count = len(self.groups)
        self.size, self.cost = self._each(board.size), self._each(board.cost)
        self.bucket, self.weight = self._each(board.intent.buckets), self._each(board.intent.weights)
        self.inner = self._each({group: int(mask > 0) for group, mask in board.inner.items()}) > 0
        flows = self._flows()
        rows = self._rows(flows)
        lengths = _lengths(rows.rule)
        is_wide = np.repeat(lengths > (len(rows.rule) if widest is None else widest), lengths)
        self.rows, self.wide = rows.kept(~is_wide), rows.kept(is_wide)
        self.between, both_ways = self._between(flows)
        looped = [group for group in self.groups if board.inner[group]]
        inside = [self._pair(group, other) for group in looped for other in board.touching(group)]
        # they may save a rule, though none about a third group was walked
        touching = self.between if len(self.wide.rule) else both_ways
        self.special = np.union1d(touching, np.array(inside, np.int64))

    def pairs(self) -> Iterator[_Pairs]:
        """The pairs that have something in common, some groups and all they meet at a time."""
        lengths = _lengths(self.rows.rule)
        place = np.arange(len(self.rows.rule))
        after = np.repeat(np.cumsum(lengths), lengths) - place - 1
        met = np.bincount(self.rows.group, after, self.count)
        turns = np.cumsum(met + self.count).astype(np.int64) // AT_ONCE
        for turn in np.unique(turns):
            low, end = np.searchsorted(turns, (turn, turn + 1)) * self.count
            own = np.flatnonzero(turns[self.rows.group] == turn)
            left = np.repeat(own, after[own])
            begin = np.repeat(np.cumsum(after[own]) - after[own], after[own])
            right = left + 1 + np.arange(len(left)) - begin
            keys = self.rows.group[left] * self.count + self.rows.group[right] - low
            saved = np.bincount(keys, None, end - low)
            common = np.bincount(keys, self.rows.step[left], end - low)
            special = self.special[(self.special >= low) & (self.special < end)] - low
            found = np.union1d(np.flatnonzero(saved), special)
            one, other = np.divmod(found + low, self.count)
            yield self._widened(_Pairs(one, other, saved[found], common[found].astype(np.int64)))

    def worth_more(self, pairs: _Pairs, worth: float) -> Iterator[tuple[int, int, Merge]]:
        """What is worth something, and all pairs of which only the board can say it."""
        one, other, saved, common = pairs
        extra = self.size[other] * (self.cost[one] - common) + self.size[one] * (self.cost[other] - common)
        plain = ~(self.inner[one] | self.inner[other] | np.isin(one * self.count + other, self.between))
        kept = ~plain | (worth * saved - extra > 0)
        columns = (*pairs, extra, plain)
        for i, j, rules, weigh, beside, is_plain in zip(
            *(column[kept].tolist() for column in columns), strict=True
        ):
            group, second = self.groups[i], self.groups[j]
            merge = Merge(rules, beside) if is_plain else self.board.brings(group, second, rules, weigh)
            yield group, second, merge

    def _each(self, held: Mapping[int, int] | tuple[int, ...]) -> Column:
        return np.array([held[group] for group in self.groups], dtype=np.int64)

    def _pair(self, one: int, other: int) -> int:
        low, high = np.searchsorted(self.groups, sorted((one, other)))
        return int(low * self.count + high)

    def _flows(self) -> Columns:
        """The flows between two groups."""
        place = np.zeros(len(self.board.home), dtype=np.int64)
        place[self.groups] = np.arange(self.count)
        return self.board.between().at(place)

    def _rows(self, flows: Columns) -> _Rows:
        """Every rule that a group has, as a source and as a target, in order of rules and groups."""
        group, third = np.concatenate([flows[:2], flows[1::-1]], axis=1)
        port = np.concatenate([flows.port, flows.port + self.board.shift])
        step = self.size[third] * np.tile(self.weight[flows.target], 2)
        rule = (third * 2 * self.board.shift + port) * (1 + self.bucket.max(initial=0)) + self.bucket[group]
        order = np.argsort(rule * self.count + group)
        return _Rows(rule[order], group[order], step[order])

    def _between(self, flows: Columns) -> tuple[Column, Column]:
        """The pairs of one bucket with flows between them, and those with the same rule both ways."""
        flows = flows.kept(self.bucket[flows.source] == self.bucket[flows.target])
        low, high = np.minimum(*flows[:2]), np.maximum(*flows[:2])
        pairs, ports = low * self.count + high, self.board.shift
        ways = np.sort(pairs * ports + flows.port)
        return np.unique(pairs), np.unique(ways[1:][ways[1:] == ways[:-1]] // max(1, ports))

    def _widened(self, pairs: _Pairs) -> _Pairs:
        """The same pairs with the rules in common that too many have to be walked."""
        if not len(self.wide.rule):
            return pairs
        saved, common = pairs.saved.copy(), pairs.common.copy()
        ends = np.cumsum(_lengths(self.wide.rule))
        for groups, step in zip(np.split(self.wide.group, ends[:-1]), self.wide.step[ends - 1], strict=True):
            pace.breathe()
            has = np.zeros(self.count, dtype=np.bool_)
            has[groups] = True
            both = has[pairs.one] & has[pairs.other]
            saved += both
            common += both * step
        return pairs._replace(saved=saved, common=common)


def _lengths(column: Column) -> Column:
    """How long the runs of equal numbers are."""
    first = np.flatnonzero(np.diff(column, prepend=-1))
    return np.diff(first, append=len(column))
