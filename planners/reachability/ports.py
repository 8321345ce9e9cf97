"""Port classes: ports that every rule treats alike are one. A set of classes is a whole number, bit by bit."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planners.reachability.network import ALL, PORTS, PROTOCOLS, Ports, Protocol

EVERY_PORT: Mapping[Protocol, Ports] = {"tcp": (0, PORTS - 1), "udp": (0, PORTS - 1), "icmp": (0, 0)}
Use = tuple[str, Ports | None]


class PortClass(NamedTuple):
    """Ports of one protocol that no rule tells apart, as ranges in order."""

    protocol: Protocol
    ranges: tuple[Ports, ...]


class PortClasses:
    """The classes that some uses of protocols and ports cut all ports into."""

    def __init__(self, uses: Iterable[Use], every: Mapping[Protocol, Ports] = EVERY_PORT) -> None:
        wanted = set(uses)
        self.classes: list[PortClass] = []
        self._starts: dict[str, tuple[list[int], list[int]]] = {}
        self._masks: dict[Use, int] = {}
        for protocol in PROTOCOLS:
            cuts = {ports for used, ports in wanted if used == protocol and ports is not None}
            self._cut(protocol, every[protocol], cuts)
        self.all = (1 << len(self.classes)) - 1

    def _cut(self, protocol: Protocol, every: Ports, cuts: set[Ports]) -> None:
        low, high = every
        flips: dict[int, int] = defaultdict(int)
        for at, (first, last) in enumerate(sorted(cuts)):
            if first <= high and last >= low:
                flips[max(first, low)] ^= 1 << at
                flips[min(last, high) + 1] ^= 1 << at
        flips[low] ^= 0
        starts = sorted(port for port in flips if port <= high)
        by_cover: dict[int, list[Ports]] = {}
        order: list[int] = []
        cover = 0
        for start, end in zip(starts, [*starts[1:], high + 1], strict=True):
            cover ^= flips[start]
            by_cover.setdefault(cover, []).append((start, end - 1))
            order.append(cover)
        first_class = len(self.classes)
        numbers = {cover: first_class + at for at, cover in enumerate(by_cover)}
        self.classes += [PortClass(protocol, _joined(ranges)) for ranges in by_cover.values()]
        self._starts[protocol] = starts, [numbers[cover] for cover in order]

    def of(self, protocol: str, port: int) -> int:
        """The number of the class of a port."""
        starts, numbers = self._starts[protocol]
        return numbers[bisect_right(starts, port) - 1]

    def of_protocol(self, protocol: str) -> list[int]:
        """The numbers of a protocol's classes, by their lowest port."""
        return list(dict.fromkeys(self._starts[protocol][1]))

    def mask(self, protocol: str, ports: Ports | None) -> int:
        """The set of classes that a rule covers; every rule given at the start covers whole classes."""
        found = self._masks.get((protocol, ports))
        if found is None:
            found = self._masks[protocol, ports] = self._covered(protocol, ports)
        return found

    def fits(self, protocol: str, ports: Ports | None) -> bool:
        """Whether a rule would cover whole classes only."""
        if protocol == ALL or ports is None:
            return True
        low, high = ports
        mask = self.mask(protocol, ports)
        for number in self.of_protocol(protocol):
            covered = [max(first, low) <= min(last, high) for first, last in self.classes[number].ranges]
            whole = [low <= first and last <= high for first, last in self.classes[number].ranges]
            if covered != whole or all(whole) != bool(mask >> number & 1):
                return False
        return True

    def _covered(self, protocol: str, ports: Ports | None) -> int:
        if protocol == ALL:
            return self.all
        low, high = ports or (0, PORTS - 1)
        found = 0
        for number in self.of_protocol(protocol):
            lowest = self.classes[number].ranges[0][0]
            if low <= lowest <= high:
                found |= 1 << number
        return found


def _joined(ranges: list[Ports]) -> tuple[Ports, ...]:
    """Ranges in order, neighbours joined."""
    found: list[Ports] = []
    for low, high in ranges:
        if found and found[-1][1] == low - 1:
            found[-1] = found[-1][0], high
        else:
            found.append((low, high))
    return tuple(found)
