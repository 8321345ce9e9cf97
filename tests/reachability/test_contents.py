"""Policies of Cloud Firewall that ask what is sent, and not only on which port."""

from __future__ import annotations

import pytest

from tests.reachability.nets import asked, open_b, two_vpcs
from workbench.reachability.answer import PathAnswer

WALL = """
    wall cloud-firewall boundary=vpc steering=managed guards=tr {mode}
      - policies action={first} source=10.1.0.0/16 destination=10.2.0.0/16 protocol=TCP port=443/443 applications={content}
      - policies action={rest} source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0 applications=ANY
"""


def walled(
    first: str, rest: str, *, content: str = "HTTPS", mode: str = "strict=true", port: int = 443
) -> PathAnswer:
    """The answer behind a boundary with a policy for some content, and one for the rest."""
    wall = WALL.format(first=first, rest=rest, content=content, mode=mode)
    return asked(open_b(two_vpcs()) + wall, port=port)


def test_what_hangs_on_the_content_is_unknown_and_the_fact_names_it() -> None:
    answer = walled("accept", "drop")

    assert answer.verdict == "unknown"
    assert answer.deciding == "wall"
    assert [fact.said("en") for fact in answer.facts] == [
        "Whether what is sent is recognised as HTTPS: policy 1 accepts tcp 443 from 10.1.0.0/16 to 10.2.0.0/16"
    ]


def test_where_the_content_makes_no_difference_the_verdict_is_certain() -> None:
    assert walled("accept", "accept").verdict == "allow"
    assert walled("drop", "drop").verdict == "deny"
    assert walled("accept", "drop", port=80).verdict == "deny"


@pytest.mark.parametrize("content", ["ANY", "any"])
def test_a_policy_for_any_content_goes_by_port_alone(content: str) -> None:
    assert walled("accept", "drop", content=content).verdict == "allow"
    assert walled("drop", "accept", content=content).verdict == "deny"


def test_a_drop_by_content_before_an_accept_is_unknown_in_both_modes() -> None:
    assert walled("drop", "accept").verdict == "unknown"
    assert walled("drop", "accept", mode="").verdict == "unknown"


def test_in_loose_mode_what_is_not_recognised_passes_a_policy_for_content_whatever_comes_after() -> None:
    assert walled("drop", "drop", mode="").verdict == "unknown"
    assert walled("accept", "drop", mode="").verdict == "unknown"


def test_in_loose_mode_the_same_goes_for_a_domain_name() -> None:
    wall = WALL.format(first="drop", rest="drop", content="ANY", mode="").replace(
        "destination=10.2.0.0/16", "destination_type=domain destination=*.example.com"
    )
    lines = open_b(two_vpcs())

    assert asked(lines + wall).verdict == "unknown"
    assert asked(lines + wall.replace("guards=tr ", "guards=tr strict=true")).verdict == "deny"
