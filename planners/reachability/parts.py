"""What all answers are combined from: lists as rows, squares of routes and answers, firewalls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Flags, Packed, Painted, Places, Turning, eighths, turned
from planners.reachability.compiled import Compiled
from planners.reachability.lists import AclLists, RuleList
from planners.reachability.network import PROTOCOLS
from planners.reachability.pairs import Pairs, pairs_of
from planners.reachability.ports import PortClasses
from planners.reachability.walls import Painting

Progress = Callable[[float], None]
"""Told how far the work is, from 0 to 1; what it raises stops the work."""


class Lists(NamedTuple):
    """Lists as rows, and for each endpoint the number of its list, in order and in the order of `eighths`."""

    rows: Packed
    numbers: Places
    of: Places
    of_eighths: Places

    def column(self, port_class: int) -> Places:
        """For each list the number of its row in a class of ports."""
        column: Places = self.numbers[:, port_class]
        return column

    def of_targets(self, port_class: int, targets: Places) -> Packed:
        """The rows of some endpoints."""
        rows: Packed = self.rows.take(self.column(port_class)[self.of[targets]], axis=0)
        return rows

    def in_eighths(self, port_class: int) -> Places:
        """For all endpoints the number of their row in a class of ports."""
        numbers: Places = self.column(port_class)[self.of_eighths]
        return numbers

    def of_eights(self, port_class: int, places: Places) -> Packed:
        """The rows of some endpoints, by their places in the order of `eighths`."""
        rows: Packed = self.rows.take(self.in_eighths(port_class)[places], axis=0)
        return rows

    def bounds(self, numbers: list[int]) -> tuple[Packed, Packed]:
        """For each list, what it accepts in all of some classes of ports, and what in any."""
        rows = self.rows[self.numbers[:, numbers]]
        if not numbers:
            everyone = np.full((len(rows), rows.shape[-1]), 255, np.uint8)
            return everyone, everyone.copy()
        return np.bitwise_and.reduce(rows, axis=1), np.bitwise_or.reduce(rows, axis=1)

    def accepts(self, place: int, numbers: Places) -> Flags:
        """For some classes of ports and all endpoints whether their lists accept the one at a place."""
        accepting = (self.rows[:, place >> 3] >> np.uint8(place & 7)) & np.uint8(1)
        by_list: Flags = accepting.astype(np.bool_)[self.numbers[:, numbers]]
        return by_list[self.of].T


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that a class of ports is combined from.

    `alone` numbers for each endpoint the set of itself among the rows of `groups_in`. `free` are the pairs that meet no
    ACL and no firewall. By protocol, `led` are those who are led and get any answer back, `whole` those who get all.
    `in_doubt` says whether any firewall has a rule that may match or not.
    """

    compiled: Compiled
    pairs: Pairs
    groups_in: Lists
    groups_out: Lists
    alone: Places
    acls_in: Lists
    acls_out: Lists
    walls: tuple[tuple[Painting, Packed], ...]
    free: Packed
    led: dict[str, Packed]
    whole: dict[str, Packed]
    in_doubt: bool

    def unknown(self, number: int, targets: slice) -> Packed:
        """Of which sources nobody knows in a class of ports whether they reach some targets, where nothing denies it."""
        rows: Packed = self.pairs.unknown[targets]
        if not self.in_doubt:
            return rows
        return rows | self._doubts(number, np.arange(len(self.pairs.unknown))[targets])

    def _doubts(self, number: int, targets: Places) -> Packed:
        """Whom firewalls let pass or not, by rules that may match or not."""
        pairs, internet = self.pairs, self.compiled.order.internet
        rows = np.zeros((len(targets), self.compiled.order.width), np.uint8)
        for painting, unmet in self.walls:
            if painting.doubts:
                rows |= painting.doubtful(number)[painting.run[targets]] & ~unmet[targets]
        rows[targets == internet] |= pairs.released_in_doubt[number]
        rows[pairs.admitted_in_doubt[targets, number], internet >> 3] |= np.uint8(1 << (internet & 7))
        return rows


