"""Protocols and ports in few words, and the one of several that says most to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from planners.reachability.network import PROTOCOLS, Ports
from planners.reachability.ports import EVERY_PORT, PortClasses
from workbench.texts import Text, text

MOST_SHOWN: Final = 3
EVERYTHING: Final = "all"
"""How it is said that every port passes, or of a protocol every port."""
USUAL: Final = (443, 80, 22, 3389, 1)
"""The ports that are asked about first where several are treated alike."""
Range = tuple[str, Ports]
"""A protocol and neighbouring ports of it."""


def ranges_of(classes: Iterable[int], ports: PortClasses) -> tuple[Range, ...]:
    """The ports of some classes, in order and neighbours joined."""
    found: dict[str, list[Ports]] = {}
    for number in classes:
        found.setdefault(ports.classes[number].protocol, []).extend(ports.classes[number].ranges)
    return joined(found)


def joined(by_protocol: Mapping[str, Sequence[Ports]]) -> tuple[Range, ...]:
    """Ranges by protocol in order, neighbours joined."""
    return tuple((one, ports) for one in PROTOCOLS for ports in _merged(by_protocol.get(one, ())))


def said(classes: Sequence[int], ports: PortClasses) -> str:
    """Classes of ports in few words: `443`, `80, 443`, `53/udp`, `icmp`, `all tcp`, `all`; empty for none."""
    by_protocol: dict[str, list[Ports]] = {}
    for number in classes:
        one = ports.classes[number]
        by_protocol.setdefault(one.protocol, []).extend(one.ranges)
    return said_of(by_protocol)


def said_of(by_protocol: Mapping[str, Sequence[Ports]]) -> str:
    """The same of ranges by protocol."""
    merged = {protocol: list(_merged(ranges)) for protocol, ranges in by_protocol.items() if ranges}
    whole = [protocol for protocol in PROTOCOLS if merged.get(protocol) == [EVERY_PORT[protocol]]]
    if len(whole) == len(PROTOCOLS):
        return EVERYTHING
    return shortened([word for protocol in PROTOCOLS for word in _words(protocol, merged, whole)])


def shortened(parts: Sequence[str]) -> str:
    """Some words, with the number of those left out."""
    rest = len(parts) - MOST_SHOWN
    return ", ".join(parts) if rest <= 0 else f"{', '.join(parts[:MOST_SHOWN])} +{rest}"


def parted(ports: str) -> tuple[list[Text | str], int]:
    """What `said` gives as words of either language one by one, and how many more there are than words."""
    listed, _, rest = ports.partition(" +")
    return [_word_said(one) for one in listed.split(", ")], int(rest or 0)


def in_words(ports: str) -> Text | str:
    """What `said` gives, in either language."""
    words, rest = parted(ports)
    if all(isinstance(word, str) for word in words):
        return ports
    said = words[0] if len(words) == 1 else text("{ports}", key="ports.listed", ports=words)
    return text("{ports} +{count}", key="ports.and-more", ports=said, count=rest) if rest else said


def _word_said(word: str) -> Text | str:
    if word == EVERYTHING:
        return text("all", key="matrix.ports.all")
    every, _, protocol = word.partition(" ")
    if every == EVERYTHING:
        return text("all {protocol}", key="matrix.ports.all-of", protocol=protocol.upper())
    return word


def one_of(ranges: Sequence[Ports]) -> int:
    """A port of some ranges that says something to a reader."""
    for port in USUAL:
        if any(low <= port <= high for low, high in ranges):
            return port
    return ranges[0][0]


def _words(protocol: str, merged: Mapping[str, Sequence[Ports]], whole: Sequence[str]) -> Iterator[str]:
    if protocol not in merged:
        return
    if protocol == "icmp":
        yield "icmp"
    elif protocol in whole:
        yield f"{EVERYTHING} {protocol}"
    else:
        for low, high in merged[protocol]:
            range_ = str(low) if low == high else f"{low}-{high}"
            yield range_ if protocol == "tcp" else f"{range_}/{protocol}"


def _merged(ranges: Sequence[Ports]) -> Iterator[Ports]:
    run: Ports | None = None
    for low, high in sorted(ranges):
        if run is not None and low <= run[1] + 1:
            run = run[0], max(run[1], high)
            continue
        if run is not None:
            yield run
        run = low, high
    if run is not None:
        yield run
