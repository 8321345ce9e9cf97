"""Greedy merging: the pair that is worth most first, until no merge is worth anything.

What a merge brings changes with every other merge. Pairs wait in a heap by what they were worth when last looked at;
the first is looked at anew and goes back where it is worth less by now. Some pairs become worth more: so once the heap
is empty all are looked at again, and merging ends when that finds none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from planners import pace
from planners.domains.board import Board, Merge
from planners.domains.intent import Intent
from planners.domains.quotient import exact_classes

Waiting = tuple[float, int, int, int]
"""What a merge is worth (negative, so that most comes first), soft attributes alike (negative), and the two groups."""


WIDE = 96
"""Groups that have a rule of a kind, beyond which it is left out while there are many groups."""


def starting_board(intent: Intent) -> Board:
    """The exact classes, with what is pinned together brought together."""
    board = Board(intent, exact_classes(intent))
    merge_pins(board)
    return board


def climb(board: Board, worths: Sequence[float]) -> Iterator[Board]:
    """The board merged as far as each worth allows, smallest worth first; the boards are the caller's to keep.

    The way goes by lesser worths: what is worth most at little comes first. It is the same whatever is asked, so that
    a point of the curve does not depend on the others.
    """
    step = 1.0
    for worth in worths:
        while step <= worth:
            merge_all(board, step)
            step *= 2
        beside = board.copy()
        if worth and worth != step / 2:
            merge_all(beside, worth)
        yield beside


def merge_pins(board: Board) -> None:
    """Brings all apps pinned into one domain together, whatever it costs."""
    first: dict[str, int] = {}
    for group in sorted(board.members):
        name = board.pin[group]
        if name:
            first[name] = board.merge(first[name], group) if name in first else group


def merge_all(board: Board, worth: float) -> None:
    """Merges while a rule less is worth more, at a number of over-permitted flows a rule, than what it over-permits.

    Rules that very many have tell nobody apart. They are walked only when few groups are left.
    """
    for widest in (WIDE, None) if board.holds_wide(WIDE) else (None,):
        heap = [waiting for group in board.members for waiting in _near(board, worth, group, group, widest)]
        while heap:
            board.stirred.clear()
            heapify(heap)
            while heap:
                _merge_first(board, worth, heap, widest)
            stirred = sorted(board.stirred & board.members.keys())
            heap = [waiting for group in stirred for waiting in _near(board, worth, group, -1, widest)]


def _merge_first(board: Board, worth: float, heap: list[Waiting], widest: int | None) -> None:
    """Takes the first pair off the heap: merges it, puts it back, or drops it."""
    before = heappop(heap)
    one, other = before[2:]
    if one not in board.members or other not in board.members:
        return
    now = _waiting(board, worth, one, other, board.worth(one, other))
    if now is None:
        return
    if now > before and heap and now > heap[0]:
        heappush(heap, now)
        return
    pace.breathe()
    for waiting in _near(board, worth, board.merge(one, other), -1, widest):
        heappush(heap, waiting)


def _near(board: Board, worth: float, group: int, above: int, widest: int | None) -> Iterator[Waiting]:
    """The merges of a group that are worth something, with groups of higher numbers only where asked."""
    pace.breathe()
    for other, merge in board.near(group, above, widest):
        if waiting := _waiting(board, worth, group, other, merge):
            yield waiting


def _waiting(board: Board, worth: float, one: int, other: int, merge: Merge) -> Waiting | None:
    gain = worth * merge.saved - merge.extra
    if gain <= 0 or not board.may_merge(one, other):
        return None
    return -gain, -len(board.soft[one] & board.soft[other]), min(one, other), max(one, other)
