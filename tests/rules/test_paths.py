"""Rules about paths on small designs: what they say, where it stops, and what their cures open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reachability.nets import EGRESS, REGIONS, SITE, STEERED, open_b, two_vpcs
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding
from workbench.rules.paths import Paths
from workbench.rules.stops import stops

FLOW = "    wish flow source=app-a target=app-b port=443/443\n"
OUT = "    wish flow source=app-a target=out port=443/443\n"
ABOUT_PATHS = ("CEN-006", "CEN-007", "CEN-010", "CEN-014", "NAT-001", "SEC-009", "SEC-014", "SEC-026")


def about_paths(design: Design) -> list[Finding]:
    """What is found of the flow."""
    return [one for one in fresh_findings(design) if one.about == "wish" and one.rule in ABOUT_PATHS]


def only(lines: str) -> Finding:
    """The only finding about the flow, which every reader has to understand in both languages."""
    (finding,) = about_paths(sketch(lines))
    for language in ("en", "zh"):
        assert "{" not in finding.message.said(language)  # type: ignore[arg-type]
    return finding


def verdicts(design: Design) -> Iterator[tuple[str, str, str]]:
    """Who reaches whom on which ports, by their words."""
    paths = Paths(design)
    for one in paths.answers.stretches():
        yield (
            one.source.partition("@")[0],
            one.target.partition("@")[0],
            f"{one.protocol} {one.ports} {one.verdict}",
        )


def opened(before: Design, after: Design) -> set[tuple[str, str]]:
    """The pairs between which something else passes after a cure."""
    return {(source, target) for source, target, _ in set(verdicts(after)) ^ set(verdicts(before))}


def cured(lines: str) -> tuple[Design, Design]:
    """A design and what its flow's only cure makes of it: the finding is gone."""
    design = sketch(lines)
    (finding,) = about_paths(design)
    (cure,) = finding.cures
    after = cure.edit(design)
    assert about_paths(after) == []
    assert stops("wish", Paths(after)) == ()
    return design, after


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


def test_a_group_that_lets_nothing_in_is_told_and_its_cure_opens_just_that() -> None:
    lines = two_vpcs(more=FLOW.replace("443/443", "8443/8443"))

    finding = only(lines)

    assert (finding.rule, finding.others) == ("SEC-026", ("sg-b",))
    before, after = cured(lines)
    assert opened(before, after) == {("app-a", "app-b")}


def test_a_rule_that_drops_is_told_and_left_to_people() -> None:
    lines = two_vpcs(more=FLOW).replace(
        "- rules port=443/443 block=10.1.0.0/16", "- rules port=443/443 block=10.1.0.0/16 action=drop"
    )

    finding = only(lines)

    assert (finding.rule, finding.cures) == ("SEC-026", ())
    assert "rule 1 drops" in finding.message.said("en")


def test_a_boundary_that_stops_a_flow_is_told() -> None:
    lines = open_b(two_vpcs(more=FLOW.replace("443/443", "22/22"))) + STEERED.format(guards="guards=tr")

    assert (only(lines).rule, only(lines).others) == ("SEC-026", ("wall",))


ACL = """
    vpc-c vpc
      acl network-acl
        - inbound port=443/443 block=10.1.0.0/16 protocol=tcp
        {out}
"""


def behind_acl(out: str) -> str:
    """The flow to a vSwitch behind an ACL with one outbound entry."""
    return two_vpcs(vswitch_b="acl=acl", more=FLOW) + ACL.format(out=out)


def test_answers_that_an_acl_drops_are_told_of_the_acl_where_no_entry_is_near() -> None:
    design = sketch(behind_acl(""))

    assert about_paths(design) == []
    assert [one.about for one in fresh_findings(design) if one.rule == "SEC-009"] == ["acl"]


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        ("- outbound port=1024/65535 block=10.1.2.0/24 protocol=tcp", "error"),
        ("- outbound port=32768/65535 block=10.1.0.0/16 protocol=tcp", "warning"),
    ],
)
def test_answers_that_pass_to_others_or_in_part_are_told_of_the_flow_and_cured(
    entry: str, severity: str
) -> None:
    finding = only(behind_acl(entry))

    assert (finding.rule, finding.severity, finding.others) == ("SEC-009", severity, ("acl",))
    before, after = cured(behind_acl(entry))
    assert opened(before, after) == {("app-a", "app-b")}


def test_where_all_pass_the_firewall_nothing_is_beside_it() -> None:
    domains = "    office security-domain\n    core security-domain\n"
    lines = open_b(two_vpcs(more=FLOW + domains)) + STEERED.format(guards="guards=tr")
    lines = lines.replace("app-a application", "app-a application parent=office").replace(
        "app-b application", "app-b application parent=core"
    )

    assert "SEC-014" not in {one.rule for one in fresh_findings(sketch(lines))}


STAGES = """
    prod environment production=true
    test environment
"""


def staged(lines: str) -> Design:
    """The first VPC in production, the second in test."""
    design = sketch(lines + STAGES)
    return design.replacing("vpc-a", environment="prod").replacing("vpc-b", environment="test")


def mixed(design: Design) -> list[Finding]:
    """What is found of production and others that reach each other."""
    return [one for one in fresh_findings(design) if one.rule == "CEN-008"]


def test_stages_that_reach_each_other_from_region_to_region_are_told_as_a_hint() -> None:
    found = mixed(staged(REGIONS.format(far="peer_learning=rt-2", more="")))

    assert [(one.says, one.severity, one.ids) for one in found] == [
        ("path", "hint", ("vpc-a", "vpc-b", "rt-1")),
        ("path", "hint", ("vpc-b", "vpc-a", "rt-2")),
    ]
    assert "through rt-2" in found[0].message.said("en")


