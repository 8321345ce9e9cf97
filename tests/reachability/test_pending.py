"""Ways that hang on the consent of another account, on bandwidth, or on the routes of a NAT gateway's vSwitch."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, REGIONS, SITE, asked, two_vpcs
from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asking import ask
from workbench.reachability.modelled import modelled

PEERED = """
    one account
      vpc-a vpc blocks=10.1.0.0/16
        a-1 vswitch block=10.1.1.0/24
        link vpc-peering peer=vpc-b {link}
        a-rt route-table type=system
          - routes destination=10.2.0.0/16 hop=link
        sg-a security-group
    {other} account
      vpc-b vpc blocks=10.2.0.0/16
        b-1 vswitch block=10.2.1.0/24
        b-rt route-table type=system
          - routes destination=10.1.0.0/16 hop=link
        sg-b security-group
          - rules port=443/443 block=10.1.0.0/16
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
"""


def facts(answer: PathAnswer) -> list[str]:
    """What the design would have to say."""
    return [fact.said("en") for fact in answer.facts]


def peered(link: str = "", other: str = "two") -> PathAnswer:
    """The answer across a peering of two accounts."""
    lines = PEERED.format(link=link, other=other)
    if other == "one":
        lines = lines.replace("    one account\n", "", 1).replace(
            "      vpc-a vpc", "    one account\n      vpc-a vpc"
        )
        lines = lines.replace("    one account\n      vpc-b", "      vpc-b")
    return asked(lines)


def test_a_peering_with_another_account_is_unknown_until_that_one_is_said_to_accept() -> None:
    waiting = peered()

    assert waiting.verdict == "unknown"
    assert facts(waiting) == ["Whether the account of the other VPC accepts link"]
    assert waiting.decided.said("en") == "link: nothing says that the other account accepts it"
    assert waiting.deciding == "link"
    assert peered("accepted=true").verdict == "allow"


def test_a_peering_inside_one_account_needs_nobody_to_accept_it() -> None:
    assert peered(other="one").verdict == "allow"


def test_a_peering_of_no_bandwidth_carries_nothing() -> None:
    answer = peered("accepted=true bandwidth=0")

    assert (answer.verdict, answer.deciding) == ("deny", "a-rt")


def test_what_a_group_denies_stays_denied_while_a_peering_is_not_accepted() -> None:
    assert asked(PEERED.format(link="", other="two"), port=22).verdict == "deny"


GRANTED = "net account\n    spoke account\n"


def across(grant: str, router: str = "account=net") -> str:
    """The two VPCs on a router, b in another account than the router."""
    lines = two_vpcs(att_b=f"association=rt learning=rt {grant}")
    return f"    {GRANTED}" + lines.replace("tr transit-router", f"tr transit-router {router}").replace(
        "vpc-b vpc", "vpc-b vpc parent=spoke"
    )


@pytest.mark.parametrize(("source", "target"), [("app-a", "app-b"), ("app-b", "app-a")])
def test_an_attachment_of_another_account_is_unknown_until_it_is_granted(source: str, target: str) -> None:
    opened = across("").replace(
        "sg-a security-group inner=Drop",
        "sg-a security-group\n        - rules port=443/443 block=10.2.0.0/16",
    )
    waiting = asked(opened, source, target)

    assert waiting.verdict == "unknown"
    assert facts(waiting) == ["Whether the account of the network grants att-b to the account of the router"]
    assert asked(opened.replace("learning=rt \n", "learning=rt granted=true\n"), source, target).verdict == (
        "allow"
    )


def test_the_fate_of_a_packet_to_another_network_does_not_hang_on_a_grant() -> None:
    lines = across("") + "    app-c application vswitches=a-2 groups=sg-a\n"

    assert asked(lines, "app-a", "app-c").verdict == "deny"


def test_where_no_account_is_drawn_no_grant_is_asked_for() -> None:
    assert asked(across("", router="")).verdict == "allow"


def test_an_entry_to_an_attachment_without_a_grant_is_unknown_even_where_nothing_is_learned() -> None:
    entry = across("").replace(
        "rt transit-router-table ",
        "rt transit-router-table\n        - routes destination=10.2.0.0/16 attachment=att-b",
    )

    assert asked(entry.replace("association=rt learning=rt \n", "association=rt\n")).verdict == "unknown"


def test_a_line_of_another_account_to_a_site_is_unknown_both_ways() -> None:
    lines = SITE.format(more="").replace("tr transit-router", "tr transit-router account=net")
    lines = f"    {GRANTED}" + lines.replace("    vbr vbr", "    vbr vbr parent=spoke")
    inwards = asked(lines, "dc", "app-b")

    assert inwards.verdict == "unknown"
    assert facts(inwards) == ["Whether the account of the network grants line to the account of the router"]
    assert (
        asked(lines.replace("line vbr-attachment", "line vbr-attachment granted=true"), "dc", "app-b").verdict
        == "allow"
    )


ECR = """
    net account
    spoke account
    ecr ecr parent={owner}
      joined ecr-association network=vpc-b {grant}
      line ecr-association network=vbr
    vbr vbr
      circuit circuit site=dc
    dc data-centre
      - ranges block=172.16.0.0/16
    vpc-b vpc parent=spoke blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24
      sg-b security-group
        - rules port=443/443 block=172.16.0.0/16
    app-b application vswitches=b-1 groups=sg-b
