"""How many addresses are wanted as the years go by, and in which year a block is full."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

MOST_YEARS: Final = 50
"""So far one looks ahead; nobody plans addresses beyond it."""


class Part(NamedTuple):
    """Things of one sort: how many there are, the addresses that each takes, and how they grow.

    They become more by `percent` of the year before, every year, the first time `begins` years after they were counted.
    """

    number: int
    each: int
    percent: int = 0
    begins: int = 0


def addresses_after(parts: Sequence[Part], years: int) -> int:
    """The addresses that all parts take so many years after they were counted."""
    return sum(_count_after(part, years) * part.each for part in parts)


def full_after(parts: Sequence[Part], room: int) -> int | None:
    """After how many years the parts first take more than there is room for; None where that lies out of sight.

    Nothing ever becomes less, so the year is found by halving.
    """
    years = bisect_right(range(MOST_YEARS + 1), room, key=lambda year: addresses_after(parts, year))
    return years if years <= MOST_YEARS else None


def _count_after(part: Part, years: int) -> int:
    """The whole things, rounded up once: rounded every year, small counts would grow too fast."""
    grown = max(0, min(years, MOST_YEARS) - max(0, part.begins))
    whole: int = -(-part.number * (100 + part.percent) ** grown // 100**grown)
    return whole
