"""Two address plans side by side: waste, routes by region, and what moved."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.planning.comparing import Shift, compared, figures

TWO_REGIONS = """
bj region
sh region
vpc-a vpc region=bj blocks=10.0.0.0/16
  a1 vswitch block=10.0.0.0/24 ipv6_block=fd00:0:0:1::/64
  a2 vswitch block=10.0.1.0/24 state=deployed
vpc-b vpc region=bj blocks=10.1.0.0/16
vpc-c vpc region=sh blocks=10.2.0.0/16,10.9.0.0/16
"""


def test_waste_is_what_vpcs_hold_and_no_vswitch_has() -> None:
    found = figures(sketch(TWO_REGIONS))

    assert (found.held, found.used, found.waste) == (4 * 65536, 512, 4 * 65536 - 512)


def test_neighbours_in_a_region_are_one_route() -> None:
    found = figures(sketch(TWO_REGIONS))

    assert found.routes == (("bj", 1), ("sh", 2))
    assert found.all_routes == 3


def test_a_block_that_is_another_one_has_moved() -> None:
    before = sketch(TWO_REGIONS)
    after = before.replacing("a2", block="10.0.7.0/24").replacing(
        "vpc-c", blocks=("10.3.0.0/16", "10.9.0.0/16")
    )

    assert compared(before, after).moves == (
        Shift("vpc-c", "blocks", "10.2.0.0/16", "10.3.0.0/16", "draft"),
        Shift("a2", "block", "10.0.1.0/24", "10.0.7.0/24", "deployed"),
    )


def test_what_is_new_or_gone_is_no_move() -> None:
    before = sketch(TWO_REGIONS)
    after = before.replacing("vpc-b", blocks=("10.1.0.0/16", "10.5.0.0/16")).removing(["a1"])

    assert compared(before, after).moves == ()


def test_two_vswitches_that_overlap_are_counted_once() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/16
          a1 vswitch block=10.0.0.0/24
          a2 vswitch block=10.0.0.0/25
    """)

    assert figures(design).used == 256


def test_a_text_that_is_no_block_counts_nothing() -> None:
    design = sketch("""
        vpc-a vpc blocks=nonsense
          a1 vswitch block=10.0.0.1/24
    """)

    assert (figures(design).held, figures(design).routes) == (0, ())
    assert compared(design, Design.of()).moves == ()
