"""What a new plan touches: rows, texts and summaries that name what moved, and what must stay as it is."""

from __future__ import annotations

import pytest

from planners.addresses import parse_block
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.planning.renumbering import Renumbered, Renumberings, documents, renumberings

HEAD = """
bj region
pool address-pool blocks=10.0.0.0/12 region=bj
vpc-a vpc region=bj blocks=10.2.0.0/16 state=deployed
  a1 vswitch block=10.2.0.0/24 ipv6_block=fd00:0:0:1::/64
  a2 vswitch block=10.2.1.0/24
vpc-b vpc region=bj blocks=10.3.0.0/16
  b1 vswitch block=10.3.0.0/24
"""


def first(lines: str, taken: str = "10.2.0.0/16") -> Renumbered:
    """The lightest plan for a design that holds two VPCs and whatever else is said."""
    found = renumberings(sketch(HEAD + lines), [parse_block(taken)])
    assert isinstance(found, Renumberings)
    return found.plans[0]


def told(plan: Renumbered) -> list[tuple[str, int, str, str, str]]:
    """The touches of a plan that are no followers."""
    return [(t.element, t.row, t.old, t.new, t.how) for t in plan.touches if t.how != "follows"]


def test_the_vpc_moves_with_its_vswitches_and_says_why() -> None:
    plan = first("")

    assert [(one.element, one.old, one.new, one.state) for one in plan.moves] == [
        ("vpc-a", "10.2.0.0/16", "10.0.0.0/16", "deployed"),
        ("a1", "10.2.0.0/24", "10.0.0.0/24", "draft"),
        ("a2", "10.2.1.0/24", "10.0.1.0/24", "draft"),
    ]
    assert plan.moves[0].reason.said("en") == "10.2.0.0/16 is taken"
    assert (plan.proved, plan.weight, plan.deployed, plan.holes) == (True, 2, 0, ())


def test_rows_of_every_kind_follow_by_their_offset() -> None:
    plan = first("""
rt route-table parent=vpc-b
  - routes destination=0.0.0.0/0
  - routes destination=10.2.1.0/24 description="host 10.2.1.9"
sg security-group parent=vpc-b
  - rules block=10.2.0.7/32
nat nat-gateway parent=vpc-b
  - dnat address=10.2.0.8
fw cloud-firewall
  - policies source=10.2.0.0/24,10.3.0.0/24
note sheet-note name="Jump host is 10.2.0.9"
""")

    assert told(plan) == [
        ("fw", 1, "10.2.0.0/24", "10.0.0.0/24", "rewritten"),
        ("nat", 1, "10.2.0.8", "10.0.0.8", "rewritten"),
        ("note", 0, "10.2.0.9", "10.0.0.9", "rewritten"),
        ("rt", 2, "10.2.1.0/24", "10.0.1.0/24", "rewritten"),
        ("rt", 2, "10.2.1.9", "10.0.1.9", "rewritten"),
        ("sg", 1, "10.2.0.7/32", "10.0.0.7/32", "rewritten"),
    ]
    assert plan.after["fw"].policies[0].source == "10.0.0.0/24,10.3.0.0/24"  # type: ignore[attr-defined]


def test_a_summary_that_no_longer_holds_all_is_extended_and_to_be_looked_at() -> None:
    plan = first("""
rt route-table parent=vpc-b
  - routes destination=10.2.0.0/15 name=both
""")

    assert told(plan) == [("rt", 1, "10.2.0.0/15", "10.2.0.0/15, 10.0.0.0/16", "extended")]
    assert [(row.destination, row.name) for row in plan.after["rt"].routes] == [  # type: ignore[attr-defined]
        ("10.2.0.0/15", "both"),
        ("10.0.0.0/16", "both"),
    ]
    assert plan.to_look_at == 1


def test_a_summary_inside_a_network_that_keeps_its_block_gets_what_moved_out_of_it() -> None:
    plan = first("list prefix-list\n  - entries block=10.2.0.0/23", "10.2.0.0/24")

    assert plan.way == "around"
    assert told(plan) == [("list", 1, "10.2.0.0/23", "10.2.0.0/23, 10.2.2.0/24", "extended")]


def test_a_summary_of_nothing_but_what_moved_is_rewritten_in_a_single_field_too() -> None:
    plan = first("dom security-domain block=10.2.0.0/23\nlist prefix-list\n  - entries block=10.2.0.0/23")

    assert told(plan) == [
        ("dom", 0, "10.2.0.0/23", "10.0.0.0/23", "rewritten"),
        ("list", 1, "10.2.0.0/23", "10.0.0.0/23", "rewritten"),
    ]