"""


@pytest.mark.parametrize(("source", "target"), [("dc", "app-b"), ("app-b", "dc")])
def test_a_vpc_of_another_account_at_an_express_connect_router_is_unknown_until_it_is_granted(
    source: str, target: str
) -> None:
    waiting = asked(ECR.format(owner="net", grant=""), source, target)

    assert waiting.verdict == "unknown"
    assert facts(waiting) == ["Whether the account of the network grants joined to the account of the router"]
    assert asked(ECR.format(owner="net", grant="granted=true"), source, target).verdict == "allow"
    assert asked(ECR.format(owner="spoke", grant=""), source, target).verdict == "allow"


def test_connected_regions_of_no_bandwidth_are_apart_and_unstated_bandwidth_is_no_obstacle() -> None:
    lines = REGIONS.format(far="peer_learning=rt-2", more="")

    assert asked(lines).verdict == "allow"
    assert asked(lines.replace("bandwidth=100 ", "")).verdict == "allow"
    assert asked(lines.replace("bandwidth=100", "bandwidth=0")).verdict == "deny"


def leaving(gateway: str, more: str = "") -> PathAnswer:
    """What becomes of a packet to the internet by a NAT gateway."""
    lines = EGRESS.format(snat="10.1.1.0/24").replace(
        "      nat nat-gateway", f"{gateway}      nat nat-gateway"
    )
    return ask(modelled(sketch(lines + more), places=True), "app-a", "out", "tcp", 443)


ACTIVE = "      door ipv4-gateway activated=true\n"
BOUND = """\
      nat-table route-table
        - routes destination={to} hop=door
"""


def test_a_nat_gateway_leads_out_as_before_while_no_ipv4_gateway_is_activated() -> None:
    assert leaving("").verdict == "allow"
    assert leaving(ACTIVE.replace("true", "false")).verdict == "allow"


def test_once_an_ipv4_gateway_is_activated_a_nat_gateway_needs_a_route_to_it() -> None:
    answer = leaving(ACTIVE)

    assert (answer.verdict, answer.deciding) == ("deny", "nat")
    assert (
        answer.decided.said("en")
        == "nat: no route of its vSwitch leads all of the internet to the IPv4 gateway"
    )


@pytest.mark.parametrize(
    ("to", "verdict"),
    [("0.0.0.0/0", "allow"), ("8.8.8.0/24", "deny"), ("0.0.0.0/1", "deny")],
)
def test_the_route_has_to_be_in_the_table_of_its_vswitch_and_hold_all_of_the_internet(
    to: str, verdict: str
) -> None:
    table = ACTIVE + BOUND.format(to=to) + "      nat-1 vswitch block=10.9.2.0/28 route_table=nat-table\n"
    lines = EGRESS.format(snat="10.1.1.0/24").replace(
        "      nat nat-gateway vswitch=hub-1", f"{table}      nat nat-gateway vswitch=nat-1"
    )

    assert ask(modelled(sketch(lines), places=True), "app-a", "out", "tcp", 443).verdict == verdict


def test_a_nat_gateway_that_stands_in_no_vswitch_is_unknown_beside_an_activated_gateway() -> None:
    lines = EGRESS.format(snat="10.1.1.0/24").replace(
        "      nat nat-gateway vswitch=hub-1", f"{ACTIVE}      nat nat-gateway"
    )
    answer = ask(modelled(sketch(lines), places=True), "app-a", "out", "tcp", 443)

    assert answer.verdict == "unknown"
    assert facts(answer) == [
        "Which vSwitch nat stands in: the routes of that one lead it to the IPv4 gateway"
    ]
