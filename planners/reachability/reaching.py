"""Everybody to everybody in every class of ports: exact, by sets of endpoints that machine words hold."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Packed, Places, Turning, eighths
from planners.reachability.compiled import Compiled
from planners.reachability.parts import Parts, Progress, parts_of
from planners.reachability.verdicts import Answers, Passing


def reach(compiled: Compiled, progress: Progress | None = None) -> Answers:
    """The verdict of every packet between any two endpoints."""
    tell = progress or (lambda share: None)
    parts = parts_of(compiled, tell)
    sending, passing = _Sending(parts), dict[int, Passing]()
    for same in _alike_outwards(parts):
        wanted = [_wanted(parts, number) for number in same]
        every = wanted[0] if len(wanted) == 1 else np.unique(np.concatenate(wanted))
        square = sending.to(every, same[0])
        for number, targets in zip(same, wanted, strict=True):
            passing[number] = combined(parts, number, targets, square[np.searchsorted(every, targets)])
            breathe()
        tell(0.4 + 0.6 * len(passing) / len(compiled.ports.classes))
    return Answers(parts, passing)


def combined(parts: Parts, number: int, targets: Places, sources: Packed) -> Passing:
    """Who passes everything in one class of ports, of the sources that may send to some targets."""
    rows = parts.led[parts.compiled.ports.classes[number].protocol].take(targets, axis=0)
    rows &= parts.acls_in.of_targets(number, targets)
    for painting, unmet in parts.walls:
        passing = painting.rows(number).take(painting.run[targets], axis=0)
        passing |= unmet.take(targets, axis=0)
        rows &= passing
    rows |= parts.free.take(targets, axis=0)
    rows &= sources
    rows &= parts.groups_in.of_targets(number, targets)
    _leave_out(parts, number, targets, rows)
    kept = rows.view(np.uint64).any(axis=1)
    return Passing(targets[kept], rows.compress(kept, axis=0))


def _leave_out(parts: Parts, number: int, targets: Places, rows: Packed) -> None:
    """Take the internet out where it is not let in, those it does not get anything from, and everybody as own target."""
    shut, internet = ~parts.pairs.admitted[targets, number], parts.compiled.order.internet
    place = targets.searchsorted(internet)
    if place < len(targets) and targets[place] == internet:
        rows[place] &= parts.pairs.released[number]
    rows[shut, internet >> 3] &= np.uint8(255 ^ (1 << (internet & 7)))
    rows[np.arange(len(targets)), targets >> 3] &= ~(np.uint8(1) << (targets & 7).astype(np.uint8))


def _wanted(parts: Parts, number: int) -> Places:
    """The targets that let anybody else in."""
    rows = parts.groups_in.column(number)[parts.groups_in.of]
    return np.flatnonzero((rows != 0) & (rows != parts.alone))


def _alike_outwards(parts: Parts) -> Iterator[list[int]]:
    """Classes of ports that all sources treat alike."""
    alike: dict[bytes, list[int]] = {}
    for number in range(len(parts.compiled.ports.classes)):
        columns = (lists.column(number).tobytes() for lists in (parts.groups_out, parts.acls_out))
        alike.setdefault(b"".join(columns), []).append(number)
    yield from alike.values()


class _Sending:
    """Who may send to whom in one class of ports after the other."""

    def __init__(self, parts: Parts) -> None:
        self._groups, self._acls = parts.groups_out, parts.acls_out
        count, width = parts.free.shape
        free = np.zeros((width * 8, width), np.uint8)
        free[:count] = parts.free
        self._free = free[eighths(width)]
        self._turning = Turning(width)

    def to(self, targets: Places, port_class: int) -> Packed:
        """Who may send to some targets."""
        groups, acls = self._groups.in_eighths(port_class), self._acls.in_eighths(port_class)

        def sent(sources: Places) -> Packed:
            rows = self._acls.rows.take(acls[sources], axis=0)
            rows |= self._free.take(sources, axis=0)
            rows &= self._groups.rows.take(groups[sources], axis=0)
            return rows

        return self._turning.columns(groups * len(self._acls.rows) + acls, sent, targets)
