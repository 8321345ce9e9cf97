"""Flows that no table leads on: what is told on small designs, where it stops, and what the cures open."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, REGIONS, SITE, two_vpcs
from tests.rules.paths_told import FLOW, OUT, about_paths, cured, only, opened
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings


def test_a_flow_that_passes_or_is_wanted_not_has_no_finding() -> None:
    assert about_paths(sketch(two_vpcs(more=FLOW))) == []
    unwanted = FLOW.replace("443/443", "22/22 wanted=deny")
    assert about_paths(sketch(two_vpcs(more=unwanted))) == []


def test_a_no_beats_a_yes_about_the_same_ports() -> None:
    both = (
        FLOW.replace("443/443", "22/22") + "    not flow source=app-a target=app-b port=22/22 wanted=deny\n"
    )

    assert about_paths(sketch(two_vpcs(more=both))) == []


def test_a_flow_that_no_table_leads_on_is_told_with_the_table_and_the_entry_that_lacks() -> None:
    lines = two_vpcs(att_b="association=rt learning=other", more=FLOW).replace(
        "  rt transit-router-table ", "  other transit-router-table\n      rt transit-router-table "
    )

    finding = only(lines)

    assert (finding.rule, finding.severity, finding.others) == ("CEN-006", "error", ("rt",))
    assert "stops at rt" in finding.message.said("en")
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "app-b")}


def test_answers_that_no_table_leads_back_are_told_as_answers() -> None:
    lines = two_vpcs(att_b="association=other learning=rt", more=FLOW).replace(
        "  rt transit-router-table ", "  other transit-router-table\n      rt transit-router-table "
    )

    finding = only(lines)

    assert (finding.rule, finding.says, finding.others) == ("CEN-006", "back", ("other",))
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "app-b")}


@pytest.mark.parametrize("att_b", ["", "association=rt", "learning=rt"])
def test_a_fault_that_is_found_where_it_stands_is_not_told_of_the_flow_again(att_b: str) -> None:
    design = sketch(two_vpcs(att_b=att_b, more=FLOW))

    assert about_paths(design) == []
    assert {"CEN-005", "CEN-006"} & {one.rule for one in fresh_findings(design) if one.about == "att-b"}


def test_a_table_of_a_vpc_that_leads_others_on_but_not_this_flow_is_told_with_its_route() -> None:
    lines = two_vpcs(more=FLOW).replace(
        "destination=10.0.0.0/8 hop=att-a", "destination=10.3.0.0/16 hop=att-a"
    )

    finding = only(lines)

    assert (finding.rule, finding.severity, finding.others) == ("CEN-007", "error", ("a-rt",))
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "app-b")}


def test_a_vpc_without_any_route_out_is_told_of_the_attachment_alone() -> None:
    design = sketch(two_vpcs(more=FLOW).replace("- routes destination=10.0.0.0/8 hop=att-a", ""))

    assert about_paths(design) == []
    assert [one.about for one in fresh_findings(design) if one.rule == "CEN-007"] == ["att-a"]


@pytest.mark.parametrize("more", ["", "\n        - routes destination=10.2.0.0/16 attachment=att-b"])
def test_where_several_routes_hold_the_address_the_finding_is_a_hint_that_says_so(more: str) -> None:
    finding = only(
        two_vpcs(more=FLOW).replace(
            "  rt transit-router-table ",
            f"  rt transit-router-table\n        - routes destination=10.2.1.0/24{more}",
        )
    )

    assert (finding.rule, finding.severity, finding.others) == ("CEN-006", "hint", ("rt",))
    assert "cen.routing.lookup" in {fact.id for fact in finding.rests_on}


def test_what_nobody_knows_is_no_finding() -> None:
    nowhere = two_vpcs(more=FLOW).replace(
        "app-a application vswitches=a-1 groups=sg-a", "app-a application vswitches=a-1"
    )

    assert about_paths(sketch(nowhere)) == []


def test_regions_that_nothing_joins_are_told_once() -> None:
    lines = REGIONS.format(far="peer_learning=rt-2", more="") + FLOW
    apart = "\n".join(line for line in lines.splitlines() if "peer peer-attachment" not in line)

    assert about_paths(sketch(lines)) == []
    assert (only(apart).rule, only(apart).severity) == ("CEN-010", "error")


def test_a_flow_over_a_connection_without_bandwidth_is_named() -> None:
    lines = REGIONS.format(far="peer_learning=rt-2", more="") + FLOW
    slow = lines.replace("bandwidth=100 ", "")
    both = slow.replace(
        "    two transit-router region=hz",
        "      spare peer-attachment peer=two bandwidth=5\n    two transit-router region=hz",
    )

    finding = only(slow)
    assert (finding.rule, finding.says, finding.severity) == ("CEN-010", "slow", "hint")
    assert finding.others == ("peer",)
    assert "wish from app-a to app-b goes over peer" in finding.message.said("en")
    assert about_paths(sketch(both)) == []


def test_a_flow_inside_one_region_is_not_named_for_the_connection_of_others() -> None:
    slow = REGIONS.format(far="peer_learning=rt-2", more="").replace("bandwidth=100 ", "")
    inside = slow + "    app-c application vswitches=a-1 groups=sg-a\n" + FLOW.replace("app-b", "app-c")

    assert "CEN-010" not in {one.rule for one in about_paths(sketch(inside))}


def test_regions_that_do_not_learn_from_each_other_are_told_with_the_table() -> None:
    lines = REGIONS.format(far="", more="") + FLOW

    finding = only(lines)

    assert (finding.rule, finding.says, finding.others) == ("CEN-006", "back", ("rt-2",))
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "app-b")}


OFFICE = """
    gw vpn-gateway
      tunnel ipsec-connection site=office
    office data-centre
      - ranges block=172.17.0.0/16
    wish flow source=dc target=office port=443/443
