"""What a line of a filter matches: protocols, ports and blocks as ranges that can be compared."""

from __future__ import annotations

from typing import NamedTuple

from workbench.addresses import Span, span
from workbench.reachability.readings import NOTHING, ports_of

ALL_PORTS = range(65536)
EVERYWHERE = ("0.0.0.0/0", "::/0")
_WITH_PORTS = ("tcp", "udp", "all")


class Match(NamedTuple):
    """What a line matches: a protocol ("all" for any), destination ports, and addresses or what it names instead."""

    protocol: str
    ports: range
    addresses: Span | None
    named: str

    def holds(self, other: Match) -> bool:
        """Whether everything the other matches is matched here too."""
        return (
            self.protocol in ("all", other.protocol)
            and _covers(self.ports, other.ports)
            and self._holds_peer(other)
        )

    def _holds_peer(self, other: Match) -> bool:
        if self.addresses and other.addresses:
            return self.addresses.holds(other.addresses)
        return bool(self.named) and self.named == other.named


def match(protocol: str, port: str, block: str, named: str = "") -> Match:
    """The match of a line as it is written."""
    wanted = protocol.strip().lower() or "all"
    return Match(wanted, ports(port) if wanted in _WITH_PORTS else ALL_PORTS, span(block), named)


def ports(written: str) -> range:
    """The ports of a text such as 443/443, 8000/9000 or -1/-1, as networks have them; all where nobody can read which."""
    found = ports_of(written)
    return ALL_PORTS if found in (None, NOTHING) else range(found[0], found[1] + 1)


def is_port_text(written: str) -> bool:
    """Whether a text is a port range of the platform's form, from/to with the smaller first, or -1/-1."""
    low, slash, high = written.partition("/")
    return written == "-1/-1" or bool(
        slash and _is_port(low) and _is_port(high) and 0 < int(low) <= int(high)
    )


def everywhere(block: str) -> bool:
    """Whether a block is all addresses."""
    return block.strip() in EVERYWHERE


def _is_port(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 5 and int(word) < len(ALL_PORTS)


def _covers(whole: range, part: range) -> bool:
    return len(part) == 0 or (len(whole) > 0 and whole[0] <= part[0] and part[-1] <= whole[-1])


def meet(a: range, b: range) -> bool:
    """Whether two ranges of ports share one."""
    return max(a.start, b.start) < min(a.stop, b.stop)
