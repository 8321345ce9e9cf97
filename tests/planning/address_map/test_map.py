"""The address map as a value: tiles fill each space without overlaps, and say what the design says."""

from __future__ import annotations

from random import Random

import pytest

from planners.addresses import free_blocks, parse_block
from tests.campaign import share
from workbench.model.design import Design
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.data_centre import DataCentre, SiteRange
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.address_map import TINTINGS, AddressMap, Space, address_map
from workbench.planning.address_map.said import told, told_free
from workbench.words import Words

SMALL = """
    prod environment letter=P colour=blue
    hz region region_id=cn-hangzhou
    pool address-pool blocks=10.0.0.0/12
    old reserved-range block=10.3.0.0/16
    dc data-centre
      - ranges block=10.1.128.0/18
    aws other-cloud
      - ranges block=33.0.0.0/16
    vpc-a vpc region=hz environment=prod blocks=10.0.0.0/16 ipv6_block=2001:db8::/56
      vsw-1 vswitch block=10.0.1.0/24
      vsw-2 vswitch block=10.0.2.0/24
    vpc-b vpc region=hz blocks=10.1.0.0/16
    ask address-request subject=vpc-a growth_bits=1
"""


@pytest.fixture
def made() -> AddressMap:
    return address_map(sketch(SMALL))


def random_design(seed: int) -> Design:
    """Networks, sites, pools and kept ranges thrown into a small space, colliding as they like."""
    random = Random(seed)

    def block(low: int = 18, high: int = 28) -> str:
        length = random.randint(low, high)
        base = (10 << 24) + (random.randrange(1 << 14) >> (32 - length) << (32 - length))
        return f"{base >> 24}.{base >> 16 & 255}.{base >> 8 & 255}.{base & 255}/{length}"

    vpcs = [
        Vpc(id=f"vpc-{n}", name=Words(en=f"v{n}"), blocks=(block(),)) for n in range(random.randint(0, 5))
    ]
    parts = [
        VSwitch(id=f"vsw-{n}", parent=random.choice(vpcs).id, block=block(20, 30))
        for n in range(random.randint(0, 8) if vpcs else 0)
    ]
    site = DataCentre(id="dc", ranges=(SiteRange(block=block()), SiteRange(block=block())))
    kept, pool = ReservedRange(id="kept", block=block()), AddressPool(id="pool", blocks=(block(),))
    return Design.of([*vpcs, *parts, site, kept, pool])


@pytest.mark.parametrize("seed", range(share(2_000)))
def test_tiles_fill_every_space_and_never_overlap(seed: int) -> None:
    for space in address_map(random_design(seed)).spaces:
        at = space.block.base
        for tile in space.tiles:
            assert tile.block.base == at
            assert tile.block.base % tile.block.size == 0
            at = tile.block.end
        assert at == space.block.end
        assert sum(space.shares().values()) == space.block.size


@pytest.mark.parametrize("seed", range(share(2_000)))
def test_what_is_free_is_what_the_planner_finds_free(seed: int) -> None:
    space = address_map(random_design(seed)).spaces[0]
    taken = [claim.block for claim in space.claims if claim.use != "pool"]

    assert [tile.block for tile in space.tiles if tile.fill == "free"] == free_blocks([space.block], taken)


@pytest.mark.parametrize("seed", range(share(500)))
def test_the_claims_in_a_range_are_those_that_touch_it(seed: int) -> None:
    space, random = address_map(random_design(seed)).spaces[0], Random(seed)
    for _ in range(20):
        first = space.block.base + random.randrange(1 << 14)
        end = first + random.randrange(1, 1 << 12)

        asked = sorted(space.claims_in(first, end))

        assert asked == sorted(c for c in space.claims if c.block.base < end and c.block.end > first)


