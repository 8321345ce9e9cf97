"""Blocks and their texts, compared with netaddr."""

import netaddr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planners.addresses import Block, NotABlock, block_of, block_text, hosts_to_length, parse_block, usable
from planners.addresses.blocks import block_texts

widths = st.sampled_from([32, 128])


@st.composite
def any_block(draw):
    width = draw(widths)
    return block_of(draw(st.integers(0, (1 << width) - 1)), draw(st.integers(0, width)), width)


@given(any_block())
def test_a_block_is_written_and_read_as_netaddr_does(block):
    network = netaddr.IPNetwork((block.base, block.length), version=4 if block.width == 32 else 6)

    assert block_text(block) == str(network)
    assert block_texts([block.base], block.bits, block.width) == [str(network)]
    assert parse_block(str(network)) == block


@given(any_block(), any_block())
def test_holding_and_touching_agree_with_netaddr(one, other):
    first, second = netaddr.IPNetwork(str(one)), netaddr.IPNetwork(str(other))

    assert one.holds(other) == (second in first)
    assert one.touches(other) == (second in first or first in second)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("10.0.1.5/24", "10.0.1.5/24 is not a block; did you mean 10.0.1.0/24?"),
        ("10.0.0.1", "10.0.0.1 has no prefix length; did you mean 10.0.0.1/32?"),
        ("10.0.0.0/33", "'10.0.0.0/33' is not a block; write it like 10.0.0.0/16 or fd00::/56"),
        ("10.0.0.256/32", "'10.0.0.256/32' is not a block; write it like 10.0.0.0/16 or fd00::/56"),
        ("fd00::1/64", "fd00::1/64 is not a block; did you mean fd00::/64?"),
        ("", "'' is not a block; write it like 10.0.0.0/16 or fd00::/56"),
        (None, "None is not a block; write it like 10.0.0.0/16"),
    ],
)
def test_what_is_no_block_is_refused_with_what_was_probably_meant(text, message):
    with pytest.raises(NotABlock) as refused:
        parse_block(text)

    assert str(refused.value) == message


def test_a_mask_is_read_as_a_prefix_length():
    assert parse_block("10.1.0.0/255.255.252.0") == parse_block("10.1.0.0/22")


def test_a_vswitch_loses_four_addresses_and_an_ipv6_block_none():
    assert usable(parse_block("10.0.0.0/24")) == 252
    assert usable(parse_block("10.0.0.0/31")) == 0
    assert usable(parse_block("fd00::/64")) == 1 << 64


@pytest.mark.parametrize(
    ("hosts", "growth", "length"), [(252, 0, 24), (253, 0, 23), (100, 30, 24), (10, 10, 28)]
)
def test_hosts_call_for_the_longest_prefix_that_takes_them(hosts, growth, length):
    assert hosts_to_length(hosts, growth) == length


def test_halves_make_the_whole_and_a_single_address_has_none():
    low, high = parse_block("10.0.0.0/23").halves()

    assert (str(low), str(high)) == ("10.0.0.0/24", "10.0.1.0/24")
    assert low.enclosing() == high.enclosing() == parse_block("10.0.0.0/23")
    with pytest.raises(NotABlock, match="single address"):
        Block(1, 0).halves()
