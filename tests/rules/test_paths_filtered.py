"""Flows that groups, ACLs and boundaries stop: what is told, and what the cures open."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, STEERED, open_b, two_vpcs
from tests.rules.paths_told import FLOW, about_paths, cured, only, opened
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings


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


ENTRY = """
    out internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      d-2 vswitch block=10.3.2.0/24
      alb load-balancer faces=internet vswitches=d-1
        - listeners port=443 application=web server_port=8443
      sg security-group
        - rules port=8443/8443 block=10.3.1.0/24
    web application vswitches=d-2 groups=sg
    wish flow source=out target=web port=443/443
"""


def test_what_comes_through_a_listener_is_no_finding() -> None:
    assert about_paths(sketch(ENTRY)) == []


def test_a_group_that_does_not_let_the_load_balancer_in_is_told_and_its_cure_opens_just_that() -> None:
    lines = ENTRY.replace("port=8443/8443 block", "port=443/443 block")

    finding = only(lines)

    assert (finding.rule, finding.says, finding.others) == ("SEC-026", "", ("sg",))
    assert finding.message.said("en").startswith("sg stops wish (8443) from alb to web")
    before, after = cured(lines)
    assert {(source.partition("!")[0], target) for source, target in opened(before, after)} == {
        ("alb", "web")
    }


def test_a_boundary_before_the_load_balancer_is_told() -> None:
    wall = """
    wall cloud-firewall boundary=internet guards=alb
      - policies direction=in action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
"""
    finding = only(ENTRY + wall)

    assert (finding.rule, finding.others) == ("SEC-026", ("wall",))
    assert "from out to alb" in finding.message.said("en")


def test_a_port_that_no_listener_takes_has_no_way_in() -> None:
    finding = only(
        ENTRY.replace("wish flow source=out target=web port=443", "wish flow source=out target=web port=80")
    )

    assert (finding.rule, finding.says) == ("SEC-026", "entry")


def test_a_load_balancer_that_faces_inwards_is_no_way_in() -> None:
    finding = only(ENTRY.replace("faces=internet", "faces=intranet"))

    assert (finding.rule, finding.says) == ("SEC-026", "entry")


def test_what_may_come_by_a_load_balancer_is_no_finding_and_without_one_it_is() -> None:
    inwards = EGRESS.format(snat="10.0.0.0/8") + "    wish flow source=out target=app-a port=80/80\n"
    balanced = inwards + "    front load-balancer parent=vpc-a faces=internet\n"

    assert (only(inwards).rule, only(inwards).says) == ("SEC-026", "entry")
    assert about_paths(sketch(balanced)) == []
