"""Boundaries between VPCs: what stands in their path, and where nobody knows whether it does or which packets are steered to it."""

from __future__ import annotations

import pytest

from tests.reachability.nets import STEERED, asked, open_b, two_vpcs
from tests.reachability.test_matrices import differing
from tests.reachability.test_pending import PEERED, facts
from workbench.model.sketch import sketch
from workbench.reachability.modelled import modelled

PEERS = PEERED.format(link="accepted=true", other="two")
WALL = """
    wall cloud-firewall boundary=vpc {said}
      - policies action=accept source=10.1.0.0/16 destination=10.2.0.0/16 protocol=TCP port=22/22
      - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
"""


@pytest.mark.parametrize(
    "said", ["guards=vpc-a", "guards=vpc-b,vpc-a", "", "steering=manual guards=vpc-b", "members=one,two"]
)
def test_a_boundary_that_guards_a_vpc_or_says_not_what_may_stand_in_its_peering(said: str) -> None:
    lines = PEERS + WALL.format(said=said)
    answer = asked(lines)

    assert (answer.verdict, answer.deciding) == ("unknown", "wall")
    assert len(facts(answer)) == 1
    assert "policy 2 drops all traffic" in facts(answer)[0]
    opened = lines.replace("port=443/443 block", "port=22/22 block")
    assert asked(opened, port=22).verdict == "allow"
    assert [hop.element for hop in asked(opened, port=22).hops if hop.element in ("link", "wall")] == [
        "link",
        "wall",
    ]


@pytest.mark.parametrize("said", ["guards=tr", "guards=vpc-c", "region=sh", "members=one", "boundary=nat"])
def test_a_boundary_for_something_else_does_not(said: str) -> None:
    more = """
    sh region region_id=cn-shanghai
    hz region region_id=cn-hangzhou
    tr transit-router
    vpc-c vpc
    """
    lines = PEERS.replace(" blocks=", " region=hz blocks=") + more + WALL.format(said=said)

    assert asked(lines).verdict == "allow"


def test_what_the_routes_and_groups_of_a_peering_deny_stays_denied() -> None:
    lines = PEERS + WALL.format(said="guards=vpc-a")

    assert asked(lines, port=80).verdict == "deny"
    without = lines.replace("- routes destination=10.1.0.0/16 hop=link", "")
    assert (asked(without).verdict, asked(without).deciding) == ("deny", "b-rt")


def test_two_boundaries_may_both_stand_in_a_peering() -> None:
    passing = (
        WALL.replace("    wall", "    first")
        .replace("action=drop", "action=accept")
        .format(said="guards=vpc-a")
    )

    assert asked(PEERS + passing).verdict == "allow"
    assert asked(PEERS + passing + WALL.format(said="guards=vpc-b")).verdict == "unknown"
    assert asked(PEERS + WALL.format(said="guards=vpc-b") + passing).verdict == "unknown"


@pytest.mark.parametrize("guards", ["", "guards=tr"])
def test_a_boundary_steered_by_hand_that_names_no_vpc_it_stands_in_may_stand_anywhere(guards: str) -> None:
    lines = open_b(two_vpcs()) + STEERED.format(guards=guards).replace("managed", "manual")

    assert asked(lines).verdict == "allow"
    assert asked(lines, port=22).verdict == "unknown"


def test_the_matrix_says_the_same() -> None:
    both = WALL.format(said="guards=vpc-a") + WALL.replace("    wall", "    other").format(said="")

    assert differing(modelled(sketch(PEERS + both), places=True)) == []


def test_a_boundary_between_vpcs_stands_in_the_path_of_what_its_router_joins() -> None:
    lines = open_b(two_vpcs()) + STEERED.format(guards="guards=tr")

    assert asked(lines).verdict == "allow"
    stopped = asked(lines, port=22)
    assert (stopped.verdict, stopped.deciding) == ("deny", "wall")
    assert "wall" in asked(lines).lit


def test_a_boundary_that_says_not_what_it_guards_may_stand_in_the_way() -> None:
    lines = open_b(two_vpcs()) + STEERED.format(guards="")

    assert asked(lines).verdict == "allow"
    assert asked(lines, port=22).verdict == "unknown"
