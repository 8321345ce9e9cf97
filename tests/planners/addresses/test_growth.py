"""Demand that grows: the addresses of every year, and the year a block is full."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from planners.addresses import MOST_YEARS, Part, addresses_after, full_after

PARTS = st.lists(
    st.builds(
        Part, st.integers(0, 5000), st.integers(1, 60), st.integers(0, 200), st.integers(0, MOST_YEARS + 5)
    ),
    max_size=6,
)


def test_a_share_a_year_is_compounded_and_rounded_up_once() -> None:
    one = [Part(10, 1, 10)]

    assert [addresses_after(one, year) for year in range(5)] == [10, 11, 13, 14, 15]


def test_whole_things_grow_and_bring_all_their_addresses() -> None:
    assert addresses_after([Part(3, 8, 10)], 1) == 4 * 8


def test_growth_begins_in_its_year() -> None:
    late = [Part(100, 1, 50, 2)]

    assert [addresses_after(late, year) for year in range(4)] == [100, 100, 100, 150]


def test_a_block_is_full_in_the_first_year_in_which_it_does_not_do() -> None:
    parts = [Part(100, 1, 10)]

    assert full_after(parts, 121) == 3
    assert full_after(parts, 120) == 2
    assert full_after(parts, 99) == 0


def test_what_does_not_grow_never_fills_a_block_that_holds_it() -> None:
    assert full_after([Part(100, 1)], 100) is None
    assert full_after([], 0) is None


@given(PARTS, st.integers(0, MOST_YEARS))
def test_the_addresses_are_the_exact_share_rounded_up(parts: list[Part], years: int) -> None:
    exact = 0
    for part in parts:
        number = Fraction(part.number) * Fraction(100 + part.percent, 100) ** max(0, years - part.begins)
        exact += -(-number.numerator // number.denominator) * part.each

    assert addresses_after(parts, years) == exact


@given(PARTS, st.integers(0, 100_000))
def test_the_year_found_by_halving_is_the_one_found_by_counting(parts: list[Part], room: int) -> None:
    counted = (year for year in range(MOST_YEARS + 1) if addresses_after(parts, year) > room)

    assert full_after(parts, room) == next(counted, None)
