"""The address plan of a design: where requests find room, and what it says where there is none."""

from __future__ import annotations

import ipaddress
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.model.design import Design
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan, open_requests, plan_edit
from workbench.planning.no_room import REPAIRS

REGIONS = """
region-a region region_id=cn-beijing
region-b region region_id=cn-shanghai
pool-all address-pool blocks=10.0.0.0/8
  pool-a address-pool blocks=10.16.0.0/12 region=region-a
"""


def answers(design: Design) -> dict[str, str]:
    """The blocks that the plan gives, by request."""
    plan = address_plan(design)
    assert plan.refusals == ()
    return {answer.request: answer.block for answer in plan.answers}


def planned(design: Design) -> Design:
    """The design after its plan was applied."""
    return plan_edit(address_plan(design))(design)


def test_a_request_stays_in_its_pool_and_avoids_everything_drawn() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/21
          wish address-request prefix_length=24
          kept reserved-range block=10.0.0.0/24
        vpc-a vpc blocks=10.0.1.0/24
        site data-centre
          - ranges block=10.0.2.0/24
        cloud other-cloud
          - ranges block=10.0.3.0/24
        router transit-router blocks=10.0.4.0/24
    """)

    assert answers(design) == {"wish": "10.0.5.0/24"}


def test_a_block_the_platform_forbids_is_never_given() -> None:
    design = sketch("""
        pool-a address-pool blocks=100.0.0.0/8
          wish address-request prefix_length=9
    """)

    assert answers(design) == {"wish": "100.128.0.0/9"}


def test_a_vpc_takes_its_block_from_the_pool_of_its_region() -> None:
    design = sketch(f"""{REGIONS}
vpc-a vpc region=region-a
vpc-b vpc region=region-b
wish-a address-request subject=vpc-a prefix_length=16
wish-b address-request subject=vpc-b prefix_length=16
""")

    after = planned(design)

    assert after.get("vpc-a", Vpc).blocks == ("10.16.0.0/16",)  # type: ignore[union-attr]
    assert after.get("vpc-b", Vpc).blocks == ("10.0.0.0/16",)  # type: ignore[union-attr]
    assert open_requests(after) == ()


def test_a_vswitch_takes_its_block_from_its_vpc() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.1.0.0/22
          vsw-1 vswitch block=10.1.0.0/24
          vsw-2 vswitch
        wish address-request subject=vsw-2 hosts=252
    """)

    assert planned(design).get("vsw-2", VSwitch).block == "10.1.1.0/24"  # type: ignore[union-attr]


def test_a_vpc_and_its_vswitches_may_wait_together() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/8
        vpc-a vpc
          vsw-1 vswitch
        wish-a address-request subject=vpc-a prefix_length=20
        wish-1 address-request subject=vsw-1 prefix_length=24
    """)

    after = planned(design)

    vpc = ipaddress.ip_network(after.get("vpc-a", Vpc).blocks[0])  # type: ignore[union-attr]
    vswitch = ipaddress.ip_network(after.get("vsw-1", VSwitch).block)  # type: ignore[union-attr]
    assert (vpc.prefixlen, vswitch.prefixlen) == (20, 24)
    assert vswitch.subnet_of(vpc)  # type: ignore[arg-type]


def test_a_request_inside_an_answered_one_lies_in_its_block() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/8
          region-wish address-request block=10.32.0.0/12
            vpc-wish address-request prefix_length=16
        vpc-a vpc blocks=10.32.0.0/16
    """)

    assert answers(design) == {"vpc-wish": "10.33.0.0/16"}


def test_a_pin_is_kept() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/16
          wish-a address-request pin=10.0.7.0/24
          wish-b address-request prefix_length=17
    """)

    assert answers(design) == {"wish-a": "10.0.7.0/24", "wish-b": "10.0.128.0/17"}


def test_an_ipv6_request_takes_from_ipv6_pools() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/8,fd00:10::/48
          wish address-request prefix_length=56
    """)

    assert answers(design) == {"wish": "fd00:10::/56"}


