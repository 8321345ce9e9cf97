"""What a request may ask for beside a size: IPv6, room it would like, several blocks, and how blocks are spread."""

from __future__ import annotations

import msgspec
import pytest

from workbench.model.design import Design
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.addresses import AddressPlan, address_plan, open_requests, plan_edit
from workbench.planning.growing import grown, grown_in_all
from workbench.planning.next_block import next_block
from workbench.planning.pools import pool_use
from workbench.planning.secondary import secondary_edit

DUAL = """
    pool address-pool blocks=10.0.0.0/16,fd00:10::/48
    vpc-a vpc
      vsw-1 vswitch
    four address-request subject=vpc-a prefix_length=20
    six address-request subject=vpc-a family=6
    part address-request subject=vsw-1 prefix_length=24
    part-6 address-request subject=vsw-1 family=6 hosts=9000
"""


def blocks(found: AddressPlan) -> dict[str, str]:
    """The blocks that a plan gives, by request."""
    assert found.refusals == ()
    return {answer.request: answer.block for answer in found.answers}


def applied(design: Design) -> Design:
    """The design after its plan."""
    return plan_edit(address_plan(design))(design)


def test_a_network_gets_a_block_of_each_family_that_is_asked_for() -> None:
    after = applied(sketch(DUAL))
    vpc, vswitch = after.get("vpc-a", Vpc), after.get("vsw-1", VSwitch)
    assert vpc
    assert vswitch

    assert (vpc.blocks, vpc.ipv6_block) == (("10.0.0.0/20",), "fd00:10::/56")
    assert (vswitch.block, vswitch.ipv6_block) == ("10.0.0.0/24", "fd00:10::/64")
    assert open_requests(after) == ()
    assert applied(after) == after


def test_a_vswitch_that_wants_ipv6_waits_for_a_vpc_that_has_none() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/16
          vsw-1 vswitch block=10.0.0.0/24
        part address-request subject=vsw-1 family=6
    """)
    (refusal,) = address_plan(design).refusals

    assert (refusal.code, refusal.requests) == ("no-container", ("part",))
    assert "IPv6" in refusal.reason.said("en")
    assert applied(design.replacing("vpc-a", ipv6_block="fd00::/56"))["vsw-1"].ipv6_block == "fd00::/64"  # type: ignore[attr-defined]


def test_the_sizes_of_ipv6_are_those_the_platform_takes() -> None:
    plan = "pool address-pool blocks=fd00:10::/48\nvpc-a vpc\nsix address-request subject=vpc-a family=6"

    assert blocks(address_plan(sketch(f"{plan} prefix_length=60"))) == {"six": "fd00:10::/60"}
    (refusal,) = address_plan(sketch(f"{plan} prefix_length=57")).refusals
    assert refusal.code == "size-limit"


def test_ipv6_is_counted_in_subnets() -> None:
    design = sketch("""
        pool address-pool blocks=fd00:10::/56
          one address-request family=6 prefix_length=56
          two address-request family=6 prefix_length=60
    """)
    (refusal,) = address_plan(design).refusals

    assert (refusal.need, refusal.have) == (272, 256)
    assert "272 subnets of /64" in refusal.reason.said("en")
    assert max(pool_use(design)[0].addresses, pool_use(design)[0].free) == 256


def test_an_ipv6_block_drawn_takes_no_addresses_of_ipv4() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/23 ipv6_block=fd00::/56
          vsw-1 vswitch block=10.0.0.0/24 ipv6_block=fd00::/64
    """)

    assert next_block(design, "vpc-a", 24) == "10.0.1.0/24"


def test_wanted_room_is_held_as_far_as_there_is_room_and_what_was_dropped_is_said() -> None:
    design = sketch("""
        pool address-pool blocks=10.0.0.0/22
          wide address-request prefix_length=24 soft_bits=1
          next address-request prefix_length=23 soft_bits=1
    """)
    found = address_plan(design)

    assert set(blocks(found)) == {"wide", "next"}
    assert [(one.request, one.wanted, one.granted) for one in found.granted] == [
        ("next", 1, 0),
        ("wide", 1, 1),
    ]
    total = grown_in_all(found.granted)
    assert total
    assert "1 of 2" in total.said("en")
    assert total.said("zh") != total.said("en")
    assert "there is no more room" in grown(design, found.granted[0]).said("en")
    assert grown_in_all(()) is None


def test_blocks_of_a_sparse_pool_lie_far_apart() -> None:
    lines = """
        pool address-pool blocks=10.0.0.0/22 {spread}
          one address-request prefix_length=24
          two address-request prefix_length=24
    """

    assert blocks(address_plan(sketch(lines.format(spread="spread=sparse")))) == {
        "one": "10.0.0.0/24",
        "two": "10.0.2.0/24",
    }
    assert blocks(address_plan(sketch(lines.format(spread=""))))["two"] == "10.0.1.0/24"


def test_blocks_in_a_sparse_request_lie_far_apart() -> None:
    design = sketch("""
        pool address-pool blocks=10.0.0.0/16
          outer address-request prefix_length=22 spread=sparse
            one address-request prefix_length=24
            two address-request prefix_length=24
    """)

    assert blocks(address_plan(design))["two"] == "10.0.2.0/24"