def test_a_summary_that_still_holds_all_but_draws_what_is_taken_is_to_be_looked_at() -> None:
    plan = first("""
rt route-table parent=vpc-b
  - routes destination=10.0.0.0/8
  - routes destination=0.0.0.0/0
""")

    assert told(plan) == [("rt", 1, "10.0.0.0/8", "10.0.0.0/8", "covers")]


def test_what_is_said_of_others_stays() -> None:
    plan = first("""
site data-centre note="uses 10.2.7.0/24"
  - ranges block=10.2.0.0/16
kept reserved-range block=10.2.0.0/16
""")

    assert plan.after["site"] == plan.before["site"]
    assert plan.after["kept"] == plan.before["kept"]
    assert {how for *_, how in told(plan)} == {"stays"}


def test_a_route_to_the_site_that_has_the_range_stays() -> None:
    plan = first("""
site data-centre
  - ranges block=10.2.0.0/16
vbr vbr
  line circuit site=site
rt route-table parent=vpc-b
  - routes destination=10.2.0.0/16 hop=vbr
  - routes destination=10.2.0.0/16
""")

    rows = [row.destination for row in plan.after["rt"].routes]  # type: ignore[attr-defined]
    assert rows == ["10.2.0.0/16", "10.0.0.0/16"]
    doubtful = [(touch.element, touch.row, touch.how, touch.is_doubtful) for touch in plan.touches]
    assert ("rt", 1, "site", False) in doubtful
    assert ("rt", 2, "rewritten", True) in doubtful


def test_what_stands_in_a_vswitch_that_moves_is_told() -> None:
    plan = first("balancer load-balancer parent=vpc-a vswitches=a1")

    assert [(t.element, t.old, t.new) for t in plan.touches] == [("balancer", "10.2.0.0/24", "10.0.0.0/24")]


def test_ipv6_moves_alike() -> None:
    design = sketch("""
        six address-pool blocks=fd00::/48
        vpc-a vpc blocks=10.0.0.0/16 ipv6_block=fd00::/56
          a1 vswitch block=10.0.0.0/24 ipv6_block=fd00:0:0:1::/64
        sg security-group parent=vpc-a
          - rules block=fd00:0:0:1::5/128
    """)

    found = renumberings(design, [parse_block("fd00:0:0:1::/64")])

    assert isinstance(found, Renumberings)
    plan = next(one for one in found.plans if one.way == "clear")
    assert plan.after["vpc-a"].ipv6_block == "fd00:0:0:100::/56"  # type: ignore[attr-defined]
    assert plan.after["a1"].block == "10.0.0.0/24"  # type: ignore[attr-defined]
    new = parse_block(plan.after["a1"].ipv6_block)  # type: ignore[attr-defined]
    (rule,) = plan.after["sg"].rules  # type: ignore[attr-defined]
    assert parse_block("fd00:0:0:100::/56").holds(new)
    assert parse_block(rule.block) == (new.base + 5, 0, 128)


def test_routes_before_and_after_are_counted_by_region() -> None:
    plan = first("")

    assert (plan.comparison.before.routes, plan.comparison.after.routes) == ((("bj", 1),), (("bj", 2),))


def test_the_documents_that_change_are_named() -> None:
    plan = first("net sheet shows=network\nrt route-table parent=vpc-b\n  - routes destination=10.2.1.0/24")

    named = {one.title.said("en"): one.changes for one in documents(plan)}

    assert named["Route tables in lists"] == 1
    assert named["net"] >= 3
    assert named["Address plan"] >= 3


@pytest.mark.parametrize("lines", ["", "other vpc blocks=10.3.0.0/16"])
def test_a_clash_that_nobody_asked_about_stays(lines: str) -> None:
    plan = first(lines)

    assert "vpc-b" not in {one.element for one in plan.moves}


def test_a_range_kept_free_inside_a_vpc_goes_with_it() -> None:
    plan = first("kept reserved-range block=10.2.9.0/24")

    block = parse_block(plan.after["kept"].block)  # type: ignore[attr-defined]
    assert parse_block("10.0.0.0/16").holds(block)


def test_vswitches_that_overlap_go_along_with_their_vpc() -> None:
    plan = first("a3 vswitch parent=vpc-a block=10.2.0.0/25")

    assert plan.after["a3"].block == "10.0.0.0/25"  # type: ignore[attr-defined]
    assert plan.after["a1"].block == "10.0.0.0/24"  # type: ignore[attr-defined]


def test_an_empty_design_needs_no_plan() -> None:
    assert renumberings(Design.of(), [parse_block("10.0.0.0/8")]) == Renumberings(
        (parse_block("10.0.0.0/8"),), ()
    )
