"""Whom the internet reaches through a load balancer counts as reached, in every claim."""

from __future__ import annotations

from random import Random

import pytest

from tests.campaign import share
from tests.reachability.drawn import lines_of
from tests.reachability.invariants.drawn import claims
from tests.reachability.invariants.slowly import slowly
from tests.reachability.invariants.test_results import found_in
from tests.reachability.test_entrances import ENTRY
from workbench.model.elements.invariant import Invariant

FROM_OUTSIDE = """
    rule invariant claim={}
      - sources_are what=kind value=internet
      - targets_are what=kind value=application
      - through_are what=kind value=cloud-firewall
"""


@pytest.mark.parametrize("seed", range(share(200)))
def test_a_result_equals_every_pair_asked_one_by_one_behind_listeners_too(seed: int) -> None:
    found, told = found_in(lines_of(seed) + "\n" + claims(Random(seed)))

    for one in told:
        invariant = found.design.get(one.about, Invariant)
        assert invariant is not None
        if invariant.claim != "only-through":
            counted = one.outcome, one.asked, one.broken, one.open
            assert counted == slowly(found, invariant), invariant


def test_what_a_listener_lets_in_refutes_that_the_internet_never_gets_there() -> None:
    _, (one,) = found_in(ENTRY + FROM_OUTSIDE.format("never"))

    assert (one.outcome, one.broken, one.ports) == ("refuted", 1, "443")
    assert one.witness is not None
    assert one.witness.lit == ("internet", "wall", "alb", "sg", "web")


def test_what_comes_to_a_listener_past_a_boundary_has_passed_it() -> None:
    past = FROM_OUTSIDE.format("only-through")
    elsewhere = ENTRY.replace("guards=alb", "guards=eip") + "    eip eip\n"

    assert found_in(ENTRY + past)[1][0].outcome == "proved"
    assert found_in(elsewhere + past)[1][0].outcome == "refuted"
