"""What the internet reaches and what reaches the internet: every row is what asking says, and nothing is left out."""

from __future__ import annotations

import pytest

from planners.reachability.ports import PortClasses
from tests.campaign import share
from tests.reachability.drawn import drawn, verdicts
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.exposure import Exposed, exposed, exposure_of
from workbench.reachability.known import known

Told = dict[tuple[str, str, int], str]

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
        if verdict != "deny"
    }

    assert len(rows) == len(asked)
    assert dict(rows) == asked
    for row in exposed(one):
        answer = ask(one.found, *row.asked)
        assert (row.verdict, row.path, row.facts) == (answer.verdict, answer.lit, answer.facts)
