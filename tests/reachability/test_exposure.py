"""What the internet reaches and what reaches the internet: every row is what asking says, and nothing is left out."""

from __future__ import annotations

from random import Random

import pytest

from planners.reachability.ports import PortClasses
from tests.campaign import share
from tests.reachability.drawn import drawn, verdicts
from tests.reachability.test_broken_designs import SAMPLES, broken
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.changes import changed
from workbench.reachability.exposure import Exposed, exposed, exposure_of
from workbench.reachability.known import known, known_after
from workbench.storage.files import open_design

Told = dict[tuple[str, str, int], str]

BALANCERS = ("alb", "nlb")
"""They begin no connection to the internet, so that they only come in."""
ENTRY = """
    out internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer faces=internet vswitches=d-1
        - listeners port=443 application=web server_port=8080
      sg security-group
        - rules port=8080/8080 block=10.3.0.0/16
    web application vswitches=d-1 groups=sg owner="Li Ming" data_class=C2
    {more}
"""


def classes_of(row: Exposed, ports: PortClasses) -> set[int]:
    """The classes of ports that a row stands for."""
    return {
        number
        for protocol, (low, high) in row.ranges
        for number in ports.of_protocol(protocol)
        if low <= ports.classes[number].ranges[0][0] <= high
    }


def only(lines: str, party: str, direction: str = "in") -> Exposed:
    """The one row of a party and direction."""
    (found,) = (row for row in exposure_of(sketch(lines)) if (row.party, row.direction) == (party, direction))
    return found


@pytest.mark.parametrize("seed", range(share(600)))
def test_every_row_is_what_asking_says_and_nothing_is_left_out(seed: int) -> None:
    one = known(drawn(seed))
    ports = one.found.compiled.ports
    rows: list[tuple[tuple[str, str, int], str]] = [
        ((row.asked.source, row.asked.target, number), row.verdict)
        for row in exposed(one)
        for number in classes_of(row, ports)
    ]
    asked: Told = {
        (source, target, ports.of(protocol, port)): verdict
        for (source, target, protocol, port), verdict in verdicts(one, only_outside=True)
        if verdict != "deny" and source not in BALANCERS
    }

    assert len(rows) == len(asked)
    assert dict(rows) == asked
    for row in exposed(one):
        answer = ask(one.found, *row.asked)
        assert (row.verdict, row.path, row.facts) == (answer.verdict, answer.lit, answer.facts)


def test_the_worst_comes_first_unwanted_and_unguarded_then_unknown_then_what_is_wanted() -> None:
    more = """
    f flow source=out target=web port=443/443
    open load-balancer parent=vpc-d faces=internet vswitches=d-1
      - listeners port=22
    lone load-balancer parent=vpc-d faces=internet vswitches=d-1
    """
    lines = ENTRY.format(more=more)
    rows = exposure_of(sketch(lines))

    assert [(row.party, row.verdict, row.wanted) for row in rows if row.direction == "in"] == [
        ("open", "allow", False),
        ("lone", "unknown", False),
        ("alb", "allow", True),
        ("web", "allow", True),
    ]
    assert list(rows) == sorted(rows, key=lambda row: row.rank)


def test_a_row_has_its_edge_its_boundary_its_owner_and_its_path() -> None:
    guarded = """
    wall cloud-firewall boundary=internet guards=alb
    """
    bare, row = only(ENTRY.format(more=""), "web"), only(ENTRY.format(more=guarded), "web")

    assert (bare.guard, bare.boundaries) == ("none", ())
    assert (row.guard, row.boundaries, row.through) == ("guarded", ("wall",), ("alb",))
    assert (row.owner, row.data_class, row.ports) == ("Li Ming", "C2", "443")
    assert row.path == ("internet", "wall", "alb", "sg", "web")


def test_a_boundary_that_names_nothing_may_stand_there_or_not() -> None:
    row = only(ENTRY.format(more="wall cloud-firewall boundary=internet"), "web")

    assert (row.guard, row.boundaries) == ("perhaps", ("wall",))


def test_what_a_flow_forbids_is_told_apart_from_what_nobody_wants() -> None:
    forbidden = only(ENTRY.format(more="f flow source=out target=web port=443/443 wanted=deny"), "web")

    assert (forbidden.wanted, forbidden.forbidden, forbidden.flow) == (False, True, "f")
    assert not only(ENTRY.format(more=""), "web").forbidden


def test_a_forwarded_port_comes_by_its_nat_gateway_and_what_goes_out_too() -> None:
    lines = """
    out internet
    vpc-a vpc blocks=10.1.0.0/16
      a-1 vswitch block=10.1.1.0/24
      rt route-table type=system
        - routes destination=0.0.0.0/0 hop=nat
      nat nat-gateway
        - snat source=10.1.0.0/16
        - dnat protocol=tcp port=443 address=10.1.1.1 private_port=443
      sg security-group
        - rules port=443/443 block=0.0.0.0/0
    web application vswitches=a-1 groups=sg
    """
    row = only(lines, "web")

    assert (row.through, row.ports) == (("nat",), "443")
    assert only(lines, "web", "out").through == ("nat",)


def test_facts_say_what_is_missing_where_it_is_unknown() -> None:
    row = only(ENTRY.format(more="").replace(" groups=sg", ""), "web")

    assert row.verdict == "unknown"
    assert [fact.said("en") for fact in row.facts] == [
        "Who may connect to or from web: no security group of its is drawn"
    ]


@pytest.mark.parametrize("seed", range(share(200, least=8)))
def test_a_broken_design_has_an_exposure_too_and_is_compared_with_the_whole_one(seed: int) -> None:
    whole = open_design(SAMPLES / "enterprise.lzd").design
    one = broken(whole, Random(seed))
    before = known(whole)
    after = known_after(before, one)
    changes = changed(before, after)

    for row in exposed(after):
        assert ask(after.found, *row.asked).verdict == row.verdict
    for at in range(0, len(changes), 7):
        change = changes[at]
        for side, ids, verdict in (
            (before, changes.added, change.before),
            (after, changes.removed, change.after),
        ):
            if not ids & {change.source, change.target}:
                assert ask(side.found, *change.asked).verdict == verdict


@pytest.mark.parametrize("direction", ["in", "out"])
def test_of_whom_the_design_does_not_place_nobody_knows(direction: str) -> None:
    row = only("    out internet\n    web application\n", "web", direction)

    assert (row.verdict, row.guard, row.ports) == ("unknown", "perhaps", "all")
    assert row.facts[0].said("en") == "The design does not say where web stands"
