"""Free space, compared with netaddr's set difference."""

import netaddr
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import free_blocks, free_space, parse_block
from tests.campaign import share
from tests.planners.addresses.cases import blocks


@settings(max_examples=share(2000), deadline=None)
@given(blocks(5), st.lists(blocks(), max_size=8))
def test_free_blocks_are_what_netaddr_leaves(pool, taken):
    left = netaddr.IPSet([str(pool)]) - netaddr.IPSet([str(block) for block in taken])

    assert [str(block) for block in free_blocks([pool], taken)] == [str(cidr) for cidr in left.iter_cidrs()]


def test_neighbouring_pools_are_not_joined():
    halves = [parse_block("10.128.0.0/9"), parse_block("10.0.0.0/9")]

    assert free_blocks(halves, []) == sorted(halves)


def test_the_next_block_comes_from_the_smallest_free_one_that_has_it():
    space = free_space([parse_block("10.0.0.0/24")], [parse_block("10.0.0.64/28")])

    assert space.addresses == 240
    assert str(space.largest) == "10.0.0.128/25"
    assert str(space.next_of(28)) == "10.0.0.80/28"
    assert str(space.next_of(26)) == "10.0.0.0/26"
    assert space.next_of(24) is None


def test_a_full_pool_has_nothing():
    space = free_space([parse_block("10.0.0.0/24")], [parse_block("10.0.0.0/8")])

    assert (space.addresses, space.largest, space.blocks) == (0, None, ())
