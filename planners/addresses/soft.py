"""Soft growth: doublings that are wanted and may be dropped, as many as fit.

Every step doubles the aligned block that a leaf has for itself. Smallest steps come
first, of equal ones those of leaves whose place is settled; each is tested with the exact
condition. Inside one block, or one set of pools, no other choice grants more: a step that
was left out could take the place of any larger one. Where containers have to grow as
well, what a step costs depends on others, and the number is not proved to be the most.

Nothing else gives way: no block moves, and no container of an earlier plan grows.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from planners.addresses.demand import Lack
from planners.addresses.footprints import Failure, Footprint, footprint
from planners.addresses.planning import Outline, Soft
from planners.addresses.pools import shares
from planners.addresses.problem import Problem
from planners.addresses.ranges import Reserved
from planners.addresses.tree import Choice, Content, Fixed
from planners.pace import breathe


class Grown(NamedTuple):
    """An outline in which leaves have room for what is granted, and whether no other choice grants more."""

    outline: Outline
    soft: tuple[Soft, ...]
    most: bool


class _Place(NamedTuple):
    """Where leaves are alike: in one container or one choice of pools, floating or settled."""

    floating: bool
    parent: str | None
    choice: Choice

    def order(self) -> tuple[bool, str, tuple[object, ...]]:
        return self.floating, self.parent or "", self.choice or ()


def grown(found: Outline, problem: Problem) -> Grown:
    """The outline with as many wanted doublings as fit; it is changed in doing so."""
    growing = _Growing(found, problem)
    growing.grow()
    soft = tuple(growing.told(id) for id in sorted(found.tree.soft))
    outline = replace(found, top=growing.top, inside=growing.inside)
    return Grown(outline, soft, growing.is_local or all(one.granted == one.wanted for one in soft))


class _Growing:
    """An outline that grows step by step; what does not fit is taken back."""

    def __init__(self, found: Outline, problem: Problem) -> None:
        self.top = found.top
        self.inside = found.inside
        self.is_local = len({choice for choice, content in found.tree.top.items() if content.floats}) < 2
        self._tree = found.tree
        self._problem = problem
        self._reserved = Reserved(block[:2] for block in problem.reserved)
        self._granted = dict.fromkeys(found.tree.soft, 0)
        self._why: dict[str, tuple[str, str | None, tuple[str, ...]]] = {}
        self._waiting: dict[int, dict[_Place, list[str]]] = {}
        self._undo: list[Callable[[], object]] = []

    def told(self, id: str) -> Soft:
        """What became of one wish."""
        return Soft(id, self._tree.soft[id], self._granted[id], *self._why.get(id, ("", None, ())))

    def grow(self) -> None:
        """Grant what can be granted."""
        self._enter(list(self._tree.soft))
        while self._waiting:
            level = min(self._waiting)
            places = self._waiting.pop(level)
            for place in sorted(places, key=_Place.order):
                breathe()
                grant = self._grant_floating if place.floating else self._grant_settled
                self._enter(grant(place, level, sorted(places[place])))

    def _enter(self, ids: Sequence[str]) -> None:
        """Let leaves wait for their next step, when they may have one."""
        for id in ids:
            request = self._tree.requests[id]
            level = self._room(id)
            if request.pinned is not None:
                self._why[id] = ("pinned", None, ())
            elif self._granted[id] == self._tree.soft[id]:
                continue
            elif level >= self._tree.width - (request.min_length or 0):
                self._why[id] = ("size-limit", None, ())
            else:
                choice = request.pools if request.parent is None else None
                place = _Place(id not in self._tree.bases, request.parent, choice)
                self._waiting.setdefault(level, {}).setdefault(place, []).append(id)

    def _room(self, id: str) -> int:
        return self._tree.sizes[id] + self._tree.requests[id].growth_bits + self._granted[id]

    def _grant_floating(self, place: _Place, level: int, ids: list[str]) -> list[str]:
        """The leaves that get the step: equal ones differ in nothing, so only their number is tried."""
        few, many = 0, len(ids) + 1
        failure = None
        upto = len(ids)
        while many - few > 1:
            refused = self._refused(place, level, ids[few:upto])
            if refused is None:
                few = upto
            else:
                failure, many = refused, upto
            upto = (few + many) // 2
        if failure is not None:
            self._explain(ids[few:], failure)
        return ids[:few]

    def _grant_settled(self, place: _Place, level: int, ids: list[str]) -> list[str]:
        """The leaves that get the step: those with a free neighbour, unless somebody else needs it."""
        free = self._with_free_neighbour(place, level, ids)
        got: list[str] = []
        waiting = [free] if free else []
        while waiting:
            some = waiting.pop()
            failure = self._refused(place, level, some)
            if failure is None:
                got += some
            elif failure.code == "capacity" and failure.at == place.parent and len(some) == 1:
                # Every other one would take just as much of what is free.
                self._explain([*some, *chain.from_iterable(waiting)], failure)
                break
            elif len(some) == 1:
                self._explain(some, failure)
            else:
                middle = len(some) // 2
                waiting += [some[middle:], some[:middle]]
        return got

    def _with_free_neighbour(self, place: _Place, level: int, ids: list[str]) -> list[str]:
        fixed = sorted(self._content(place).fixed)
        starts = [item.base for item in fixed]
        free = []
        for id in ids:
            window = self._tree.bases[id] >> (level + 1) << (level + 1)
            first = max(0, bisect_right(starts, window) - 1)
            last = bisect_right(starts, window + (2 << level) - 1)
            others = [item for item in fixed[first:last] if item.id != id]
            there = tuple(sorted(item.id for item in others if item.base + (1 << item.bits) > window))
            if there or self._reserved.inside((window, level + 1)):
                self._why[id] = ("neighbour", None, there)
            else:
                free.append(id)
        return free

    def _explain(self, ids: list[str], failure: Failure) -> None:
        self._why.update(dict.fromkeys(ids, (failure.code, failure.at, ())))

    def _content(self, place: _Place) -> Content:
        return self._tree.around(place.parent, place.choice)

    def _refused(self, place: _Place, level: int, ids: list[str]) -> Failure | None:
        """Why the leaves cannot all have the step, or None: then they have it."""
        self._undo.clear()
        content = self._content(place)
        self._remember(content)
        (_float_more if place.floating else _fix_more)(content, level, set(ids))
        failure = self._refit(place.parent)
        if failure is None:
            self._granted.update((id, self._granted[id] + 1) for id in ids)
        else:
            for undo in reversed(self._undo):
                undo()
        return failure

    def _remember(self, content: Content) -> None:
        floats, fixed = dict(content.floats), list(content.fixed)

        def undo() -> None:
            content.floats, content.fixed = floats, fixed

        self._undo.append(undo)

    def _refit(self, id: str | None) -> Failure | None:
        """Fit everything around something that has grown, from the inside outwards."""
        while id is not None:
            old = self.inside[id]
            found = footprint(self._tree.requests[id], self._tree, self._reserved)
            if isinstance(found, Failure):
                return found
            self._undo.append(lambda id=id, old=old: self.inside.__setitem__(id, old))  # type: ignore[misc]
            self.inside[id] = found
            if (found.bits, found.base) == (old.bits, old.base):
                return None
            if old.base is not None and id in self._problem.previous:
                return Failure("would-move", id, Lack(found.bits, 1 << found.bits, 1 << old.bits))
            self.is_local = False
            self._hand_up(id, old, found)
            id = self._tree.requests[id].parent
        top = shares(self._tree, self._problem.pools, self._reserved)
        if isinstance(top, Failure):
            return top
        self.top = top
        return None

    def _hand_up(self, id: str, old: Footprint, found: Footprint) -> None:
        """Put a container that has grown in the place of what it was."""
        tree, request = self._tree, self._tree.requests[id]
        content = tree.around(request.parent, request.pools)
        self._remember(content)
        self._undo.append(lambda: tree.sizes.__setitem__(id, old.bits))
        tree.sizes[id] = found.bits
        if found.base is None or old.base is None:
            _moved(content, old.bits, found.bits, {id})
            return
        self._undo.append(lambda base=old.base: tree.bases.__setitem__(id, base))  # type: ignore[misc]
        tree.bases[id] = found.base
        rest = [item for item in content.fixed if item.id != id]
        content.fixed = [*rest, Fixed(found.base, found.bits, id)]


def _float_more(content: Content, level: int, ids: set[str]) -> None:
    _moved(content, level, level + 1, ids)


def _moved(content: Content, old: int, new: int, ids: set[str]) -> None:
    """Give floating items another size; lists are made anew, for the old ones may come back."""
    floats = dict(content.floats)
    left = [id for id in floats.pop(old) if id not in ids]
    if left:
        floats[old] = left
    floats[new] = [*floats.get(new, ()), *sorted(ids)]
    content.floats = floats


def _fix_more(content: Content, level: int, ids: set[str]) -> None:
    bits = level + 1
    content.fixed = [
        Fixed(item.base >> bits << bits, bits, item.id) if item.id in ids else item for item in content.fixed
    ]
