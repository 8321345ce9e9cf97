"""Verdicts of all packets, as they are kept and read."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planners.reachability.bits import Packed, Places
from planners.reachability.compiled import Compiled
from planners.reachability.explaining import ALLOW, DENY, PARTIAL
from planners.reachability.network import PROTOCOLS, Ports
from planners.reachability.walks import UNKNOWN

CODES = (DENY, ALLOW, PARTIAL, UNKNOWN)
Codes = NDArray[np.uint8]


class Passing(NamedTuple):
    """Who passes in one class of ports: targets that let anybody in, each with a row of sources."""

    targets: Places
    rows: Packed


class Stretch(NamedTuple):
    """Neighbouring ports of one protocol with one verdict for one pair."""

    source: str
    target: str
    protocol: str
    ports: Ports
    verdict: str


class Answers:
    """Every verdict of a network, packed."""

    def __init__(
        self, compiled: Compiled, passing: Mapping[int, Passing], whole: Mapping[str, Packed], unknown: Packed
    ) -> None:
        self._compiled, self._order, self._ports = compiled, compiled.order, compiled.ports
        self._passing, self._whole, self._unknown = passing, whole, unknown

    def verdict(self, source: str, target: str, protocol: str, port: int) -> str:
        """What becomes of a packet."""
        at, to = self._order.at[source], self._order.at[target]
        if at == to:
            return ALLOW
        passing = self._passing[self._ports.of(protocol, port)]
        place = bisect_left(passing.targets, to)
        if place == len(passing.targets) or passing.targets[place] != to or not _has(passing.rows[place], at):
            return DENY
        if _has(self._unknown[to], at):
            return UNKNOWN
        return ALLOW if _has(self._whole[protocol][to], at) else PARTIAL

    def count(self) -> int:
        """How many pairs and classes of ports pass at all."""
        return sum(int(np.bitwise_count(one.rows).sum()) for one in self._passing.values())

    def stretches(self, denied: bool = False) -> Iterator[Stretch]:
        """Every pair of two endpoints with every port once, neighbours of one verdict joined."""
        for to, target in enumerate(self._order.ends):
            for protocol in PROTOCOLS:
                codes = self._codes(to, protocol)
                kinds, which = np.unique(codes, axis=1, return_inverse=True)
                told = [list(self._joined(protocol, kind)) for kind in kinds.T]
                for source, kind in zip(self._order.ends, which.ravel().tolist(), strict=True):
                    if source.id == target.id:
                        continue
                    for ports, verdict in told[kind]:
                        if denied or verdict != DENY:
                            yield Stretch(source.id, target.id, protocol, ports, verdict)

    def _codes(self, to: int, protocol: str) -> Codes:
        """The verdicts of one target: classes of a protocol by sources."""
        passes = np.stack([self._row(number, to) for number in self._ports.of_protocol(protocol)])
        codes = np.where(self._unpacked(self._whole[protocol][to]), 1, 2)
        codes[self._unpacked(self._unknown[to])] = 3
        found: Codes = (passes * codes).astype(np.uint8)
        return found

    def _row(self, number: int, to: int) -> NDArray[np.bool_]:
        passing = self._passing[number]
        place = bisect_left(passing.targets, to)
        if place == len(passing.targets) or passing.targets[place] != to:
            return np.zeros(self._order.count, np.bool_)
        return self._unpacked(passing.rows[place])

    def _unpacked(self, row: Packed) -> NDArray[np.bool_]:
        return np.unpackbits(row, count=self._order.count, bitorder="little").astype(np.bool_)

    def _joined(self, protocol: str, codes: Codes) -> Iterator[tuple[Ports, str]]:
        """Ranges of ports in order, neighbours of one verdict joined."""
        numbers = self._ports.of_protocol(protocol)
        ranges = sorted(
            (ports, CODES[code])
            for number, code in zip(numbers, codes.tolist(), strict=True)
            for ports in self._ports.classes[number].ranges
        )
        (low, high), verdict = ranges[0]
        for (first, last), said in ranges[1:]:
            if said != verdict:
                yield (low, high), verdict
                low, verdict = first, said
            high = last
        yield (low, high), verdict


def _has(row: Packed, place: int) -> bool:
    return bool(row[place >> 3] >> (place & 7) & 1)
