"""Blocks that share addresses, found in one pass."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.addresses import Span, span
from workbench.rules.overlaps import overlaps

BLOCKS = st.builds(
    lambda first, length: f"10.0.{first & -1 << (32 - length) & 0xFF}.0/{length}",
    st.integers(0, 255),
    st.integers(24, 24),
) | st.builds(
    lambda number, length: str(number >> (32 - length) << (32 - length)) + f"/{length}",
    st.integers(0, 2**32 - 1),
    st.integers(1, 6),
)


def read(text: str) -> Span:
    """A span of a block whose address may be written as one number."""
    address, _, length = text.partition("/")
    found = span(text) if "." in address else None
    if found:
        return found
    first = int(address)
    return Span(first, first + (1 << (32 - int(length))) - 1, 32)


@settings(max_examples=share(2000), deadline=None)
@given(st.lists(BLOCKS, max_size=25))
def test_exactly_those_blocks_are_named_that_meet_another(blocks: list[str]) -> None:
    entries = [(read(block), number) for number, block in enumerate(blocks)]

    pairs = list(overlaps(entries, lambda owner: owner))

    met = {frozenset((a, b)) for one, a in entries for other, b in entries if a < b and one.meets(other)}
    assert {frozenset(pair) for pair in pairs} <= met
    # Every block that meets another one is in some pair.
    assert {number for pair in pairs for number in pair} == {number for pair in met for number in pair}
    assert len(pairs) <= len(blocks)


def test_the_outer_block_comes_first() -> None:
    entries = [(read("10.0.0.0/24"), "inner"), (read("10.0.0.0/8"), "outer")]

    assert list(overlaps(entries, lambda owner: owner)) == [("outer", "inner")]


def test_blocks_of_one_owner_do_not_count() -> None:
    entries = [(read("10.0.0.0/8"), "a"), (read("10.0.0.0/16"), "a"), (read("10.0.0.0/24"), "b")]

    assert list(overlaps(entries, lambda owner: owner)) == [("a", "b")]


def test_families_do_not_meet() -> None:
    v4, v6 = span("0.0.0.0/0"), span("::/0")
    assert v4
    assert v6

    assert list(overlaps([(v4, 1), (v6, 2)], lambda owner: owner)) == []


@settings(max_examples=share(2000), deadline=None)
@given(st.lists(BLOCKS, max_size=25), st.integers(1, 4))
def test_pairs_are_of_two_sides_and_none_is_missed_where_two_sides_meet(
    blocks: list[str], sides: int
) -> None:
    entries = [(read(block), number) for number, block in enumerate(blocks)]

    pairs = list(overlaps(entries, lambda owner: owner % sides))

    met = {
        (a, b) for one, a in entries for other, b in entries if a % sides != b % sides and one.meets(other)
    }
    assert set(pairs) <= met
    assert bool(pairs) == bool(met)
    assert len({inner for _, inner in pairs}) == len(pairs)