def test_private_ranges_are_there_and_what_lies_elsewhere_has_a_space_of_its_own(made: AddressMap) -> None:
    names = [str(space.block) for space in made.spaces]

    assert names == ["10.0.0.0/8", "33.0.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "2001:db8::/40"]


@pytest.mark.parametrize(
    ("address", "fill", "elements"),
    [
        ("10.0.1.0/32", "used", ("vsw-1",)),
        ("10.0.9.0/32", "spare", ("vpc-a",)),
        ("10.1.128.0/32", "overlap", ("vpc-b", "dc")),
        ("10.3.7.0/32", "reserved", ("old",)),
        ("10.2.0.0/32", "free", ()),
    ],
)
def test_each_address_is_used_for_what_the_design_says(
    made: AddressMap, address: str, fill: str, elements: tuple[str, ...]
) -> None:
    tile = made.spaces[0].tile_at(parse_block(address).base)

    assert (tile.fill, tile.elements) == (fill, elements)


def test_room_to_grow_is_told_from_what_is_free() -> None:
    made = address_map(
        sketch("""
        vpc-a vpc blocks=10.0.0.0/16
        ask address-request subject=vpc-a growth_bits=1
    """)
    )

    assert made.spaces[0].tile_at(parse_block("10.1.0.0/16").base).fill == "room"


def test_inside_a_network_free_is_what_no_vswitch_has(made: AddressMap) -> None:
    found = made.spaces[0].free_in(parse_block("10.0.0.0/16"))

    assert str(found.next_of(24)) == "10.0.0.0/24"
    assert found.addresses == 65_536 - 512


def test_outside_of_networks_free_is_what_nobody_has(made: AddressMap) -> None:
    assert str(made.spaces[0].free_in(parse_block("10.0.0.0/12")).next_of(16)) == "10.2.0.0/16"


def test_a_block_is_told_with_its_usable_addresses_in_both_languages(made: AddressMap) -> None:
    space = made.spaces[0]
    claim = made.claims_of("vsw-1")[0]

    assert "252 usable addresses" in told(made, space, claim).said("en")
    assert "252 个可用地址" in told(made, space, claim).said("zh")
    assert "overlaps dc" in told(made, space, made.claims_of("vpc-b")[0]).said("en")
    assert "空闲" in told_free(made, space.tile_at(parse_block("10.2.0.0/16").base)).said("zh")


def test_every_tinting_has_letters_of_its_own_for_each_group(made: AddressMap) -> None:
    assert made.tints["vsw-1"].letters == "P"
    for tinting in TINTINGS:
        groups = set(address_map(sketch(SMALL), tinting).tints.values())
        assert len({group.letters for group in groups}) == len(groups)


def test_a_text_that_is_no_block_is_left_out() -> None:
    space: Space = address_map(sketch("vpc-a vpc blocks=10.0.0.300/16")).spaces[0]

    assert space.claims == ()


def test_by_pool_a_block_has_the_colour_of_the_innermost_pool_around_it() -> None:
    made = address_map(
        sketch("""
            all address-pool blocks=10.0.0.0/8
              hz address-pool blocks=10.0.0.0/12
            vpc-a vpc blocks=10.0.0.0/16
            vpc-b vpc blocks=10.200.0.0/16
            vpc-c vpc blocks=192.168.0.0/24
        """),
        "pool",
    )

    assert {id: tint.name.said("en") for id, tint in made.tints.items() if id.startswith("vpc")} == {
        "vpc-a": "hz",
        "vpc-b": "all",
    }


def test_what_is_pinned_is_known_by_element_and_block() -> None:
    made = address_map(
        sketch("""
            vpc-a vpc blocks=10.0.0.0/16
            held address-request subject=vpc-a pin=10.0.0.0/16
            own address-request block=10.9.0.0/16 pin=10.9.0.0/16
            none address-request subject=vpc-a pin=nonsense
        """)
    )

    assert {(id, str(block)) for id, block in made.pinned} == {
        ("vpc-a", "10.0.0.0/16"),
        ("own", "10.9.0.0/16"),
    }


MEANT = """
    vpc-a vpc blocks=10.0.0.0/16
      app vswitch block=10.0.0.0/24
    vpc-b vpc blocks=10.0.0.0/16
      web vswitch block=10.0.1.0/24
    vpc-c vpc blocks=10.0.128.0/17
    shops intended-overlap networks=vpc-a,vpc-b reason.en="Every shop is a copy" reason.zh=每家门店都是副本
"""


def test_an_overlap_that_is_meant_is_none_that_clashes() -> None:
    space = address_map(sketch(MEANT)).spaces[0]

    assert space.tile_at(parse_block("10.0.9.0/24").base).fill == "declared"
    assert space.tile_at(parse_block("10.0.0.0/24").base).elements == ("vpc-a", "vpc-b", "app")
    assert space.tile_at(parse_block("10.0.128.0/24").base).fill == "overlap"


def test_an_overlap_without_a_reason_clashes() -> None:
    space = address_map(sketch(MEANT).replacing("shops", reason=Words())).spaces[0]

    assert space.shares()["declared"] == 0
    assert space.tile_at(parse_block("10.0.9.0/24").base).fill == "overlap"


def test_why_networks_share_addresses_is_told_and_what_clashes_beside_it() -> None:
    made = address_map(sketch(MEANT))
    space = made.spaces[0]

    said = told(made, space, made.claims_of("vpc-a")[0])

    assert said.said("en").endswith(
        " · overlaps vpc-c · shares addresses with vpc-b on purpose: Every shop is a copy"
    )
    assert said.said("zh").endswith(" · 有意与 vpc-b 使用相同地址：每家门店都是副本")


def test_of_hundreds_that_share_addresses_a_few_are_named() -> None:
    ids = [f"vpc-{n:03}" for n in range(300)]
    lines = [f"{id} vpc blocks=10.0.0.0/16" for id in ids]
    shops = f"shops intended-overlap networks={','.join(ids)} reason.en=copies"
    made = address_map(sketch("\n".join([*lines, shops])))

    said = told(made, made.spaces[0], made.claims_of("vpc-000")[0]).said("en")

    assert said.endswith("with vpc-001, vpc-002, vpc-003, vpc-004, 295 more on purpose: copies")


def test_of_networks_with_the_same_addresses_each_has_its_own_free_ones() -> None:
    design = sketch(MEANT).removing(["vpc-c"])
    space, block = address_map(design).spaces[0], parse_block("10.0.0.0/16")

    assert str(space.free_in(block, "vpc-a").next_of(24)) == "10.0.1.0/24"
    assert str(space.free_in(block, "vpc-b").next_of(24)) == "10.0.0.0/24"
    assert space.free_in(block, "vpc-a").addresses == (1 << 16) - 256
