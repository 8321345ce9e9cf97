"""What is said of the accelerator's files beside what a reader of them finds by hand (docs/reachability.md)."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from workbench.importers.accelerator import plan_import
from workbench.patterns import started
from workbench.reachability.asking import ask
from workbench.reachability.known import answered
from workbench.reachability.matrices import listed, matrices
from workbench.reachability.modelled import Modelled, modelled

CASES = Path(__file__).parents[3] / "shared" / "cases" / "accelerator"
VSWITCHES = {
    "bj-1": ("vpc-bj-1-vswitch-1", "vpc-bj-1-vswitch-2", "vpc-bj-1-vswitch-3"),
    "bj-2": ("vpc-bj-2-vswitch-1", "vpc-bj-2-vswitch-2"),
    "sh-2": ("vpc-sh-2-vswitch-1", "vpc-sh-2-vswitch-2", "vpc-sh-2-vswitch-3"),
    "sh-3": ("vpc-sh-3-vswitch-1", "vpc-sh-3-vswitch-2"),
}
NOWHERE = ("sg-monitoring", "sg-database")


@pytest.fixture(scope="module")
def found() -> Modelled:
    """The network of the files, its vSwitches and groups as parties."""
    if not CASES.is_dir():
        pytest.skip("reads the accelerator's files, which are not part of this repository")
    empty = started("empty", "standard")
    plan = plan_import([CASES], empty, "acme")
    assert plan.edit is not None
    return modelled(plan.edit(empty), places=True)


def by_hand() -> dict[tuple[str, str], str]:
    """What a reader of the files concludes of every pair."""
    said = {}
    names = [*(one for vpc in VSWITCHES.values() for one in vpc), "default-sg-bj-1", *NOWHERE]
    of = {one: vpc for vpc, vswitches in VSWITCHES.items() for one in vswitches} | {"default-sg-bj-1": "bj-1"}
    for one, other in product(names, names):
        if one == other:
            continue
        if one in NOWHERE or other in NOWHERE:
            # Their files name no VPC, so nobody knows where their members are.
            said[one, other] = "unknown"
        elif of[one] != of[other] or of[one] == "bj-2":
            # No file joins the two routers, two VPCs are on none, and the ACL of one lets no answer in.
            said[one, other] = "blocked"
        else:
            # No file says which group an interface is in.
            said[one, other] = "unknown"
    return said


def test_every_pair_is_what_a_reader_of_the_files_finds(found: Modelled) -> None:
    computed = matrices(found, answered(found)).computed
    names = [found.design[id].name.en for id in computed.parties]
    said = {
        (names[row], names[column]): computed.state(row, column)
        for row in range(len(names))
        for column in range(len(names))
        if row != column
    }

    assert said == by_hand()


def test_nothing_reaches_the_internet_or_is_reached_by_it(found: Modelled) -> None:
    inside = [party for party in listed(found) if party.places]
    verdicts = {
        ask(found, *ends, "tcp", port).verdict
        for party in inside
        for ends in ((party.id, "internet"), ("internet", party.id))
        for port in (80, 443)
    }

    assert len(inside) == 11
    assert verdicts == {"deny"}


def test_the_acl_that_lets_requests_in_and_no_answer_is_named(found: Modelled) -> None:
    one, other = (
        next(id for id in found.parties if id in found.design and found.design[id].name.en == name)
        for name in VSWITCHES["bj-2"]
    )
    answer = ask(found, one, other, "tcp", 80)

    assert answer.verdict == "deny"
    assert answer.decided.said("en") == "default-acl: no entry matches, and the rest is dropped"