SCATTERED = """
    pool address-pool blocks=10.0.0.0/22
    kept reserved-range block=10.0.1.0/24
    vpc-a vpc
      vsw-1 vswitch
      vsw-2 vswitch
    whole address-request subject=vpc-a {most}
    one address-request subject=vsw-1 prefix_length=24
    two address-request subject=vsw-2 prefix_length=23
"""


def test_a_vpc_may_get_several_blocks_the_largest_first() -> None:
    after = applied(sketch(SCATTERED.format(most="max_blocks=2")))
    vpc = after.get("vpc-a", Vpc)

    assert vpc
    assert vpc.blocks == ("10.0.2.0/23", "10.0.0.0/24")
    assert open_requests(after) == ()
    assert address_plan(sketch(SCATTERED.format(most=""))).answers == ()


def test_a_vpc_gets_no_more_blocks_than_its_quota() -> None:
    design = sketch(SCATTERED.format(most="max_blocks=6"))
    none = sketch("own fact-override fact=vpc.cidr.secondary_ipv4_blocks value=0")

    assert address_plan(design).refusals == ()
    assert address_plan(design.adding(*none)).answers == ()


FULL = """
    pool address-pool blocks=10.0.0.0/16
    vpc-a vpc blocks=10.0.0.0/23
      vsw-1 vswitch block=10.0.0.0/24
      vsw-2 vswitch
      vsw-3 vswitch
    two address-request subject=vsw-2 prefix_length=24
    three address-request subject=vsw-3 prefix_length=24
"""


def test_a_full_vpc_is_offered_a_secondary_block() -> None:
    design = sketch(FULL)
    found = address_plan(design)

    after = secondary_edit(found.secondary)(design)

    assert (
        found.refusals[0].repairs[0].said("en")
        == "Give vpc-a the secondary block 10.0.2.0/24; nothing moves."
    )
    assert after.get("vpc-a", Vpc).blocks == ("10.0.0.0/23", "10.0.2.0/24")  # type: ignore[union-attr]
    assert {after.get(id, VSwitch).block for id in ("vsw-2", "vsw-3")} == {"10.0.1.0/24", "10.0.2.0/24"}  # type: ignore[union-attr]
    assert open_requests(after) == ()


def test_two_full_vpcs_are_not_offered_the_same_block() -> None:
    other = FULL.replace("vpc-a", "vpc-b").replace("vsw-", "sub-").replace("10.0.0.0/2", "10.0.8.0/2")
    other = (
        other.replace("two ", "four ")
        .replace("three ", "five ")
        .replace("pool address-pool blocks=10.0.0.0/16", "")
    )
    found = address_plan(sketch(FULL + other))

    assert len({one.block for one in found.secondary}) == len(found.secondary) == 2


def test_a_vpc_with_all_its_secondary_blocks_is_offered_no_other() -> None:
    own = "own fact-override fact=vpc.cidr.secondary_ipv4_blocks value=0"

    assert address_plan(sketch(FULL).adding(*sketch(own))).secondary == ()


def test_pools_that_overlap_are_named_and_nobody_else_waits() -> None:
    design = sketch("""
        east address-pool blocks=10.0.0.0/16
        west address-pool blocks=10.0.128.0/17
        wish address-request prefix_length=24
        vpc-a vpc blocks=172.16.0.0/23,172.16.0.0/24
          vsw-1 vswitch
        part address-request subject=vsw-1 prefix_length=24
    """)
    found = address_plan(design)
    (refusal,) = found.refusals

    assert [answer.request for answer in found.answers] == ["part"]
    assert (refusal.code, refusal.requests) == ("pools-overlap", ("wish",))
    assert all(word in refusal.reason.said("en") for word in ("east", "west", "10.0.128.0/17"))
    assert "east" in refusal.reason.said("zh")


def test_requests_in_a_circle_are_named_and_nobody_else_waits() -> None:
    design = sketch("""
        pool address-pool blocks=10.0.0.0/16
        one address-request prefix_length=24
        two address-request prefix_length=24
        free address-request prefix_length=24
    """)
    design = design.replacing("one", parent="two").replacing("two", parent="one")
    found = address_plan(design)

    assert [answer.request for answer in found.answers] == ["free"]
    assert {refusal.code for refusal in found.refusals} == {"circle"}


@pytest.mark.parametrize("number", [-1, 10**9, -(10**9)])
@pytest.mark.parametrize(
    "field", ["growth_bits", "soft_bits", "max_blocks", "hosts", "growth_percent", "prefix_length"]
)
def test_any_number_in_a_file_is_answered_or_refused(field: str, number: int) -> None:
    design = sketch("""
        pool address-pool blocks=10.0.0.0/16,fd00::/48
        wish address-request prefix_length=24
        vpc-a vpc
          vsw-1 vswitch
        whole address-request subject=vpc-a
        part address-request subject=vsw-1 hosts=20
    """)
    for request in design.of_kind(AddressRequest):
        design = design.adding(msgspec.structs.replace(request, **{field: number}))
        found = address_plan(design)
        assert len(found.answers) + sum(len(refusal.requests) for refusal in found.refusals) >= 1