"""

VPN = "second vpn-attachment vpn=gw association=rt learning=rt"


def test_sites_kept_apart_by_the_hidden_policy_are_told_with_the_permit() -> None:
    lines = SITE.format(more=VPN) + OFFICE

    finding = only(lines)

    assert (finding.rule, finding.severity, finding.others) == ("CEN-014", "warning", ("tr",))
    before, after = cured(lines)
    assert opened(before, after) == {("dc", "office"), ("office", "dc")}


@pytest.mark.parametrize(
    ("changed", "to", "place", "severity"),
    [
        ("destination=0.0.0.0/0 hop=att-a", "destination=10.0.0.0/8 hop=att-a", "a-rt", "error"),
        ("- routes destination=0.0.0.0/0 attachment=att-hub", "", "rt", "error"),
        ("association=rt learning=hub-rt", "association=rt learning=rt", "hub-rt", "hint"),
        ("- snat source=10.0.0.0/8", "- snat source=10.1.2.0/24", "hub-table", "error"),
    ],
)
def test_each_part_of_the_central_way_out_that_lacks_is_told_with_its_place_and_cured(
    changed: str, to: str, place: str, severity: str
) -> None:
    whole = EGRESS.format(snat="10.0.0.0/8") + OUT
    lines = whole.replace("    vpc-a vpc", "    vpc-a vpc blocks=10.1.0.0/16").replace(changed, to)

    assert about_paths(sketch(whole)) == []
    finding = only(lines)
    assert (finding.rule, finding.severity, finding.others) == ("NAT-001", severity, (place,))
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "internet")}


def test_a_hub_without_its_gateway_is_told_of_the_table_alone() -> None:
    lines = EGRESS.format(snat="10.0.0.0/8") + OUT
    design = sketch(lines).removing(["nat"])

    assert about_paths(design) == []
    assert "NAT-001" in {one.rule for one in fresh_findings(design) if one.about == "rt"}


@pytest.mark.parametrize(
    ("lines", "rule", "about"),
    [
        (
            EGRESS.format(snat="10.0.0.0/8").replace("0.0.0.0/0 hop=att-a", "0.0.0.0/0 hop=nat") + OUT,
            "NET-024",
            "a-rt",
        ),
        (
            two_vpcs(more="    vpc-c vpc\n      gw nat-gateway\n" + FLOW).replace("hop=att-a", "hop=gw"),
            "NET-024",
            "a-rt",
        ),
        (
            EGRESS.format(snat="10.0.0.0/8").replace("bound_to=nat", "").replace(" eip=eip", "") + OUT,
            "NAT-005",
            "nat",
        ),
        (
            SITE.replace("172.16.0.0/16", "100.64.0.0/16").format(more="")
            + "    wish flow source=app-b target=dc port=443/443\n",
            "NET-013",
            "dc",
        ),
    ],
)
def test_what_the_platform_refuses_is_told_of_what_it_refuses_alone(
    lines: str, rule: str, about: str
) -> None:
    design = sketch(lines)

    assert about_paths(design) == []
    assert rule in {one.rule for one in fresh_findings(design) if one.about == about}


def test_a_source_without_an_entry_is_not_cured_by_one_that_could_have_no_address() -> None:
    lines = EGRESS.format(snat="10.2.0.0/16").replace(" eip=eip", " eip=gone") + OUT.replace(
        "    wish", "    other eip\n    wish"
    )

    assert [
        cure for one in about_paths(sketch(lines.replace("bound_to=nat", ""))) for cure in one.cures
    ] == []
    assert len(only(lines).cures) == 1
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "internet")}
