"""Protocols and ports as sets of ranges, so that what is refused can be taken out of what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from planners.reachability.network import ALL, PORTS, Ports

Span = tuple[str, Ports | None]
"""A protocol with ports; None is every port, and all that protocols without ports have."""
WHOLE: Final[Ports] = (0, PORTS - 1)
SINGLE: Final = ("tcp", "udp", "icmp")


def without(meant: Iterable[Span], refused: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of some spans once others are taken out; untouched spans stay as they are."""
    left = list(dict.fromkeys(meant))
    for protocol, ports in refused:
        left = [part for span in left for part in _less(span, protocol, ports)]
    return tuple(dict.fromkeys(left))


def _less(span: Span, protocol: str, ports: Ports | None) -> Iterator[Span]:
    if protocol == ALL:
        return
    own, held = span
    if own == ALL:
        for single in SINGLE:
            yield from _less((single, None), protocol, ports)
        return
    if own != protocol:
        yield span
        return
    if own == "icmp" or ports is None:
        return
    low, high = held or WHOLE
    if ports[1] < low or ports[0] > high:
        yield span
        return
    if low < ports[0]:
        yield own, (low, ports[0] - 1)
    if ports[1] < high:
        yield own, (ports[1] + 1, high)


def port_text(ports: Ports | None) -> str:
    """Ports as rules of the platform write them."""
    return "-1/-1" if ports is None or ports == WHOLE else f"{ports[0]}/{ports[1]}"


def said(protocol: str, ports: Ports | None) -> str:
    """A protocol and ports in few words: 443, 8000-8010, 53/udp, icmp, all."""
    if protocol not in ("tcp", "udp") or ports is None or ports == WHOLE:
        return protocol if protocol not in ("tcp", "udp") else f"all {protocol}"
    word = str(ports[0]) if ports[0] == ports[1] else f"{ports[0]}-{ports[1]}"
    return word if protocol == "tcp" else f"{word}/{protocol}"
