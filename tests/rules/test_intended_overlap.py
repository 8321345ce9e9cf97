"""Networks that share addresses on purpose: what is then silent, and what is proved about them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.test_overlaps import BLOCKS, read
from workbench.model.elements.intended_overlap import IntendedOverlap
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.joined import reach
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.words import Words

PAIR = """
    vpc-a vpc blocks=10.0.0.0/16
    vpc-b vpc blocks=10.0.0.0/16
    site data-centre
      - ranges block=10.0.4.0/24
    meant intended-overlap networks={networks} reason.en="{reason}" kept_apart={apart}
"""
ROUTER = """
    tr transit-router
      tbl transit-router-table
      far transit-router-table
      att-a vpc-attachment vpc=vpc-a association=tbl learning={a}
      att-b vpc-attachment vpc=vpc-b association=far learning={b}
"""


def said(rule: str, lines: str) -> list[tuple[str, str]]:
    """What a rule says of a sketch, each with its severity."""
    findings = fresh_findings(sketch(lines))
    return [(one.severity, one.message.said("en")) for one in findings if one.rule == rule]


def pair(
    networks: str = "vpc-a,vpc-b", reason: str = "Two shops", apart: str = "isolated", more: str = ""
) -> str:
    return PAIR.format(networks=networks, reason=reason, apart=apart) + more


def test_a_declared_pair_is_silent_and_every_other_one_is_not() -> None:
    assert len(said("NET-012", pair())) == 1
    assert said("NET-012", pair("vpc-a,vpc-b,site")) == []
    assert len(said("NET-012", pair("vpc-a"))) == 2


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_declaration_without_a_reason_silences_nothing_and_is_told(reason: str) -> None:
    lines = pair("vpc-a,vpc-b,site", reason)

    assert len(said("NET-012", lines)) == 2
    assert said("NET-023", lines) == [("warning", "meant gives no reason, so that it allows nothing")]


def test_what_lies_around_a_declared_pair_is_still_compared() -> None:
    lines = """
        outer vpc blocks=10.0.0.0/8
        middle vpc blocks=10.0.0.0/16
        inner vpc blocks=10.0.0.0/24
        one intended-overlap networks=outer,middle reason.en=why
        two intended-overlap networks=middle,inner reason.en=why
    """

    assert [sentence for _, sentence in said("NET-012", lines)] == [
        "10.0.0.0/24 of inner shares addresses with 10.0.0.0/8 of outer"
    ]


@given(st.lists(BLOCKS, max_size=12), st.sets(st.frozensets(st.integers(0, 11), min_size=2, max_size=2)))
def test_a_block_is_named_exactly_where_one_around_it_is_not_allowed(
    blocks: list[str], allowed: set[frozenset[int]]
) -> None:
    entries = [(read(block), number) for number, block in enumerate(blocks)]

    pairs = list(overlaps(entries, lambda owner: owner, lambda one, other: {one, other} in allowed))

    order = sorted(entries, key=lambda entry: (entry[0].first, -entry[0].last, entry[1]))
    inner = {
        number
        for place, (block, number) in enumerate(order)
        if any(far.holds(block) and {number, other} not in allowed for far, other in order[:place])
    }
    assert {one for _, one in pairs} == inner
    assert not [couple for couple in pairs if set(couple) in allowed]


def test_networks_that_overlap_no_more_are_told() -> None:
    lines = """
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.1.0.0/16
        meant intended-overlap networks=vpc-a,vpc-b reason.en=why
    """

    assert said("NET-023", lines) == [("hint", "vpc-a, vpc-b of meant share no address with the others")]


def test_a_declaration_of_one_network_is_told() -> None:
    assert said("NET-023", pair("vpc-a,gone")) == [("warning", "meant names 1 of two networks that exist")]


def test_isolated_networks_are_proved_isolated() -> None:
    assert said("NET-023", pair()) == []
    # Each on the router, and neither in a table that the other asks.
    assert said("NET-023", pair(more=ROUTER.format(a="tbl", b="far"))) == []


@pytest.mark.parametrize(("a", "b"), [("far", "far"), ("tbl", "tbl"), ("tbl,far", "tbl,far")])
def test_one_direction_through_a_transit_router_joins_them(a: str, b: str) -> None:
    ((severity, sentence),) = said("NET-023", pair(more=ROUTER.format(a=a, b=b)))

    assert severity == "error"
    assert "are joined through tr" in sentence


def test_a_basic_router_joins_all_that_stand_on_it() -> None:
    basic = ROUTER.format(a="", b="").replace("transit-router\n", "transit-router edition=basic\n", 1)

    assert [severity for severity, _ in said("NET-023", pair(more=basic))] == ["error"]


def test_a_vpc_nat_gateway_between_them_is_enough_and_is_asked_for_where_it_is_promised() -> None:
    peered = "    link vpc-peering parent=vpc-a peer=vpc-b\n"
    gateway = "    nat nat-gateway parent=vpc-b type=vpc nat_blocks=192.168.0.0/24\n"

    assert [severity for severity, _ in said("NET-023", pair(more=peered))] == ["error"]
    assert said("NET-023", pair(more=peered + gateway, apart="nat")) == []
    assert said("NET-023", pair(apart="nat")) == [
        ("warning", "meant keeps vpc-a, vpc-b apart by VPC NAT, but none of them has a VPC NAT gateway")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "vbr-a vbr\n  line circuit site=site\ntr transit-router\n  tbl transit-router-table\n"
        "  att vpc-attachment vpc=vpc-a association=tbl\n  door vbr-attachment vbr=vbr-a learning=tbl",
        "gate vpn-gateway parent=vpc-a\n  tunnel ipsec-connection site=site",
        "gate vpn-gateway\n  tunnel ipsec-connection site=site\ntr transit-router\n  tbl transit-router-table\n"
        "  att vpc-attachment vpc=vpc-a learning=tbl\n  door vpn-attachment vpn=gate association=tbl",
        "vbr-a vbr\n  line circuit site=site\nhub ecr\n  one ecr-association network=vbr-a\n"
        "  two ecr-association network=vpc-a",
    ],
)
def test_a_site_is_reached_over_circuits_tunnels_and_express_connect_routers(line: str) -> None:
    lines = f"""
