"""Summaries, compared with netaddr, with every address looked up, and with all smaller tables."""

from itertools import combinations, product

import netaddr
from hypothesis import given, settings
from hypothesis import strategies as st

from planners.addresses import Block, exact_cover, parse_block, routes_by_owner, smallest_table
from tests.campaign import share
from tests.planners.addresses.cases import blocks

tables = st.dictionaries(blocks(5), st.sampled_from("abc"), max_size=9)
TINY = [Block(slot << bits, bits) for bits in range(4) for slot in range(8 >> bits)]
tiny_tables = st.dictionaries(st.sampled_from(TINY), st.sampled_from("ab"), max_size=5)


def hops_of(table, addresses=32):
    """The next hop of every address, by looking at all routes."""
    found = []
    for address in range(addresses):
        matching = [block for block in table if block.base <= address < block.end]
        found.append(table[min(matching, key=lambda block: block.bits)] if matching else None)
    return found


def has_smaller(table, routes):
    """Whether any table of the tiny space with fewer routes leads every address to the same hop."""
    wanted = hops_of(table, 8)
    return any(
        hops_of(dict(zip(chosen, hops, strict=True)), 8) == wanted
        for count in range(routes)
        for chosen in combinations(TINY, count)
        for hops in product("ab", repeat=count)
    )


@settings(max_examples=share(5000), deadline=None)
@given(st.lists(blocks(5), max_size=12))
def test_an_exact_cover_is_what_netaddr_merges(found):
    merged = netaddr.cidr_merge([str(block) for block in found])

    assert [str(block) for block in exact_cover(found)] == [str(cidr) for cidr in merged]


@settings(max_examples=share(10_000), deadline=None)
@given(tables)
def test_every_address_keeps_its_next_hop_and_what_had_none_has_none(table):
    smaller = smallest_table(table)

    assert hops_of(smaller) == hops_of(table)
    assert len(smaller) <= len(table)


@settings(max_examples=share(500), deadline=None)
@given(tiny_tables)
def test_no_table_is_smaller(table):
    assert not has_smaller(table, len(smallest_table(table)))


@settings(max_examples=share(2000), deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_routes_does_not_matter(table, random):
    routes = list(table.items())
    random.shuffle(routes)

    assert list(smallest_table(dict(routes)).items()) == list(smallest_table(table).items())


def test_a_region_is_one_route_and_a_security_zone_one_in_every_region():
    vpcs = {
        ("east", "dmz"): "10.0.0.0/17",
        ("east", "inner"): "10.0.128.0/17",
        ("west", "dmz"): "10.1.0.0/17",
        ("west", "inner"): "10.1.128.0/17",
    }
    by_region = routes_by_owner((parse_block(block), region) for (region, _), block in vpcs.items())
    by_zone = routes_by_owner((parse_block(block), zone) for (_, zone), block in vpcs.items())

    assert {region: [str(route) for route in routes] for region, routes in by_region.items()} == {
        "east": ["10.0.0.0/16"],
        "west": ["10.1.0.0/16"],
    }
    assert {zone: len(routes) for zone, routes in by_zone.items()} == {"dmz": 2, "inner": 2}


def test_an_exception_is_nested_and_families_stay_apart():
    table = {
        parse_block("10.0.0.0/25"): "hub",
        parse_block("10.0.0.128/26"): "hub",
        parse_block("10.0.0.192/26"): "firewall",
        parse_block("fd00::/57"): "hub",
        parse_block("fd00:0:0:80::/57"): "hub",
    }

    smaller = smallest_table(table)

    assert {str(block): hop for block, hop in smaller.items()} == {
        "10.0.0.0/24": "hub",
        "10.0.0.192/26": "firewall",
        "fd00::/56": "hub",
    }
