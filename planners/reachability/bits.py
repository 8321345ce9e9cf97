"""Packed rows of bits: a set of endpoints is a row, and a relation of endpoints is a square that can be turned."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from planners.pace import breathe
from planners.reachability.lists import RuleList

Packed = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]
# Shift and mask of each step that exchanges the corners of squares of bits, side 4, 2 and 1.
STEPS = ((4, 0x0F0F0F0F0F0F0F0F), (2, 0x3333333333333333), (1, 0x5555555555555555))


def packed_sets(sets: Sequence[int], width: int) -> Packed:
    """Sets, as whole numbers, as rows."""
    joined = bytearray().join(one.to_bytes(width, "little") for one in sets)
    return np.frombuffer(joined, np.uint8).reshape(len(sets), width)


def flags_of(one: int, count: int) -> Flags:
    """A set as truths."""
    row = packed_sets([one], -(-count // 8))
    return np.unpackbits(row, count=count, bitorder="little").astype(np.bool_)


def packed_flags(flags: Flags, width: int) -> Packed:
    """Rows of truths as rows of bits."""
    narrow = np.packbits(flags, axis=1, bitorder="little")
    rows = np.zeros((len(flags), width), np.uint8)
    rows[:, : narrow.shape[1]] = narrow
    return rows


def eighths(width: int) -> Places:
    """The places of a square's rows in the order that `turned` wants: every eighth row, then the next of each."""
    return np.arange(width * 8).reshape(width, 8).T.ravel()


def turned(rows: Packed, wanted: Places) -> Packed:
    """Wanted columns as rows. The rows lie in the order of `eighths`, or some eights of that, and are used up.

    Eight rows make squares of eight bits by eight, which are turned in machine words, a step of exchanges at a time.
    """
    width = rows.shape[1]
    words = rows.reshape(-1).view(np.uint64).reshape(2, 2, 2, -1)
    moved = np.empty(words.shape[1:], np.uint64)
    for axis, (shift, mask) in enumerate(STEPS):
        low, high = words.swapaxes(0, axis)
        np.right_shift(low, np.uint64(shift), out=moved)
        moved ^= high
        moved &= np.uint64(mask)
        high ^= moved
        moved <<= np.uint64(shift)
        low ^= moved
    columns: Packed = rows.reshape(8, -1, width).transpose(0, 2, 1)[wanted & 7, wanted >> 3]
    return columns


def turned_whole(rows: Packed) -> Packed:
    """A square of endpoints turned; its rows stay as they are."""
    count, width = rows.shape
    square = np.zeros((width * 8, width), np.uint8)
    square[:count] = rows
    return turned(square[eighths(width)], np.arange(count))


class Turning:
    """Squares turned one after the other. From one to others few rows differ, so that one turned square is for many.

    Where three of four eights of rows differ, the square becomes the one for those that follow.
    """

    def __init__(self, width: int) -> None:
        self._all = np.arange(width * 8)
        self._of = np.full(width * 8, -1)
        self._turned = np.zeros((width * 8, width), np.uint8)

    def columns(self, of: Places, rows: Callable[[Places], Packed], wanted: Places) -> Packed:
        """Wanted columns of a square; `of` says what its rows are, in the order of `eighths`, and `rows` makes some."""
        eights = np.flatnonzero((of != self._of).reshape(8, -1).any(axis=0))
        if len(eights) * 32 > len(of) * 3:
            self._of, eights = of, eights[:0]
            self._turned = turned(rows(self._all), self._all)
        columns: Packed = self._turned.take(wanted, axis=0)
        if len(eights):
            columns[:, eights] = turned(rows(self._all.reshape(8, -1)[:, eights].ravel()), wanted)
        return columns


class Painted:
    """Lists of rules as rows: which ends each list accepts in each class of ports."""

    def __init__(self, lists: Sequence[RuleList], everyone: int, classes: int, width: int) -> None:
        # Distinct sets, each once, with its number; the empty set is number 0.
        found = {0: 0}
        usual, others = list[int](), list[tuple[int, int, int]]()
        for at, one in enumerate(lists):
            breathe()
            # What no rule tells apart comes first; most classes are of that, so it is written everywhere.
            (_, ends), *rest = one.accepted(everyone, classes)
            usual.append(found.setdefault(ends, len(found)))
            for alike, ends in rest:
                others.append((alike, at, found.setdefault(ends, len(found))))
        self.rows = packed_sets(list(found), width)
        self.numbers = _written(usual, others, classes.bit_length())
        self._found = found

    def alone(self, count: int) -> Places:
        """For each of so many endpoints the number of the set of itself alone; -1 where no list accepts just that."""
        return np.array([self._found.get(1 << place, -1) for place in range(count)], np.intp)


def _written(usual: Sequence[int], others: Sequence[tuple[int, int, int]], classes: int) -> Places:
    """The numbers of lists by classes, which are read class by class: the usual ones, and those of some classes over them."""
    numbers = np.empty((len(usual), classes), np.intp, order="F")
    numbers[:] = np.array(usual, np.intp)[:, None]
    if others:
        alike, at, number = zip(*others, strict=True)
        flags = np.unpackbits(packed_sets(alike, -(-classes // 8)), axis=1, bitorder="little")
        which, port_classes = np.nonzero(flags.view(np.bool_))
        numbers[np.array(at)[which], port_classes] = np.array(number)[which]
    return numbers