vpc-a vpc blocks=10.0.0.0/16
site data-centre
  - ranges block=10.0.4.0/24
meant intended-overlap networks=vpc-a,site reason.en=why
{line}
"""

    assert [severity for severity, _ in said("NET-023", lines)] == ["error"]


def test_two_regions_are_joined_by_the_tables_on_both_sides_of_a_peer_attachment() -> None:
    lines = """
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.0.0.0/16
        meant intended-overlap networks=vpc-a,vpc-b reason.en=why
        tr-1 transit-router
          near transit-router-table
          att-a vpc-attachment vpc=vpc-a association=near
          between peer-attachment peer=tr-2 learning=near peer_association=far
        tr-2 transit-router
          far transit-router-table
          att-b vpc-attachment vpc=vpc-b {learning}
    """

    assert said("NET-023", lines.format(learning="")) == []
    assert [severity for severity, _ in said("NET-023", lines.format(learning="learning=far"))] == ["error"]


@pytest.mark.parametrize(
    "line",
    [
        "      deny routing-policy table=tbl action=Deny",
        "        - routes destination=10.0.0.0/16",
    ],
)
def test_what_the_design_does_not_settle_is_a_hint(line: str) -> None:
    router = ROUTER.format(a="far", b="tbl").replace(
        "      far transit-router-table\n", f"{line}\n      far transit-router-table\n"
    )

    findings = said("NET-023", pair(more=router.replace("learning=far", "learning=tbl")))

    assert [severity for severity, _ in findings] == ["hint"]
    assert "the design does not settle" in findings[0][1]


def test_a_static_route_by_way_of_another_vpc_is_a_hint() -> None:
    lines = """
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.0.0.0/16
        hub vpc blocks=10.9.0.0/16
        meant intended-overlap networks=vpc-a,vpc-b reason.en=why
        tr transit-router
          tbl transit-router-table
            - routes destination=0.0.0.0/0 attachment=att-hub
          all transit-router-table
          att-a vpc-attachment vpc=vpc-a association=tbl
          att-b vpc-attachment vpc=vpc-b learning=all
          att-hub vpc-attachment vpc=hub association=all
    """

    assert [severity for severity, _ in said("NET-023", lines)] == ["hint"]


def test_tables_that_lead_in_a_circle_end_the_search() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/16
        one transit-router
          t1 transit-router-table
          att vpc-attachment vpc=vpc-a association=t1 learning=t1,t2
          link peer-attachment peer=two learning=t1 peer_learning=t2 association=t1 peer_association=t2
        two transit-router
          t2 transit-router-table
    """)

    found = reach(design["vpc-a"], Reader(design))  # type: ignore[arg-type]

    assert found.sure == found.unsure == {}


def test_hundreds_of_equal_networks_of_one_declaration_are_compared_at_once() -> None:
    shops = tuple(Vpc(id=f"shop-{number}", blocks=("10.0.0.0/16",)) for number in range(600))
    meant = IntendedOverlap(
        id="meant", networks=tuple(shop.id for shop in shops), reason=Words(en="Every shop is alike")
    )

    findings = fresh_findings(sketch("").adding(*shops, meant))

    assert [one for one in findings if one.rule in ("NET-012", "NET-023")] == []