def parts_of(compiled: Compiled, progress: Progress) -> Parts:
    """The parts of a network's answers."""
    pairs, order = pairs_of(compiled), compiled.order
    progress(0.2)
    groups_in, alone = _groups(compiled, inbound=True)
    groups_out, _ = _groups(compiled, inbound=False)
    progress(0.35)
    # Neighbours meet neither, unless ACLs are asked of them too.
    free = pairs.direct & np.uint8(0 if compiled.semantics.acl_within_vswitch else 255)
    led, whole = _answered(compiled, pairs.led, free)
    progress(0.4)
    return Parts(
        compiled,
        pairs,
        groups_in,
        groups_out,
        alone,
        _acls(compiled, compiled.acls, compiled.ports, inbound=True),
        _acls(compiled, compiled.acls, compiled.ports, inbound=False),
        tuple(
            (Painting(compiled.walls[wall.name], order, len(compiled.ports.classes)), ~wall.met)
            for wall in pairs.walls
        ),
        free,
        led,
        whole,
        any(wall.doubts for wall in compiled.walls.values()),
    )


def _groups(compiled: Compiled, inbound: bool) -> tuple[Lists, Places]:
    ends = compiled.order.ends
    lists, painted = _lists(compiled, [compiled.groups.of(one, inbound) for one in ends], compiled.ports)
    return lists, painted.alone(len(ends))


def _acls(compiled: Compiled, acls: AclLists, ports: PortClasses, inbound: bool) -> Lists:
    ends = compiled.order.ends
    return _lists(compiled, [acls.of(compiled.acl_of(one), inbound) for one in ends], ports)[0]


def _lists(compiled: Compiled, lists: list[RuleList], ports: PortClasses) -> tuple[Lists, Painted]:
    order, numbers = compiled.order, dict[int, int]()
    distinct: list[RuleList] = []
    of = np.zeros(order.width * 8, np.intp)
    for place, one in enumerate(lists):
        if id(one) not in numbers:
            numbers[id(one)] = len(distinct)
            distinct.append(one)
        of[place] = numbers[id(one)]
    painted = Painted(distinct, order.everyone, ports.all, order.width)
    return Lists(painted.rows, painted.numbers, of[: order.count], of[eighths(order.width)]), painted


def _answered(
    compiled: Compiled, routed: Packed, free: Packed
) -> tuple[dict[str, Packed], dict[str, Packed]]:
    """By protocol: who is led and gets any answer back, and who gets every answer."""
    led, whole = dict[str, Packed](), dict[str, Packed]()
    acls, ports = compiled.answer_acls, compiled.answers
    out, into = (_acls(compiled, acls, ports, inbound) for inbound in (False, True))
    for protocol in PROTOCOLS:
        asked = protocol != "icmp" or compiled.semantics.icmp_answers_need_rule
        numbers = ports.of_protocol(protocol) if asked else []
        distinct = {out.column(one).tobytes() + into.column(one).tobytes(): one for one in numbers}
        every, some = _answers(list(distinct.values()), out, into)
        led[protocol], whole[protocol] = some & routed, every | free
    return led, whole


def _answers(numbers: list[int], out: Lists, into: Lists) -> tuple[Packed, Packed]:
    """Who gets the answers of all of some classes back, and who those of any.

    Where one side treats all classes alike, what holds of each side alone says it; the other pairs are few.
    """
    everyone = np.arange(len(out.of))
    out_all, out_any = (one[out.of] for one in out.bounds(numbers))
    into_all, into_any = (turned(one[into.of_eighths], everyone) for one in into.bounds(numbers))
    every, some = out_all & into_all, out_any & into_any
    out_any ^= out_all
    into_any ^= into_all
    targets, missed = _missed(numbers, out, into, out_any & into_any)
    some[targets] &= ~missed
    return every, some


def _missed(numbers: list[int], out: Lists, into: Lists, varied: Packed) -> tuple[Places, Packed]:
    """Of some pairs those that get no answer of any class, as targets with their rows."""
    targets, turning = np.flatnonzero(varied.view(np.uint64).any(axis=1)), Turning(varied.shape[1])
    missed = varied[targets]
    for number in numbers:
        if not len(targets):
            break
        answered = turning.columns(into.in_eighths(number), partial(into.of_eights, number), targets)
        answered &= out.of_targets(number, targets)
        missed &= ~answered
        left = missed.view(np.uint64).any(axis=1)
        targets, missed = targets[left], missed[left]
        breathe()
    return targets, missed
