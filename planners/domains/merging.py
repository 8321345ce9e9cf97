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
from planners.domains.meeting import worth_merging
from planners.domains.quotient import Members, exact_classes

Waiting = tuple[float, int, int, int]
"""What a merge is worth (negative, so that most comes first), soft attributes alike (negative), and the two groups."""


ALIKE = 1.0
"""The worth at which only apps merge that are much alike: the first step of the way to coarser groupings."""
STEP = 4
"""How much more a rule is worth at each further step."""
MANY = 8
"""The share of groups (one in so many) from which on all are looked at together rather than one by one."""
WIDE = 96
"""Groups with the same rule, beyond which it is left out while there are many groups."""


def starting_board(intent: Intent) -> Board:
    """The exact classes, with what is pinned together brought together."""
    board = Board(intent, exact_classes(intent))
    merge_pins(board)
    return board


def climb(start: Board, alike: Sequence[Members], worths: Sequence[float]) -> Iterator[list[Members]]:
    """The partition for each worth, smallest worth first, by merging ever further.

    The way goes by lesser worths: what is worth most at little comes first. It is the same whatever is asked, so that
    a point of the curve does not depend on the others. Groups of apps that are known to be much alike are merged from
    the worth on at which they were found.
    """
    ladder = Board(start.intent, alike) if alike else start.copy()
    _merge_quiet(ladder, start)
    step = ALIKE
    for worth in worths:
        while step <= worth:
            merge_all(ladder, step)
            step *= STEP
        point = (ladder if worth >= ALIKE else start).copy()
        if worth:
            merge_all(point, worth)
            if point.holds_wide(WIDE):
                merge_all(point, worth, widest=None)
        yield list(point.members.values())


def _merge_quiet(board: Board, start: Board) -> None:
    """Brings together what is one class because nothing flows there, once noise is left out: no rule makes it merge."""
    for group, members in start.members.items():
        if start.rows[group] or start.inner[group]:
            continue
        homes = sorted({board.home[app] for app in members})
        first, *rest = [home for home in homes if not board.rows[home] and not board.inner[home]] or [-1]
        for other in rest:
            if board.may_merge(first, other):
                first = board.merge(first, other)


def merge_pins(board: Board) -> None:
    """Brings all apps pinned into one domain together, whatever it costs."""
    first: dict[str, int] = {}
    for group in sorted(board.members):
        name = board.pin[group]
        if name:
            first[name] = board.merge(first[name], group) if name in first else group


def merge_all(board: Board, worth: float, widest: int | None = WIDE) -> None:
    """Merges while a rule less is worth more, at a number of over-permitted flows a rule, than what it over-permits.

    Rules that more than `widest` groups have tell nobody apart and are many to walk: pairs with nothing else in common
    are left out, unless it is None.
    """
    pairs = worth_merging(board, worth, widest)
    heap = [waiting for one, other, merge in pairs if (waiting := _waiting(board, worth, one, other, merge))]
    while heap:
        board.stirred.clear()
        heapify(heap)
        while heap:
            _merge_first(board, worth, heap, widest)
        heap = list(_stirred(board, worth, widest))


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
    for waiting in _near(board, worth, board.merge(one, other), widest):
        heappush(heap, waiting)


def _stirred(board: Board, worth: float, widest: int | None) -> Iterator[Waiting]:
    """The merges that are worth something of groups that changed."""
    stirred = board.stirred & board.members.keys()
    if len(stirred) * MANY < len(board.members):
        for group in stirred:
            yield from _near(board, worth, group, widest)
        return
    for one, other, merge in worth_merging(board, worth, widest):
        touched = one in stirred or other in stirred
        if touched and (waiting := _waiting(board, worth, one, other, merge)):
            yield waiting


def _near(board: Board, worth: float, group: int, widest: int | None) -> Iterator[Waiting]:
    """The merges of a group that are worth something."""
    pace.breathe()
    for other, merge in board.near(group, widest):
        if waiting := _waiting(board, worth, group, other, merge):
            yield waiting


def _waiting(board: Board, worth: float, one: int, other: int, merge: Merge) -> Waiting | None:
    gain = worth * merge.saved - merge.extra
    if gain <= 0 or not board.may_merge(one, other):
        return None
    return -gain, -len(board.soft[one] & board.soft[other]), min(one, other), max(one, other)
