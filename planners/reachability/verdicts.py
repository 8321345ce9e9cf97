"""Verdicts of all packets, as they are kept and read."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planners.pace import breathe
from planners.reachability.bits import Packed, Places
from planners.reachability.explaining import ALLOW, DENY, PARTIAL
from planners.reachability.network import PROTOCOLS, Ports
from planners.reachability.parts import Parts
from planners.reachability.walks import UNKNOWN

CODES = (DENY, ALLOW, PARTIAL, UNKNOWN)
Codes = NDArray[np.uint8]
Known = dict[tuple[str, bytes], list[tuple[Ports, str]]]
"""Stretches by protocol and the verdicts of its classes: the same ones come again and again."""


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
    """Every verdict of a network, packed: by class of ports who passes, and the parts that say so."""

    def __init__(self, parts: Parts, passing: Mapping[int, Passing]) -> None:
        self.parts, self.passing = parts, passing
        self._order, self._ports = parts.compiled.order, parts.compiled.ports
        self._whole = parts.whole
        self._nobody = np.zeros(self._order.width, np.uint8)

    def verdict(self, source: str, target: str, protocol: str, port: int) -> str:
        """What becomes of a packet."""
        at, to = self._order.at[source], self._order.at[target]
        if at == to:
            return ALLOW
        number = self._ports.of(protocol, port)
        passing = self.passing[number]
        place = bisect_left(passing.targets, to)
        if place == len(passing.targets) or passing.targets[place] != to or not _has(passing.rows[place], at):
            return DENY
        if _has(self.parts.unknown(number, slice(to, to + 1))[0], at):
            return UNKNOWN
        return ALLOW if _has(self._whole[protocol][to], at) else PARTIAL

    def senders(self, target: str, protocol: str, port: int) -> Places:
        """The places of those who begin a connection to an endpoint for certain."""
        to, number = self._order.at[target], self._ports.of(protocol, port)
        unknown = self.parts.unknown(number, slice(to, to + 1))[0]
        return np.flatnonzero(self._unpacked(self._row(number, to) & ~unknown))

    def squares(self, number: int) -> tuple[Packed, Packed, Packed]:
        """In one class of ports, targets by sources: who is allowed, who in part, and of whom nobody knows."""
        passes = np.zeros((self._order.count, self._order.width), np.uint8)
        passing = self.passing[number]
        passes[passing.targets] = passing.rows
        unknown = passes & self.parts.unknown(number, slice(None))
        whole = passes & self._whole[self._ports.classes[number].protocol] & ~unknown
        return whole, passes & ~whole & ~unknown, unknown

    def count(self) -> int:
        """How many pairs and classes of ports pass at all."""
        return sum(int(np.bitwise_count(one.rows).sum()) for one in self.passing.values())

    def stretches(self, denied: bool = False) -> Iterator[Stretch]:
        """Every pair of two endpoints with every port once, neighbours of one verdict joined."""
        ids, known = [one.id for one in self._order.ends], Known()
        for to, target in enumerate(ids):
            breathe()
            for protocol in PROTOCOLS:
                for at, told in self._told(to, protocol, denied, known):
                    if at != to:
                        for ports, verdict in told:
                            yield Stretch(ids[at], target, protocol, ports, verdict)

    def _told(
        self, to: int, protocol: str, denied: bool, known: Known
    ) -> Iterator[tuple[int, list[tuple[Ports, str]]]]:
        """For each source the stretches of one target; what is denied only where it is asked for."""
        codes = self._codes(to, protocol)
        written, width = codes.tobytes(), codes.shape[1]
        sources = range(len(codes)) if denied else np.flatnonzero(codes.any(axis=1)).tolist()
        for at in sources:
            key = protocol, written[at * width : (at + 1) * width]
            if key not in known:
                known[key] = [one for one in self._joined(*key) if denied or one[1] != DENY]
            yield at, known[key]

    def _codes(self, to: int, protocol: str) -> Codes:
        """The verdicts of one target: sources by classes of a protocol."""
        numbers, target = self._ports.of_protocol(protocol), slice(to, to + 1)
        passes = np.stack([self._row(number, to) for number in numbers])
        # Without rules that may match or not, what nobody knows is the same in all classes.
        differing = numbers if self.parts.in_doubt else numbers[:1]
        unknown = np.concatenate([self.parts.unknown(number, target) for number in differing])
        whole, unknown, flags = (
            self._unpacked(rows) for rows in (self._whole[protocol][to], unknown, passes)
        )
        flags *= np.where(unknown, 3, np.where(whole, 1, 2)).astype(np.uint8)
        return np.ascontiguousarray(flags.T)

    def _row(self, number: int, to: int) -> Packed:
        passing = self.passing[number]
        place = bisect_left(passing.targets, to)
        if place == len(passing.targets) or passing.targets[place] != to:
            return self._nobody
        row: Packed = passing.rows[place]
        return row

    def _unpacked(self, rows: Packed) -> Codes:
        return np.unpackbits(rows, axis=-1, count=self._order.count, bitorder="little")

    def _joined(self, protocol: str, codes: bytes) -> Iterator[tuple[Ports, str]]:
        """Ranges of ports in order, neighbours of one verdict joined."""
        numbers = self._ports.of_protocol(protocol)
        ranges = sorted(
            (ports, CODES[code])
            for number, code in zip(numbers, codes, strict=True)
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
