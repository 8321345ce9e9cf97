"""Paths beside firewalls, and those that meet one on a single way only."""

from __future__ import annotations

from tests.reachability.nets import STEERED, open_b, two_vpcs
from tests.rules.paths_told import FLOW, only
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings


def domains(lines: str) -> Design:
    """The two applications in domains of their own."""
    design = sketch(lines + "    office security-domain\n    core security-domain\n")
    return design.replacing("app-a", parent="office").replacing("app-b", parent="core")


def past_firewalls(design: Design) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is found of paths beside firewalls: the sentence, its weight and the elements."""
    return [(one.says, one.severity, one.ids) for one in fresh_findings(design) if one.rule == "SEC-014"]


def test_where_all_pass_the_firewall_nothing_is_beside_it() -> None:
    domains = "    office security-domain\n    core security-domain\n"
    lines = open_b(two_vpcs(more=FLOW + domains)) + STEERED.format(guards="guards=tr")
    lines = lines.replace("app-a application", "app-a application parent=office").replace(
        "app-b application", "app-b application parent=core"
    )

    assert "SEC-014" not in {one.rule for one in fresh_findings(sketch(lines))}


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
