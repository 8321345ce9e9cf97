"""A block of addresses as three integers, and its text."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from planners.addresses.errors import NotABlock

IPV4 = 32
IPV6 = 128
LONGEST = 60
"""Characters of a block in any form, with room; of a longer text only the beginning is shown."""


class Block(NamedTuple):
    """The addresses from `base` to `base + 2**bits - 1`; `base` is a multiple of `2**bits`."""

    base: int
    bits: int
    width: int = IPV4

    @property
    def size(self) -> int:
        """How many addresses the block has."""
        return 1 << self.bits

    @property
    def end(self) -> int:
        """The first address behind the block."""
        return self.base + (1 << self.bits)

    @property
    def length(self) -> int:
        """The prefix length."""
        return self.width - self.bits

    def holds(self, other: "Block") -> bool:
        """Whether the other block lies inside this one or equals it."""
        return (
            self.width == other.width
            and self.bits >= other.bits
            and self.base >> self.bits == other.base >> self.bits
        )

    def touches(self, other: "Block") -> bool:
        """Whether the two blocks share an address."""
        return self.holds(other) or other.holds(self)

    def enclosing(self, steps: int = 1) -> "Block":
        """The block around this one whose prefix is shorter by `steps`."""
        bits = self.bits + steps
        return Block(self.base >> bits << bits, bits, self.width)

    def halves(self) -> tuple["Block", "Block"]:
        """The lower and the upper half of a block of two addresses or more."""
        if not self.bits:
            raise NotABlock("{block} is a single address and cannot be split", block=str(self))
        bits = self.bits - 1
        return Block(self.base, bits, self.width), Block(self.base + (1 << bits), bits, self.width)

    def __str__(self) -> str:
        return block_text(self)


def block_of(base: int, length: int, width: int = IPV4) -> Block:
    """The block of a prefix length that holds the address `base`."""
    bits = width - length
    return Block(base >> bits << bits, bits, width)


def usable(block: Block, kept: int | None = None) -> int:
    """How many addresses of a block a workload can use.

    `kept` is what the platform keeps for itself; a vSwitch with IPv4 loses four.
    """
    return max(0, block.size - kept_by_platform(block.width, kept))


def kept_by_platform(width: int, kept: int | None = None) -> int:
    """The addresses lost in every leaf: as stated, else 4 of IPv4 and none of IPv6."""
    if kept is not None:
        return kept
    return 4 if width == IPV4 else 0


def parse_block(text: str, family: int | None = None) -> Block:
    """The block written as `10.0.0.0/16` or `fd00::/56`.

    `family` (4 or 6) refuses the other one. Host bits, a missing length and
    typing errors raise `NotABlock`, with the block that was probably meant.
    """
    if not isinstance(text, str):
        raise NotABlock("{text} is not a block; write it like 10.0.0.0/16", text=_shown(text))
    block = _plain_ipv4(text) or _foreign(text.strip())
    if family is not None and block.width != (IPV4 if family == 4 else IPV6):
        raise NotABlock(
            "{text} is an IPv{other} block; this plan is about IPv{family}",
            text=text,
            other=10 - family,
            family=family,
        )
    return block


def _shown(text: object) -> str:
    shown = repr(text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}..."


def _plain_ipv4(text: str) -> Block | None:
    """The block of a text in the usual form, read without a library; None for any other text."""
    address, slash, length = text.partition("/")
    parts = address.split(".")
    if not slash or len(parts) != 4 or not (length.isdecimal() and text.isascii()) or len(text) > LONGEST:
        return None
    numbers = [int(part) if part.isdecimal() and (part == "0" or part[0] != "0") else 256 for part in parts]
    bits = IPV4 - int(length)
    if max(numbers) > 255 or bits < 0:
        return None
    base = (numbers[0] << 24) | (numbers[1] << 16) | (numbers[2] << 8) | numbers[3]
    return Block(base, bits) if base >> bits << bits == base else None


def _foreign(text: str) -> Block:
    """The block of any other text, read by netaddr."""
    import netaddr

    try:
        network = netaddr.IPNetwork(text)
    except (netaddr.AddrFormatError, ValueError, TypeError):
        raise NotABlock(
            "{text} is not a block; write it like 10.0.0.0/16 or fd00::/56", text=_shown(text)
        ) from None
    width = IPV4 if network.version == 4 else IPV6
    if "/" not in text:
        raise NotABlock("{text} has no prefix length; did you mean {meant}?", text=text, meant=str(network))
    block = block_of(int(network.ip), int(network.prefixlen), width)
    if block.base != int(network.ip):
        raise NotABlock("{text} is not a block; did you mean {meant}?", text=text, meant=str(block))
    return block


def block_text(block: Block) -> str:
    """The block as people write it: `10.0.0.0/16`."""
    return f"{address_text(block.base, block.width)}/{block.width - block.bits}"


def address_text(address: int, width: int = IPV4) -> str:
    """One address as people write it."""
    import netaddr

    return str(netaddr.IPAddress(address, 4 if width == IPV4 else 6))


@cache
def _high_halves() -> list[str]:
    """The first two numbers of all IPv4 addresses: a bulk text is two look-ups, no library call."""
    return [f"{first}.{second}." for first in range(256) for second in range(256)]


@cache
def _low_halves(bits: int) -> dict[int, str]:
    """The last two numbers of the IPv4 blocks of one size, with their prefix length."""
    return {low: f"{low >> 8}.{low & 255}/{IPV4 - bits}" for low in range(0, 1 << 16, 1 << bits)}


def block_texts(bases: Iterable[int], bits: int, width: int = IPV4) -> list[str]:
    """The texts of many blocks of one size, written from integers."""
    if width == IPV4:
        high, low = _high_halves(), _low_halves(bits)
        return [high[base >> 16] + low[base & 65535] for base in bases]
    from socket import AF_INET6, inet_ntop

    tail = f"/{width - bits}"
    return [inet_ntop(AF_INET6, base.to_bytes(16, "big")) + tail for base in bases]
