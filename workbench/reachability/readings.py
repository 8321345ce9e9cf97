"""What people wrote in blocks, protocols and ports, as the reachability engine reads it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import ALL, PORTS, PROTOCOLS, Ports
from workbench.addresses import span

ANYWHERE: Final = Block(0, 32)
BEYOND: Final = frozenset({"icmpv6", "gre", "esp", "ah", "igmp", "sctp"})
"""Protocols that rules name and that no packet asked about is of."""
NOTHING: Final[Ports] = (1, 0)
"""No port at all."""
_ANY_PROTOCOL: Final = frozenset({"", "all", "any", "-1"})
_RANGE: Final = re.compile(r"(-?[0-9]{1,9})(?:\s*[/-]\s*(-?[0-9]{1,9}))?")
_NUMBERS: Final = {"1": "icmp", "6": "tcp", "17": "udp"}


@lru_cache(maxsize=65536)
def block_of(written: str) -> Block | None:
    """The IPv4 block of a text, a single address too; None where it is none, or of IPv6."""
    text = written.strip()
    found = span(text if "/" in text else f"{text}/32")
    if found is None or found.width != 32:
        return None
    return Block(found.first, 32 - found.length)


def blocks_of(written: Iterable[str]) -> Iterator[Block]:
    """Those of some texts that are IPv4 blocks."""
    for text in written:
        block = block_of(text)
        if block is not None:
            yield block


def is_block(written: str) -> bool:
    """Whether a text is a block of either family, or an address."""
    text = written.strip()
    return span(text) is not None or span(f"{text}/{128 if ':' in text else 32}") is not None


def protocol_of(written: str) -> str | None:
    """tcp, udp, icmp or all; None for another protocol, which no packet asked about is of."""
    word = written.strip().lower()
    if word in _ANY_PROTOCOL:
        return ALL
    word = _NUMBERS.get(word, word)
    return word if word in PROTOCOLS else None


def ports_of(written: str) -> Ports | None:
    """The range of a text such as 443/443, 443-445 or 443; None for all ports, as -1/-1, 0/0, 1/65535 or nothing mean.

    What cannot be read names no port, `NOTHING`: whoever must know the difference asks `are_ports` first.
    """
    text = written.strip()
    if not text:
        return None
    found = _range(text)
    if found is None:
        return NOTHING
    first, last = found
    if first <= 1 and last in (-1, 0, PORTS - 1):
        return None
    return found if 0 <= first <= last < PORTS else NOTHING


def are_ports(written: str) -> bool:
    """Whether a text names ports: all of them, or a range from the smaller to the larger."""
    return ports_of(written) != NOTHING


def are_names_of_packets(protocol: str, ports: str) -> bool:
    """Whether a protocol and ports can be read; of ICMP no ports are asked."""
    read = protocol_of(protocol)
    if read is None:
        return protocol.strip().lower() in BEYOND
    return read == "icmp" or are_ports(ports)


def _range(text: str) -> Ports | None:
    """The two numbers of a range; None where it is written in another way."""
    found = _RANGE.fullmatch(text)
    return (int(found[1]), int(found[2] or found[1])) if found else None


PRIVATE: Final = tuple(blocks_of(("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
"""The addresses of networks of one's own, which no packet of the internet bears."""
SERVICES: Final = tuple(blocks_of(("100.64.0.0/10",)))
"""Where services of the platform answer, inside too."""


class Cuts:
    """Blocks that something tells apart from others, in order, so that those within a block are one run of them."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = sorted(set(blocks), key=_outer_first)
        self._bases = [block.base for block in self._blocks]

    def apart(self, block: Block, first: int, last: int) -> list[int]:
        """One address of every part of a block that the cuts tell apart, of those from `first` to `last`.

        Two addresses belong to the same part where the same blocks hold them: what asks by blocks treats them alike.
        """
        low, high = bisect_left(self._bases, block.base), bisect_left(self._bases, block.end)
        inside = [block, *(one for one in self._blocks[low:high] if one.bits < block.bits)]
        found = []
        for at, one in enumerate(inside):
            address = _own_address(one, inside[at + 1 :], first, last)
            if address is not None:
                found.append(address)
        return sorted(found)


def _outer_first(block: Block) -> tuple[int, int]:
    return block.base, -block.bits


def _own_address(block: Block, after: list[Block], first: int, last: int) -> int | None:
    """The first address of a block that no smaller block after it holds."""
    at = max(block.base, first)
    for other in after:
        if other.base >= block.end or at < other.base:
            break
        at = max(at, other.end)
    return at if at < block.end and at <= last else None
