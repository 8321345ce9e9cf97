"""Port classes: ports that every flow treats alike are one, so that what a pair may do is a set of few classes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

TOP_PORT = 65535
PORTED = ("tcp", "udp")
"""Protocols with ports; in any other a flow is about the protocol as a whole."""
EVERY = "all"
PROTOCOLS = (*PORTED, "icmp", "icmpv6", "gre", EVERY)

Asked = tuple[str, tuple[int, int] | None]
"""A protocol and its ports; None is every port."""


class PortClass(NamedTuple):
    """Ports from low to high of a protocol; of `all` it is whatever no other class holds."""

    protocol: str
    low: int
    high: int


class PortClasses:
    """The classes of everything that flows ask for; sets of them are bit masks."""

    def __init__(self, asked: Iterable[Asked]) -> None:
        wanted = sorted({(protocol, span_of(protocol, ports)) for protocol, ports in asked})
        self.classes = tuple(_cut(wanted))
        self._named = [one for one in self.classes if one.protocol != EVERY]
        self._masks: dict[Asked, int] = {}

    def __len__(self) -> int:
        return len(self.classes)

    def mask(self, protocol: str, ports: tuple[int, int] | None) -> int:
        """The classes of some ports: what a flow asks for, or a rule opens."""
        asked = protocol, ports
        if asked not in self._masks:
            self._masks[asked] = self._mask(protocol, span_of(protocol, ports))
        return self._masks[asked]

    def parts(self, mask: int) -> list[tuple[PortClass, int]]:
        """A set of classes as the fewest ranges of ports, one a rule, each with the classes it holds."""
        if mask == (1 << len(self)) - 1 and self.classes[-1].protocol == EVERY:
            return [(self.classes[-1], mask)]
        found: list[tuple[PortClass, int]] = []
        for index in bits_of(mask):
            one, bit = self.classes[index], 1 << index
            if found and found[-1][0].protocol == one.protocol and found[-1][0].high + 1 == one.low:
                before, held = found[-1]
                found[-1] = before._replace(high=one.high), held | bit
            else:
                found.append((one, bit))
        return found

    def _mask(self, protocol: str, span: tuple[int, int]) -> int:
        if protocol == EVERY:
            return (1 << len(self)) - 1
        first = bisect_left(self._named, (protocol, span[0], 0))
        last = bisect_left(self._named, (protocol, span[1] + 1, 0))
        return (1 << last) - (1 << first)


def span_of(protocol: str, ports: tuple[int, int] | None) -> tuple[int, int]:
    """The ports asked for, first and last; a protocol without ports has a single one."""
    if protocol not in PORTED:
        return 0, 0
    return ports or (0, TOP_PORT)


def bits_of(mask: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, lowest first."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return tuple(found)


KEPT_BELOW = 60
"""Integers hash by their remainder: single bits above this share hashes, and a table of them would be a list."""
_kept = lru_cache(1 << 16)(bits_of)


def bits_reader(width: int) -> Callable[[int], tuple[int, ...]]:
    """What reads the bits of masks of a width; it keeps them where masks are small, for the same few come again and again."""
    return _kept if width < KEPT_BELOW else bits_of


def _cut(wanted: list[tuple[str, tuple[int, int]]]) -> Iterator[PortClass]:
    """The classes by protocol and port; `all` stands last, for what is left."""
    for protocol in sorted({protocol for protocol, _ in wanted} - {EVERY}):
        yield from _cut_ports(protocol, [span for name, span in wanted if name == protocol])
    if any(protocol == EVERY for protocol, _ in wanted):
        yield PortClass(EVERY, 0, TOP_PORT)


def _cut_ports(protocol: str, spans: list[tuple[int, int]]) -> Iterator[PortClass]:
    steps: dict[int, int] = {}
    for low, high in spans:
        steps[low] = steps.get(low, 0) + 1
        steps[high + 1] = steps.get(high + 1, 0) - 1
    open_now, edges = 0, sorted(steps)
    for low, end in pairwise(edges):
        open_now += steps[low]
        if open_now:
            yield PortClass(protocol, low, end - 1)
