"""Everybody to everybody in every class of ports: exact, by sets of endpoints that machine words hold."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Packed, Painted, Places, eighths, turned
from planners.reachability.compiled import Compiled
from planners.reachability.lists import AclLists, RuleList
from planners.reachability.network import PROTOCOLS
from planners.reachability.pairs import pairs_of
from planners.reachability.ports import PortClasses
from planners.reachability.verdicts import Answers, Passing
from planners.reachability.walls import Painting

Progress = Callable[[float], None]
"""Told how far the work is, from 0 to 1; what it raises stops the work."""


def reach(compiled: Compiled, progress: Progress | None = None) -> Answers:
    """The verdict of every packet between any two endpoints."""
    return _Reach(compiled, progress or (lambda share: None)).answers()


class _Lists(NamedTuple):
    """Lists as rows, and for each endpoint the number of its list, in order and in the order of `eighths`."""

    painted: Painted
    of: Places
    of_eighths: Places

    def column(self, port_class: int) -> Places:
        """For each list the number of its row in a class of ports."""
        column: Places = self.painted.numbers[:, port_class]
        return column

    def rows(self, port_class: int, who: Places) -> Packed:
        """The rows of some endpoints."""
        rows: Packed = self.painted.rows[self.column(port_class)[self.of[who]]]
        return rows

    def in_eighths(self, port_class: int) -> Places:
        """For all endpoints the number of their row in a class of ports."""
        numbers: Places = self.column(port_class)[self.of_eighths]
        return numbers


class _Sending:
    """What sources may send, as a square to be turned: from one class of ports to the next few sources differ."""

    def __init__(self, groups: _Lists, acls: _Lists, free: Packed) -> None:
        self._groups, self._acls, self._free = groups, acls, free
        self._rows = np.zeros_like(free)
        self._of_groups = self._of_acls = np.full(len(free), -1)

    def square(self, port_class: int) -> Packed:
        """The square of a class of ports."""
        groups, acls = self._groups.in_eighths(port_class), self._acls.in_eighths(port_class)
        changed = np.flatnonzero((groups != self._of_groups) | (acls != self._of_acls))
        rows = self._acls.painted.rows[acls[changed]]
        rows |= self._free[changed]
        rows &= self._groups.painted.rows[groups[changed]]
        self._rows[changed] = rows
        self._of_groups, self._of_acls = groups, acls
        return self._rows.copy()


class _Reach:
    def __init__(self, compiled: Compiled, progress: Progress) -> None:
        self._compiled, self._progress, self._order = compiled, progress, compiled.order
        self._everyone = np.arange(self._order.count)
        self._eighths = eighths(self._order.width)
        self._pairs = pairs_of(compiled)
        progress(0.2)
        self._groups_in, self._groups_out = self._groups(True), self._groups(False)
        self._alone = self._groups_in.painted.alone(self._order.count)
        progress(0.35)
        self._acls_in, self._acls_out = (
            self._acls(compiled.acls, compiled.ports, inbound) for inbound in (True, False)
        )
        self._walls = [(Painting(compiled.walls[name], self._order), ~met) for name, met in self._pairs.walls]
        # What needs no ACL and no firewall: neighbours, unless ACLs are asked of them too.
        self._free = self._pairs.direct & np.uint8(0 if compiled.semantics.acl_within_vswitch else 255)

    def answers(self) -> Answers:
        """All verdicts, class by class."""
        whole, some = self._answered()
        self._progress(0.4)
        passing: dict[int, Passing] = {}
        sending = _Sending(self._groups_out, self._acls_out, self._spread(self._free)[self._eighths])
        for same in self._alike_outwards():
            wanted = [self._wanted(number) for number in same]
            every = np.unique(np.concatenate(wanted))
            square = turned(sending.square(same[0]), every)
            for number, targets in zip(same, wanted, strict=True):
                led = some[self._compiled.ports.classes[number].protocol]
                sources = square[np.searchsorted(every, targets)]
                passing[number] = self._combined(number, targets, sources, led)
                breathe()
            self._progress(0.4 + 0.6 * len(passing) / len(self._compiled.ports.classes))
        return Answers(self._compiled, passing, whole, self._pairs.unknown)

    def _wanted(self, number: int) -> Places:
        """The targets that let anybody else in."""
        rows = self._groups_in.column(number)[self._groups_in.of]
        return np.flatnonzero((rows != 0) & (rows != self._alone))

    def _combined(self, number: int, targets: Places, sources: Packed, led: Packed) -> Passing:
        """Who passes everything in one class of ports."""
        rows = led[targets]
        rows &= self._acls_in.rows(number, targets)
        for painting, unmet in self._walls:
            rows &= unmet[targets] | painting.rows(number)[painting.run[targets]]
        rows |= self._free[targets]
        rows &= sources
        rows &= self._groups_in.rows(number, targets)
        self._leave_out(rows, targets, number)
        kept = rows.any(axis=1)
        return Passing(targets[kept], rows[kept])

    def _leave_out(self, rows: Packed, targets: Places, number: int) -> None:
        """Take the internet out where it is not let in, and everybody where they are the target."""
        shut, internet = ~self._pairs.admitted[targets, number], self._order.internet
        rows[shut, internet >> 3] &= np.uint8(255 ^ (1 << (internet & 7)))
        rows[np.arange(len(targets)), targets >> 3] &= ~(np.uint8(1) << (targets & 7).astype(np.uint8))

    def _alike_outwards(self) -> Iterator[list[int]]:
        """Classes of ports that all sources treat alike."""
        alike: dict[bytes, list[int]] = {}
        for number in range(len(self._compiled.ports.classes)):
            columns = (lists.column(number).tobytes() for lists in (self._groups_out, self._acls_out))
            alike.setdefault(b"".join(columns), []).append(number)
        yield from alike.values()

    def _answered(self) -> tuple[dict[str, Packed], dict[str, Packed]]:
        """By protocol: who gets every answer back, and who is led and gets any."""
        compiled, whole, some = self._compiled, dict[str, Packed](), dict[str, Packed]()
        out, into = (self._acls(compiled.answer_acls, compiled.answers, way) for way in (False, True))
        for protocol in PROTOCOLS:
            free = protocol == "icmp" and not compiled.semantics.icmp_answers_need_rule
            numbers = [] if free else compiled.answers.of_protocol(protocol)
            rows = self._answers_of({_key(out, into, number): number for number in numbers}, out, into)
            whole[protocol], any_answer = rows
            some[protocol] = any_answer & self._pairs.led
        return whole, some

    def _answers_of(self, numbers: dict[bytes, int], out: _Lists, into: _Lists) -> tuple[Packed, Packed]:
        """Who gets the answers of all of some classes back, and who those of any."""
        whole = np.full_like(self._free, 255)
        some = np.zeros_like(self._free) if numbers else whole.copy()
        for number in numbers.values():
            rows = turned(into.painted.rows[into.in_eighths(number)], self._everyone)
            rows &= out.rows(number, self._everyone)
            whole &= rows
            some |= rows
            breathe()
        whole |= self._free
        return whole, some

    def _groups(self, inbound: bool) -> _Lists:
        groups = self._compiled.groups
        return self._lists([groups.of(one, inbound) for one in self._order.ends], self._compiled.ports)

    def _acls(self, acls: AclLists, ports: PortClasses, inbound: bool) -> _Lists:
        ends = self._order.ends
        return self._lists([acls.of(self._compiled.acl_of(one), inbound) for one in ends], ports)

    def _lists(self, lists: list[RuleList], ports: PortClasses) -> _Lists:
        numbers: dict[int, int] = {}
        distinct: list[RuleList] = []
        of = np.zeros(len(self._eighths), np.intp)
        for place, one in enumerate(lists):
            if id(one) not in numbers:
                numbers[id(one)] = len(distinct)
                distinct.append(one)
            of[place] = numbers[id(one)]
        painted = Painted(distinct, self._order.everyone, ports.all, self._order.width)
        breathe()
        return _Lists(painted, of[: self._order.count], of[self._eighths])

    def _spread(self, rows: Packed) -> Packed:
        """Rows of endpoints with empty ones behind them, as many as a square has."""
        square = np.zeros((len(self._eighths), rows.shape[1]), np.uint8)
        square[: len(rows)] = rows
        return square


def _key(out: _Lists, into: _Lists, number: int) -> bytes:
    return out.column(number).tobytes() + into.column(number).tobytes()
