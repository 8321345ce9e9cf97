"""How large a block must be."""

from typing import NamedTuple


class Lack(NamedTuple):
    """What is wanted at one size level and what there is, in addresses."""

    bits: int
    need: int
    have: int


def with_growth(addresses: int, percent: int) -> int:
    """The addresses plus their growth share, rounded up; integers, because floats round wrongly."""
    return -(-addresses * (100 + percent) // 100)


def bits_for(addresses: int) -> int:
    """The size of the smallest block with so many addresses, as an exponent of two."""
    return max(0, addresses - 1).bit_length()


def hosts_to_length(hosts: int, growth_percent: int = 0, kept: int = 4, width: int = 32) -> int:
    """The longest prefix whose block takes the hosts, their growth and what the platform keeps.

    Negative when no block of the family is large enough.
    """
    return width - bits_for(with_growth(hosts, growth_percent) + kept)