def test_no_room_names_the_pool_and_what_is_missing() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/24 name=Small
          wish-a address-request prefix_length=25 name=First
          wish-b address-request prefix_length=24 name=Second
    """)

    (refusal,) = address_plan(design).refusals

    assert refusal.code == "capacity"
    assert refusal.missing == refusal.need - refusal.have > 0
    assert "Small" in refusal.reason.said("en")
    assert str(refusal.missing) in refusal.reason.said("en")
    assert "Small" in refusal.reason.said("zh")


def test_what_would_make_room_is_proposed_in_both_languages_by_the_requests_names() -> None:
    design = sketch("""
        pool address-pool blocks=10.0.0.0/24
          wide address-request prefix_length=24 name.en=Core name.zh=核心
          more address-request hosts=50 name.en=Test name.zh=测试
    """)

    (refusal,) = address_plan(design).refusals
    proposed = [(repair.said("en"), repair.said("zh")) for repair in refusal.repairs]

    assert ("Shrink Core from /24 to /25.", "将 核心 从 /24 缩小为 /25。") in proposed
    assert (
        "Extend the pool 10.0.0.0/24 to 10.0.0.0/23.",
        "将地址池 10.0.0.0/24 扩大为 10.0.0.0/23。",
    ) in proposed


def test_every_kind_of_repair_has_its_chinese() -> None:
    for sentence in REPAIRS.values():
        assert sentence.said("zh") != sentence.said("en")


def test_a_vswitch_of_a_vpc_without_block_says_what_to_do_first() -> None:
    design = sketch("""
        vpc-a vpc
          vsw-1 vswitch
        wish address-request subject=vsw-1 prefix_length=24
    """)

    (refusal,) = address_plan(design).refusals

    assert refusal.code == "no-container"
    assert "vpc-a has no block yet" in refusal.reason.said("en")


def test_a_design_without_pools_says_so() -> None:
    (refusal,) = address_plan(sketch("wish address-request prefix_length=24")).refusals

    assert refusal.code == "no-pools"


def test_one_request_without_room_does_not_keep_vswitches_waiting() -> None:
    design = sketch("""
        pool-a address-pool blocks=10.0.0.0/24
          wish address-request prefix_length=16
        vpc-a vpc blocks=10.1.0.0/16
          vsw-1 vswitch
        wish-1 address-request subject=vsw-1 prefix_length=24
    """)

    plan = address_plan(design)

    assert [answer.request for answer in plan.answers] == ["wish-1"]
    assert [refusal.requests for refusal in plan.refusals] == [("wish",)]


@settings(max_examples=share(1000))
@given(
    sizes=st.lists(st.integers(20, 28), min_size=1, max_size=12),
    drawn=st.lists(st.integers(0, 255), max_size=6, unique=True),
)
def test_blocks_never_overlap_each_other_or_anything_drawn(sizes: list[int], drawn: list[int]) -> None:
    lines = ["pool-a address-pool blocks=10.0.0.0/16"]
    lines += [f"  wish-{n} address-request prefix_length={size}" for n, size in enumerate(sizes)]
    lines += [f"vpc-{n} vpc blocks=10.0.{n}.0/24" for n in drawn]
    design = sketch("\n".join(lines))

    after = planned(design)

    taken = [ipaddress.ip_network(one.block) for one in after.of_kind(AddressRequest) if one.block]
    taken += [ipaddress.ip_network(vpc.blocks[0]) for vpc in after.of_kind(Vpc)]
    taken.sort()
    assert len(taken) == len(drawn) + len(address_plan(design).answers)
    assert all(low.broadcast_address < high.network_address for low, high in itertools.pairwise(taken))  # type: ignore[operator]
    assert plan_edit(address_plan(after))(after) == after


def test_a_request_that_says_no_size_is_told_and_keeps_nobody_else_from_an_answer() -> None:
    plan = address_plan(
        sketch("""
        pool-a address-pool blocks=10.0.0.0/21
          wish address-request prefix_length=24
          vague address-request
    """)
    )

    assert [answer.request for answer in plan.answers] == ["wish"]
    assert [(refusal.requests, refusal.code) for refusal in plan.refusals] == [(("vague",), "no-size")]