def test_stages_that_a_static_route_joins_are_told_and_what_is_taught_is_told_once() -> None:
    static = two_vpcs(att_b="association=rt learning=other").replace(
        "  rt transit-router-table ",
        "  other transit-router-table\n      rt transit-router-table\n"
        "        - routes destination=10.2.0.0/16 attachment=att-b",
    )

    (by_hand,) = (one for one in mixed(staged(static)) if one.says)
    assert (by_hand.severity, by_hand.ids) == ("warning", ("vpc-a", "vpc-b", "rt"))
    assert "a static route" in by_hand.message.said("en")
    assert {one.says for one in mixed(staged(two_vpcs()))} == {""}


def test_stages_that_lead_one_way_only_or_through_a_firewall_are_not_told() -> None:
    one_way = REGIONS.format(far="", more="")
    walled = two_vpcs(att_b="association=rt learning=other").replace(
        "  rt transit-router-table ",
        "  other transit-router-table\n      rt transit-router-table\n"
        "        - routes destination=10.2.0.0/16 attachment=att-b",
    ) + STEERED.format(guards="guards=tr")

    assert mixed(staged(one_way)) == []
    assert [one for one in mixed(staged(walled)) if one.says] == []


def domains(lines: str) -> Design:
    """The two applications in domains of their own."""
    design = sketch(lines + "    office security-domain\n    core security-domain\n")
    return design.replacing("app-a", parent="office").replacing("app-b", parent="core")


def past_firewalls(design: Design) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is found of paths beside firewalls: the sentence, its weight and the elements."""
    return [(one.says, one.severity, one.ids) for one in fresh_findings(design) if one.rule == "SEC-014"]


def test_where_only_a_reading_says_whom_a_boundary_inspects_the_path_beside_it_is_a_hint() -> None:
    acc = "    acc account\n    vpc-x vpc parent=acc\n"
    guarded = STEERED.format(guards="guards=tr members=acc")

    assert past_firewalls(domains(two_vpcs(more=acc) + guarded)) == [
        ("uninspected", "hint", ("wall", "office", "core"))
    ]


def test_what_does_not_pass_at_all_passes_no_firewall_either() -> None:
    shut = two_vpcs().replace("- rules port=443/443 block=10.1.0.0/16", "")
    guarded = STEERED.format(guards="guards=tr members=acc") + "    acc account\n"

    assert past_firewalls(domains(shut + guarded)) == []


BY_HAND = """
    tr transit-router
      rt transit-router-table
        - routes destination=10.2.0.0/16 attachment=att-f
      back transit-router-table
        {back}
      clean transit-router-table
      att-a vpc-attachment vpc=vpc-a association=rt learning=clean,{learns_a}
      att-b vpc-attachment vpc=vpc-b association=back learning=clean
      att-f vpc-attachment vpc=vpc-f vswitches=f-1 association=clean
    vpc-a vpc
      a-1 vswitch block=10.1.1.0/24
      a-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=att-a
      sg-a security-group
    vpc-b vpc
      b-1 vswitch block=10.2.1.0/24
      b-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=att-b
      sg-b security-group
        - rules port=443/443 block=10.1.0.0/16
    vpc-f vpc
      f-1 vswitch block=10.9.1.0/24
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
    wall cloud-firewall boundary=vpc steering=manual guards=vpc-f
"""


def test_routes_that_lead_both_ways_through_a_firewall_are_in_order_and_one_way_is_told() -> None:
    both = BY_HAND.format(back="- routes destination=10.1.0.0/16 attachment=att-f", learns_a="clean")
    one_way = BY_HAND.format(back="", learns_a="back")

    assert past_firewalls(domains(both)) == []
    assert past_firewalls(domains(one_way)) == [("one-way", "warning", ("office", "core"))]


def test_answers_that_alone_meet_a_firewall_are_told_of_the_flow() -> None:
    lines = BY_HAND.format(back="- routes destination=10.1.0.0/16 attachment=att-f", learns_a="clean") + FLOW
    beside = lines.replace("- routes destination=10.2.0.0/16 attachment=att-f", "").replace(
        "association=back learning=clean", "association=back learning=clean,rt"
    )

    finding = only(beside)

    assert (finding.rule, finding.says, finding.others) == ("SEC-014", "back", ("wall",))


def test_an_acl_without_an_entry_is_told_and_its_cure_leaves_the_answers_to_their_own_rule() -> None:
    lines = two_vpcs(vswitch_b="acl=acl", more=FLOW) + ACL.format(out="").replace(
        "port=443/443", "port=80/80"
    )
    design = sketch(lines)

    (finding,) = about_paths(design)
    assert (finding.rule, finding.others) == ("SEC-026", ("acl",))
    after = finding.cures[0].edit(design)

    assert "SEC-026" not in {one.rule for one in about_paths(after)}
    assert "SEC-009" in {one.rule for one in fresh_findings(after) if one.about == "acl"}


def test_what_may_come_by_a_load_balancer_is_no_finding_and_without_one_it_is() -> None:
    inwards = EGRESS.format(snat="10.0.0.0/8") + "    wish flow source=out target=app-a port=80/80\n"
    balanced = inwards + "    front load-balancer parent=vpc-a faces=internet\n"

    assert (only(inwards).rule, only(inwards).says) == ("SEC-026", "entry")
    assert about_paths(sketch(balanced)) == []
