"""Filters kept in order: who reaches ports of administration, groups nobody uses, entries and policies without effect."""

from __future__ import annotations

import pytest

from tests.reachability.nets import EGRESS, two_vpcs
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding


def of_rule(id: str, design: Design) -> list[Finding]:
    """What one rule finds."""
    return [one for one in fresh_findings(design) if one.rule == id]


MANY = "    sg-c security-group parent=vpc-b\n" + "".join(
    f"    app-{n} application vswitches=b-1 groups=sg-c\n" for n in range(3)
)


def test_a_port_of_administration_that_all_reach_is_a_hint_and_one_that_few_reach_is_none() -> None:
    all_ = two_vpcs(more=MANY).replace(
        "- rules port=443/443 block=10.1.0.0/16", "- rules port=22/22 block=10.0.0.0/8"
    )
    few = two_vpcs(more=MANY).replace("- rules port=443/443", "- rules port=22/22")

    found = of_rule("SEC-029", sketch(all_))

    assert [(one.about, one.says, one.severity) for one in found] == [("app-b", "all", "hint")]
    assert of_rule("SEC-029", sketch(few)) == []


def test_a_port_that_the_internet_is_handed_on_to_is_told_unless_the_group_is_told_already() -> None:
    lines = EGRESS.format(snat="10.0.0.0/8").replace("block=10.1.1.0/24", "block=10.1.1.0/29")
    every = "".join(
        f"  - dnat port=2{n} private_port=22 address=10.1.1.{n} eip=eip\n      " for n in range(1, 5)
    )
    handed = lines.replace("  - snat", f"{every}  - snat")
    halves = handed.replace(
        "port=80/80 block=0.0.0.0/0",
        "port=22/22 block=0.0.0.0/1\n        - rules direction=ingress port=22/22 block=128.0.0.0/1",
    )
    whole = handed.replace("port=80/80 block=0.0.0.0/0", "port=22/22 block=0.0.0.0/0")

    assert [(one.about, one.says, one.severity) for one in of_rule("SEC-029", sketch(halves))] == [
        ("app-a", "", "warning")
    ]
    assert of_rule("SEC-029", sketch(whole)) == []
    assert [one.about for one in of_rule("SEC-005", sketch(whole))] == ["sg-a"]


def test_a_group_is_used_by_members_databases_and_rules_of_others_but_not_by_its_own() -> None:
    design = sketch("""
        vpc-a vpc
          sg-member security-group
          sg-named security-group
          sg-data security-group
          sg-self security-group
            - rules port=443/443 group=sg-self
        app application groups=sg-member
        db database parent=vpc-a groups=sg-data
        sg-naming security-group
          - rules port=443/443 group=sg-named
        other application groups=sg-naming
    """)

    (unused,) = of_rule("SEC-030", design)
    assert unused.about == "sg-self"
    assert "sg-self" not in unused.cures[0].edit(design)


def test_as_long_as_no_application_is_drawn_no_group_is_unused() -> None:
    assert of_rule("SEC-030", sketch("sg security-group")) == []


@pytest.mark.parametrize(("count", "told"), [(160, False), (161, True), (200, True), (201, False)])
def test_a_group_near_its_limit_is_a_hint_until_another_rule_says_that_it_is_passed(
    count: int, told: bool
) -> None:
    rows = "\n".join(f"  - rules port={n}/{n} block=10.0.0.0/8" for n in range(1, count + 1))

    found = of_rule("SEC-031", sketch(f"sg security-group\n{rows}"))

    assert [(one.about, one.severity) for one in found] == ([("sg", "hint")] if told else [])


def test_an_entry_about_the_vswitch_itself_is_told_where_the_acl_stands_at_no_other() -> None:
    lines = """
        vpc-a vpc
          acl network-acl
            - inbound action=drop block=10.1.1.128/25
            - inbound action=accept block=10.2.0.0/16
          vsw-a vswitch block=10.1.1.0/24 acl=acl
          vsw-b vswitch block=10.1.2.0/24 {acl}
    """

    (finding,) = of_rule("SEC-010", sketch(lines.format(acl="")))
    assert (finding.says, finding.ids) == ("inside", ("acl", "vsw-a"))
    assert of_rule("SEC-010", sketch(lines.format(acl="acl=acl"))) == []


def test_a_policy_for_everything_is_told_once_where_the_final_drop_lacks_too() -> None:
    everything = "  - policies action=accept source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0"
    drop = everything.replace("accept", "drop")

    without = sketch(f"wall cloud-firewall boundary=vpc\n{everything}")
    before = sketch(f"wall cloud-firewall boundary=vpc\n{everything}\n{drop}")

    assert (len(of_rule("SEC-011", without)), len(of_rule("SEC-028", without))) == (1, 0)
    assert [one.says for one in of_rule("SEC-028", before)] == ["before"]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("protocol=tcp-udp port=443/443 block=10.0.0.0/8", "the protocol tcp-udp"),
        ("protocol=tcp port=https block=10.0.0.0/8", "the port https"),
        ("protocol=tcp port=443/443 block=10.1.1.0/16", "the block 10.1.1.0/16"),
    ],
)
def test_what_of_a_row_cannot_be_read_is_named_and_nothing_else(row: str, named: str) -> None:
    (one,) = of_rule("SEC-032", sketch(f"acl network-acl\n  - inbound {row}"))

    assert named in one.message.said("en")
