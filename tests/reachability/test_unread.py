"""Rows that nobody can read are told, and nothing that may hang on them is called allowed or blocked."""

from __future__ import annotations

import pytest

from tests.reachability.nets import STEERED, asked, open_b, two_vpcs
from workbench.model.sketch import sketch
from workbench.reachability.modelled import modelled
from workbench.reachability.wanted import wanted

RULE = "- rules port=443/443 block=10.1.0.0/16"


@pytest.mark.parametrize(
    "row",
    [
        "port=https block=10.1.0.0/16",
        "port=80,443 block=10.1.0.0/16",
        "port=443/80 block=10.1.0.0/16",
        "port=443/99999 block=10.1.0.0/16",
        "port=443/443 block=10.1.1.0/16",
        "port=443/443 block=everywhere",
        "port=443/443",
        "port=443/443 protocol=tcp/udp block=10.1.0.0/16",
        "port=443/443 prefix_list=unknown",
    ],
)
@pytest.mark.parametrize("action", ["accept", "drop"])
def test_a_rule_that_cannot_be_read_leaves_open_who_may_pass(row: str, action: str) -> None:
    lines = two_vpcs().replace(RULE, f"{RULE}\n        - rules action={action} {row}")

    answer = asked(lines, port=22)

    assert (answer.verdict, answer.deciding) == ("unknown", "sg-b")
    assert answer.facts[0].said("en").startswith("What is meant in sg-b by: rule 2")


@pytest.mark.parametrize(
    "row", ["port=443-445 block=10.1.0.0/16", "protocol=6 port=443/445 block=10.1.0.0/16"]
)
def test_what_can_only_mean_one_thing_is_read_so(row: str) -> None:
    lines = two_vpcs().replace(RULE, f"- rules {row}")

    assert [asked(lines, port=port).verdict for port in (442, 443, 445, 446)] == [
        "deny",
        "allow",
        "allow",
        "deny",
    ]


@pytest.mark.parametrize(
    "row", ["port=-1/-1 protocol=gre block=10.1.0.0/16", "port=443/443 block=2001:db8::/32"]
)
def test_rules_for_other_protocols_and_addresses_change_nothing(row: str) -> None:
    lines = two_vpcs().replace(RULE, f"{RULE}\n        - rules {row}")

    assert [asked(lines, port=port).verdict for port in (443, 22)] == ["allow", "deny"]


@pytest.mark.parametrize(
    "row", ["port=https block=10.1.0.0/16", "port=-1/-1 protocol=tcp-udp block=0.0.0.0/0"]
)
def test_an_entry_of_an_acl_that_cannot_be_read_leaves_open_who_may_pass(row: str) -> None:
    acl = f"""
      acl network-acl
        - inbound action=drop {row}
        - inbound action=accept protocol=all port=-1/-1 block=0.0.0.0/0
        - outbound action=accept protocol=all port=-1/-1 block=0.0.0.0/0
"""
    lines = two_vpcs(vswitch_b="acl=acl").replace("      b-rt", acl + "      b-rt", 1)

    answer = asked(lines)

    assert answer.verdict == "unknown"
    assert [one.said("en").partition(":")[0] for one in answer.facts] == ["What is meant in acl by"]


def test_what_routes_stop_is_blocked_whatever_rules_mean() -> None:
    lines = two_vpcs(att_b="association=rt").replace(RULE, "- rules port=https block=10.1.0.0/16")

    assert asked(lines).verdict == "deny"


@pytest.mark.parametrize("allowed", ["10.1.0.1/16", "office"])
def test_an_allow_list_that_cannot_be_read_leaves_open_who_connects(allowed: str) -> None:
    more = f"""
    db database vswitches=b-1
      - allowed block={allowed}
"""
    answer = asked(open_b(two_vpcs()) + more, target="db", port=3306)

    assert answer.verdict == "unknown"
    assert answer.facts[0].said("en") == f"What is meant in db by: “{allowed}” in the allow list"


@pytest.mark.parametrize("port", ["https", "80,443", "443/80", "99999/99999"])
def test_a_flow_whose_port_cannot_be_read_asks_for_no_port_instead_of_all(port: str) -> None:
    design = sketch(f"{two_vpcs()}\n    f flow source=app-a target=app-b port={port}")

    assert [one.ports for one in wanted(design)] == [(1, 0)]
    assert modelled(design).cuts == ()


@pytest.mark.parametrize(
    "row",
    [
        "source=10.1.0.0/16 destination=10.2.0.0/16 protocol=TCP port=https",
        "source=10.1.1.0/16 destination=10.2.0.0/16 protocol=TCP port=443/443",
        "destination=10.2.0.0/16 protocol=TCP port=443/443",
        "source=10.1.0.0/16 destination=10.2.0.0/16 protocol=WEB port=443/443",
    ],
)
def test_a_policy_of_a_boundary_that_cannot_be_read_may_be_about_anything(row: str) -> None:
    wall = STEERED.format(guards="guards=tr").replace(
        "- policies", f"- policies action=drop {row}\n      - policies", 1
    )

    assert asked(open_b(two_vpcs()) + wall).verdict == "unknown"
    assert asked(open_b(two_vpcs()) + wall, port=22).verdict == "deny"
