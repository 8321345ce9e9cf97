"""Flows are as wanted, or are not."""

from __future__ import annotations

from tests.reachability.nets import two_vpcs
from workbench.model.sketch import sketch
from workbench.reachability.invariants.flows import as_wanted
from workbench.reachability.invariants.proofs import proofs
from workbench.reachability.invariants.results import Result

DOMAINS = """
    left security-domain
    right security-domain
"""


def flows(*lines: str) -> tuple[Result, ...]:
    """The results of some flows between two VPCs."""
    inside = two_vpcs().replace("app-a application", "app-a application parent=left")
    inside = inside.replace("app-b application", "app-b application parent=right")
    return proofs(sketch(inside + DOMAINS + "\n".join(lines))).flows


def test_a_flow_is_as_wanted_where_all_of_it_passes_or_nothing_does_of_what_is_forbidden() -> None:
    found = flows(
        "    f-1 flow source=app-a target=app-b port=443/443",
        "    f-2 flow source=app-a target=app-b port=22/22",
        "    f-3 flow source=app-b target=app-a protocol=all wanted=deny",
    )

    assert [one.outcome for one in found] == ["proved", "refuted", "proved"]
    assert found[1].ports == "22"
    assert as_wanted(found).said("en") == "As wanted: 2 of 3 flows."


def test_what_is_forbidden_and_passes_is_not_as_wanted_whoever_wants_it() -> None:
    (wants, forbids) = flows(
        "    f-1 flow source=app-a target=app-b port=443/443",
        "    f-2 flow source=app-a target=app-b protocol=all wanted=deny",
    )

    assert (wants.outcome, forbids.outcome, forbids.ports) == ("empty", "refuted", "443")


def test_a_domain_stands_for_its_applications() -> None:
    (one,) = flows("    f-1 flow source=left target=right port=443/443")

    assert (one.outcome, one.pairs, one.asked) == ("proved", (), 1)


def test_what_another_flow_forbids_is_not_missed() -> None:
    wide = "    f-1 flow source=left target=right port=440/449"
    narrow = "    f-{} flow source=app-a target=app-b port={} wanted=deny"

    assert flows(wide)[0].outcome == "refuted"
    assert flows(wide, narrow.format(2, "440/442"), narrow.format(3, "444/449"))[0].outcome == "proved"
    assert flows(wide, narrow.format(3, "444/449"))[0].ports == "440-442"


def test_a_flow_of_a_domain_without_applications_is_about_nobody() -> None:
    (one,) = flows("    empty security-domain", "    f-1 flow source=empty target=right port=443/443")

    assert one.outcome == "empty"


def test_a_flow_whose_ports_are_none_proves_nothing() -> None:
    found = flows(
        "    f-1 flow source=app-a target=app-b port=443/80",
        "    f-2 flow source=app-a target=app-b port=99999/99999",
    )

    assert [one.outcome for one in found] == ["empty", "empty"]
