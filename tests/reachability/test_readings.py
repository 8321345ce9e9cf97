"""Blocks, ports and protocols as people write them, and the parts that blocks cut another one into."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses.blocks import Block
from tests.campaign import share
from workbench.reachability.readings import NOTHING, Cuts, block_of, ports_of, protocol_of

SPACE = 64


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """An aligned block of a small space."""
    bits = draw(st.integers(0, 6))
    return Block(draw(st.integers(0, (SPACE >> bits) - 1)) << bits, bits)


@settings(max_examples=share(4000), deadline=None)
@given(st.lists(blocks(), max_size=8), blocks(), st.integers(0, 2))
def test_every_part_that_the_cuts_tell_apart_has_one_address(
    cuts: list[Block], block: Block, kept: int
) -> None:
    def held(address: int) -> frozenset[Block]:
        return frozenset(one for one in cuts if one.base <= address < one.end and one.bits < block.bits)

    first, last = block.base + kept, block.end - 1 - kept
    found = Cuts(cuts).apart(block, first, last)

    assert found == sorted(found)
    assert sorted(map(sorted, {held(one) for one in found})) == sorted(
        map(sorted, {held(one) for one in range(first, last + 1)})
    )
    assert len({held(one) for one in found}) == len(found)
    assert all(first <= one <= last for one in found)


@pytest.mark.parametrize(
    ("written", "block"),
    [
        ("10.0.0.0/8", Block(10 << 24, 24)),
        (" 10.0.0.1 ", Block((10 << 24) + 1, 0)),
        ("10.0.0.1/8", None),
        ("2001:db8::/32", None),
        ("", None),
        ("everywhere", None),
    ],
)
def test_blocks_and_single_addresses_are_read_and_nothing_else(written: str, block: Block | None) -> None:
    assert block_of(written) == block


@pytest.mark.parametrize("written", ["", "-1", "-1/-1", "0/0", "1/65535", "0/65535"])
def test_what_names_no_ports_means_all_of_them(written: str) -> None:
    assert ports_of(written) is None


@pytest.mark.parametrize(
    ("written", "ports"), [("443/443", (443, 443)), ("443", (443, 443)), ("8000/9000", (8000, 9000))]
)
def test_ports_are_read_as_a_range(written: str, ports: tuple[int, int]) -> None:
    assert ports_of(written) == ports


def test_protocols_are_read_whatever_their_case_and_others_are_none() -> None:
    assert [protocol_of(one) for one in ("TCP", "any", "-1", "", "icmp", "gre")] == [
        "tcp",
        "all",
        "all",
        "all",
        "icmp",
        None,
    ]


@pytest.mark.parametrize("written", ["https", "80,443", "443/80", "-5", "1/2/3", "70000", "9" * 5000, "443-"])
def test_what_is_no_range_names_no_port(written: str) -> None:
    assert ports_of(written) == NOTHING
