"""Routes that name what belongs to another VPC, what no route can lead to, and tables of which nobody knows which one leads."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, REGIONS, SITE, asked, two_vpcs
from tests.reachability.test_entrances import ENTRY
from tests.reachability.test_matrices import differing
from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.modelled import modelled

BESIDE = """
    out internet
    dc data-centre
      - ranges block=172.16.0.0/16
    eip eip bound_to=nat
    hub vpc blocks=10.9.0.0/16
      hub-1 vswitch block=10.9.1.0/24
      nat nat-gateway vswitch=hub-1
        - snat source=10.0.0.0/8 eip=eip
      gw vpn-gateway
        tunnel ipsec-connection site=dc
      door ipv4-gateway activated=true
      hub-rt route-table type=system
        - routes destination=0.0.0.0/0 hop=door
      lb load-balancer
      link vpc-peering peer=vpc-b
"""


def facts(answer: PathAnswer) -> list[str]:
    """What the design would have to say."""
    return [fact.said("en") for fact in answer.facts]


def routed(hop: str, block: str, kept: str = "") -> str:
    """The two VPCs, in which a has one route beside what is kept of its own."""
    row = "- routes destination={block} hop={hop}\n"
    rows = row.format(block=block, hop=hop) + (f"        {kept}\n" if kept else "")
    return two_vpcs(more=BESIDE).replace("- routes destination=10.0.0.0/8 hop=att-a\n", rows)


@pytest.mark.parametrize("hop", ["nat", "door", "gw", "lb", "link", "att-b"])
def test_a_route_to_what_belongs_to_another_vpc_leads_nowhere_and_says_so(hop: str) -> None:
    for target, block in (("out", "0.0.0.0/0"), ("app-b", "10.2.0.0/16"), ("dc", "172.16.0.0/12")):
        answer = asked(routed(hop, block), target=target)

        assert (answer.verdict, answer.deciding) == ("deny", hop)
        said = f"{hop}: it belongs to another VPC, and the platform takes no route to it"
        assert answer.decided.said("en") == said


def test_where_a_wider_route_leads_elsewhere_what_the_refused_one_shall_lead_to_is_missing() -> None:
    answer = asked(routed("nat", "10.2.0.0/16", "- routes destination=10.0.0.0/8 hop=att-a"))

    assert answer.verdict == "unknown"
    assert facts(answer) == [
        "What the route to nat shall lead to: that belongs to another VPC, and a wider route leads elsewhere"
    ]
    assert asked(routed("nat", "10.2.0.0/16", "- routes destination=10.0.0.0/8 hop=gw")).verdict == "deny"
    assert asked(routed("nat", "10.2.0.0/16", "- routes destination=10.2.0.0/16 hop=att-a")).verdict == (
        "allow"
    )


def test_what_stands_in_the_vpc_itself_is_led_to_as_before() -> None:
    assert asked(EGRESS.format(snat="10.0.0.0/8"), target="out").verdict == "allow"
    own = two_vpcs(more=BESIDE.replace("peer=vpc-b", "peer=vpc-a")).replace("hop=att-a", "hop=link")
    assert asked(own, target="app-b").verdict == "deny"


GATED = ENTRY.replace(
    "      d-1 vswitch",
    """\
      door ipv4-gateway activated=true
      rt route-table type=system
        - routes destination={block} hop={hop}
      d-1 vswitch""",
)
OTHER = "    vpc-e vpc\n      other ipv4-gateway activated=true\n"


@pytest.mark.parametrize(
    ("block", "hop", "verdict"),
    [
        ("0.0.0.0/0", "door", "allow"),
        ("10.5.0.0/16", "door", "deny"),
        ("0.0.0.0/0", "other", "deny"),
        ("0.0.0.0/0", "alb", "deny"),
    ],
)
def test_a_load_balancer_is_public_where_the_route_that_decides_leads_to_the_gateway_of_its_own_vpc(
    block: str, hop: str, verdict: str
) -> None:
    assert asked(GATED.format(block=block, hop=hop) + OTHER, "out", "alb").verdict == verdict


KEPT = SITE.replace("172.16.0.0/16", "100.64.0.0/16").replace(
    "block=100.64.0.0/16\n    app", "block=0.0.0.0/0\n    app"
)


@pytest.mark.parametrize("route", ["0.0.0.0/0", "100.0.0.0/8", "100.64.0.0/10"])
def test_addresses_of_cloud_services_are_led_to_those_whatever_a_site_says(route: str) -> None:
    answer = asked(KEPT.replace("172.16.0.0/12", route).format(more=""), "app-b", "dc")

    assert (answer.verdict, answer.deciding) == ("deny", "vpc-b")
    assert answer.decided.said("en") == "vpc-b: cloud services have these addresses in every VPC"
    back = asked(KEPT.replace("172.16.0.0/12", route).format(more=""), "dc", "app-b")
    assert (back.verdict, back.deciding) == ("deny", "vpc-b")


def test_sites_are_not_known_to_each_other_by_addresses_of_cloud_services() -> None:
    other = """second vbr-attachment vbr=vbr-2 association=rt learning=rt
    vbr-2 vbr
      circuit-2 circuit site=dc-2
    dc-2 data-centre
      - ranges block=172.30.0.0/16"""

    assert asked(SITE.format(more=other), "dc-2", "dc").verdict == "allow"
    assert asked(KEPT.format(more=other), "dc-2", "dc").verdict == "deny"
    assert asked(KEPT.format(more=other), "dc", "dc-2").verdict == "deny"


def test_whether_the_platform_takes_a_route_into_those_addresses_is_unknown() -> None:
    answer = asked(KEPT.replace("172.16.0.0/12", "100.64.0.0/16").format(more=""), "app-b", "dc")

    assert answer.verdict == "unknown"
    assert facts(answer) == [
        "Whether the platform takes a route of b-rt to addresses of cloud services: its documents disagree"
    ]


HUB = EGRESS.replace("vpc=hub association", "vpc=hub vswitches={vswitches} association").replace(
    "      hub-table",
    """\
      hub-2 vswitch block=10.9.2.0/28 route_table=hub-custom
      hub-custom route-table
        - routes destination=0.0.0.0/0 hop={hop}
        - routes destination=10.0.0.0/8 hop=att-hub
      hub-table""",
)


@pytest.mark.parametrize("vswitches", ["hub-1,hub-2", "hub-2,hub-1"])
def test_which_table_of_several_attachment_vswitches_leads_is_unknown_where_they_differ(
    vswitches: str,
) -> None:
    differ = asked(HUB.format(snat="10.0.0.0/8", vswitches=vswitches, hop="att-hub"), target="out")

    assert differ.verdict == "unknown"
    assert facts(differ) == [
        "Which route table leads what comes into hub: the vSwitches of its attachment have different ones"
    ]
    alike = HUB.format(snat="10.0.0.0/8", vswitches=vswitches, hop="nat")
    assert asked(alike, target="out").verdict == "allow"


def test_one_vswitch_of_the_attachment_decides_alone() -> None:
    assert asked(HUB.format(snat="10.0.0.0/8", vswitches="hub-1", hop="att-hub"), target="out").verdict == (
        "allow"
    )
    assert asked(HUB.format(snat="10.0.0.0/8", vswitches="hub-2", hop="att-hub"), target="out").verdict == (
        "deny"
    )


@pytest.mark.parametrize("hops", [("att-a", "lb"), ("lb", "att-a")])
def test_which_of_two_equal_routes_wins_is_unknown(hops: tuple[str, str]) -> None:
    rows = "\n        ".join(f"- routes destination=10.0.0.0/8 hop={hop}" for hop in hops)
    lines = two_vpcs(more="    lb load-balancer parent=vpc-a\n")
    answer = asked(lines.replace("- routes destination=10.0.0.0/8 hop=att-a", rows))

    assert answer.verdict == "unknown"
    assert facts(answer) == ["Which of the equal routes in a-rt wins"]
    twice = lines.replace(
        "10.0.0.0/8 hop=att-a", "10.0.0.0/8 hop=att-a\n        - routes destination=10.0.0.0/8 hop=tr"
    )
    assert asked(twice).verdict == "allow"


@pytest.mark.parametrize("first", ["att-b", "att-a", ""])
def test_which_of_two_equal_entries_of_a_router_wins_is_unknown_there_and_where_it_is_taught(
    first: str,
) -> None:
    row = "\n        - routes destination=10.2.1.0/24 {}"
    entries = [row.format("attachment=att-b"), row.format(f"attachment={first}" if first else "")]
    for rows in (entries, entries[::-1]):
        lines = two_vpcs().replace("rt transit-router-table ", "rt transit-router-table" + "".join(rows))
        answer = asked(lines)
        assert answer.verdict == ("allow" if first == "att-b" else "unknown")
        if first != "att-b":
            assert facts(answer) == ["Which of the equal routes in rt wins"]
    far = REGIONS.format(far="peer_learning=rt-2", more="").replace(
        "rt-2 transit-router-table",
        "rt-2 transit-router-table\n        - routes destination=10.2.1.0/24 attachment=att-b"
        "\n        - routes destination=10.2.1.0/24",
    )
    assert asked(far).verdict == "unknown"


def test_which_of_two_system_tables_is_meant_is_unknown_where_they_differ() -> None:
    second = (
        "      a-more route-table type=system\n        - routes destination={block} hop=att-a\n      sg-a"
    )
    lines = two_vpcs().replace("      sg-a", second, 1)

    differ = asked(lines.format(block="10.3.0.0/16"))
    assert differ.verdict == "unknown"
    assert facts(differ) == ["Which system route table vpc-a has: more than one is drawn"]
    assert asked(lines.format(block="10.0.0.0/8")).verdict == "allow"


def test_the_matrix_says_the_same_of_all_of_these() -> None:
    for lines in (
        routed("nat", "0.0.0.0/0"),
        routed("nat", "10.2.0.0/16", "- routes destination=10.0.0.0/8 hop=att-a"),
        KEPT.format(more=""),
        HUB.format(snat="10.0.0.0/8", vswitches="hub-1,hub-2", hop="att-hub"),
    ):
        assert differing(modelled(sketch(lines), places=True)) == []
