"""Address blocks as the design writes them: text outside, integers where many are compared."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from workbench.texts import Text, text


class Span(NamedTuple):
    """The addresses of a block: first and last as integers, and 32 or 128."""

    first: int
    last: int
    width: int

    @property
    def length(self) -> int:
        """The prefix length."""
        return self.width - (self.last - self.first).bit_length()

    @property
    def size(self) -> int:
        """The number of addresses."""
        return self.last - self.first + 1

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside, or is equal."""
        return self.width == other.width and self.first <= other.first and other.last <= self.last

    def meets(self, other: Span) -> bool:
        """Whether the two share an address."""
        return self.width == other.width and self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=65536)
def span(block: str) -> Span | None:
    """The addresses of a block, or None where the text is no block (host bits set, not an address, empty)."""
    if not block or "/" not in block:
        return None
    try:
        network = ipaddress.ip_network(block)
    except ValueError:
        return None
    first = int(network.network_address)
    return Span(first, first + network.num_addresses - 1, network.max_prefixlen)


def spans(blocks: tuple[str, ...]) -> tuple[Span, ...]:
    """The addresses of those texts that are blocks."""
    return tuple(found for block in blocks if (found := span(block)))


def merged(found: Iterable[Span]) -> list[Span]:
    """The same addresses without overlaps, lowest first; all of one family."""
    kept: list[Span] = []
    for one in sorted(found):
        if kept and one.first <= kept[-1].last:
            kept[-1] = Span(kept[-1].first, max(one.last, kept[-1].last), one.width)
        else:
            kept.append(one)
    return kept


def largest_free(whole: Span, taken: Iterable[Span]) -> Span | None:
    """The largest aligned block that others leave free in one, the lowest of equals; None where it is full."""
    best: Span | None = None
    at = whole.first
    end = Span(whole.last + 1, whole.last + 1, whole.width)
    for found in [*merged(taken), end]:
        while at < found.first:
            reach = 1 << ((found.first - at).bit_length() - 1)
            size = min(at & -at, reach) if at else reach
            if best is None or size > best.size:
                best = Span(at, at + size - 1, whole.width)
            at += size
        at = max(at, found.last + 1)
    return best


def block_text(found: Span) -> str:
    """A block as text."""
    return f"{address_text(found.first, found.width)}/{found.length}"


def address_text(address: int, width: int) -> str:
    """One address as text."""
    return str(ipaddress.IPv4Address(address) if width == 32 else ipaddress.IPv6Address(address))


def read_block(written: str) -> str:
    """A block as a person writes it, in the form the design keeps.

    Reads 10.1.0.0/16, 10.1.0.0/255.255.0.0 and single addresses (as /32 or /128). NotABlock says what is wrong and what
    was probably meant.
    """
    import netaddr

    cleaned = written.strip()
    try:
        network = netaddr.IPNetwork(cleaned, flags=0)
    except (netaddr.AddrFormatError, ValueError) as wrong:
        raise NotABlock(
            text("{written} is not a block of addresses, such as 10.0.1.0/24.", written=cleaned[:60])
        ) from wrong
    if network.ip != network.network:
        raise NotABlock(
            text("{written} is not a block. Did you mean {meant}?", written=cleaned, meant=str(network.cidr))
        )
    return str(network.cidr)


class NotABlock(ValueError):
    """A text that is no block of addresses; `text` says why and what was probably meant."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text
