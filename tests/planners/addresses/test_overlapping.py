"""Overlaps by one sweep and by index, compared with looking at every pair."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import Block, ClashIndex, overlaps, parse_block
from tests.campaign import share
from tests.planners.addresses.cases import blocks

owned_blocks = st.lists(blocks(5), max_size=14).map(lambda found: list(zip(found, range(99), strict=False)))


@settings(max_examples=share(10_000), deadline=None)
@given(owned_blocks)
def test_the_sweep_finds_exactly_the_pairs_that_touch(owned):
    expected = {frozenset((a, b)) for a, b in combinations(owned, 2) if a[0].touches(b[0])}

    found = list(overlaps(owned))

    assert {frozenset(pair) for pair in found} == expected
    assert len(found) == len(expected)
    assert all(outer[0].holds(inner[0]) for outer, inner in found)


@settings(max_examples=share(5000), deadline=None)
@given(owned_blocks, blocks(5), st.data())
def test_the_index_answers_as_looking_at_each_does_while_blocks_come_and_go(owned, asked, data):
    gone = data.draw(st.lists(st.sampled_from(owned), unique=True)) if owned else []
    half = len(owned) // 2
    index = ClashIndex(owned[:half])
    for block, owner in owned[half:]:
        index.add(block, owner)
    for block, owner in gone:
        index.remove(block, owner)

    found = index.clashes(asked)

    assert len(found) == len(set(found))
    assert set(found) == {pair for pair in owned if pair not in gone and pair[0].touches(asked)}


def test_blocks_of_two_families_never_overlap():
    four, six = Block(0, 32, 32), parse_block("::/0")
    index = ClashIndex([(four, "four"), (six, "six")])

    assert list(overlaps([(four, "four"), (six, "six")])) == []
    assert index.clashes(parse_block("10.0.0.0/8")) == [(four, "four")]


def test_removing_what_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="not in list"):
        ClashIndex().remove(parse_block("10.0.0.0/8"), "nobody")
