"""What becomes of invariants: the same as of every pair and port asked one by one, with a packet that shows it."""

from __future__ import annotations

from random import Random

import pytest

from tests.campaign import share
from tests.reachability.invariants.drawn import claims, drawn
from tests.reachability.invariants.slowly import slowly
from tests.reachability.nets import two_vpcs
from workbench.model.elements.invariant import Invariant
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.invariants.results import Result, places_of, results
from workbench.reachability.known import answered
from workbench.reachability.modelled import Modelled, modelled

APPLICATIONS = "- sources_are what=kind value=application\n      - targets_are what=kind value=application"


def found_in(lines: str) -> tuple[Modelled, tuple[Result, ...]]:
    """A sketch as a network, and the results of its invariants."""
    design = sketch(lines)
    found = modelled(design, places=places_of(design))
    return found, results(found, answered(found))


def result_of(claim: str, selecting: str, more: str = "", lines: str | None = None) -> Result:
    """The result of one invariant about two VPCs."""
    invariant = f"    rule invariant claim={claim}\n      {selecting}\n"
    _, (one,) = found_in((lines or two_vpcs()) + invariant + more)
    return one


@pytest.mark.parametrize("seed", range(share(400)))
def test_a_result_equals_every_pair_and_port_asked_one_by_one(seed: int) -> None:
    die = Random(seed)
    found, told = found_in(drawn(die) + "\n" + claims(die))

    for one in told:
        invariant = found.design[one.about]
        assert isinstance(invariant, Invariant)
        assert (one.outcome, one.asked, one.broken, one.open) == slowly(found, invariant), invariant


def test_the_designs_from_the_die_meet_every_outcome_of_every_claim() -> None:
    met = set()
    for seed in range(60):
        die = Random(seed)
        found, told = found_in(drawn(die) + "\n" + claims(die))
        ones = ((found.design.get(one.about, Invariant), one.outcome) for one in told)
        met |= {(one.claim, outcome) for one, outcome in ones if one is not None}

    outcomes = ("proved", "refuted", "unknown", "empty")
    assert met == {
        (claim, outcome)
        for claim in ("never", "always", "only-through", "one-way", "apart")
        for outcome in outcomes
    }


@pytest.mark.parametrize("seed", range(share(400)))
def test_the_packet_that_refutes_is_one_that_is_forbidden(seed: int) -> None:
    die = Random(seed)
    found, told = found_in(drawn(die) + "\n" + claims(die))

    for one in told:
        invariant = found.design[one.about]
        assert isinstance(invariant, Invariant)
        if one.outcome != "refuted":
            continue
        assert one.witness is not None
        assert (one.witness.source, one.witness.target) == one.pairs[0]
        forbidden = ("deny", "partial") if invariant.claim == "always" else ("allow", "partial")
        assert one.witness.verdict in forbidden
        if invariant.claim == "only-through":
            assert (
                not {"fw-vpc", "fw-nat", "fw-internet"}
                & set(one.witness.lit)
                & set(_through(found, invariant))
            )


def _through(found: Modelled, invariant: Invariant) -> tuple[str, ...]:
    from workbench.reachability.invariants.choosing import Choosing

    return Choosing(found.design).through(invariant)


def test_what_passes_refutes_that_it_never_does_with_the_path_and_all_its_ports() -> None:
    one = result_of("never", APPLICATIONS)

    assert (one.outcome, one.asked, one.broken, one.ports) == ("refuted", 2, 1, "443")
    assert one.witness is not None
    assert (one.witness.port, one.witness.verdict) == (443, "allow")
    assert one.witness.lit == ("app-a", "sg-a", "a-rt", "rt", "b-rt", "sg-b", "app-b")


def test_what_is_denied_everywhere_is_proved_with_a_pair_that_shows_where_it_stops() -> None:
    one = result_of("never ports=22/22", APPLICATIONS)

    assert (one.outcome, one.asked) == ("proved", 2)
    assert one.witness is not None
    assert one.witness.verdict == "deny"


def test_who_shall_always_be_reached_is_not_where_one_port_is_shut() -> None:
    selecting = "- sources_are what=name value=app-a\n      - targets_are what=name value=app-b"

    assert result_of("always protocol=tcp ports=443/443", selecting).outcome == "proved"
    shut = result_of("always protocol=tcp ports=443/443,22/22", selecting)
    assert (shut.outcome, shut.ports) == ("refuted", "22")
    assert shut.witness is not None
    assert shut.witness.deciding == "sg-b"


def test_one_way_lets_in_and_never_out() -> None:
    into = "- sources_are what=name value=app-a\n      - targets_are what=name value=app-b"
    out = "- sources_are what=name value=app-b\n      - targets_are what=name value=app-a"

    assert result_of("one-way", into).outcome == "proved"
    assert result_of("one-way", out).outcome == "refuted"


def test_neither_side_may_reach_the_other_to_be_apart() -> None:
    selecting = "- sources_are what=name value=app-b\n      - targets_are what=name value=app-a"

    assert result_of("never", selecting).outcome == "proved"
    assert result_of("apart", selecting).outcome == "refuted"


def test_who_shares_what_is_spared_is_not_asked() -> None:
    together = (
        two_vpcs()
        .replace("app-a application", "app-a application parent=dom")
        .replace("app-b application", "app-b application parent=dom")
    )
    lines = together + "    dom security-domain\n"

    assert result_of("never spares=security-domain", APPLICATIONS, lines=lines).outcome == "empty"
    assert result_of("never", APPLICATIONS, lines=lines).outcome == "refuted"


def test_who_may_send_is_no_detour() -> None:
    named = APPLICATIONS + "\n      - through_are what=name value={}"

    assert result_of("only-through", named.format("app-a")).outcome == "proved"
    assert result_of("only-through", named.format("app-b")).outcome == "refuted"


def test_what_goes_past_a_boundary_goes_through_it() -> None:
    wall = "    wall cloud-firewall boundary=vpc steering=managed {}\n"
    through = APPLICATIONS + "\n      - through_are what=kind value=cloud-firewall"

    assert result_of("only-through", through, wall.format("guards=tr")).outcome == "proved"
    assert result_of("only-through", through, wall.format("")).outcome == "unknown"
    assert (
        result_of("only-through", through, wall.format("guards=tr-2\n    tr-2 transit-router")).outcome
        == "refuted"
    )


def test_where_there_is_nobody_to_go_through_whatever_passes_goes_past() -> None:
    through = APPLICATIONS + "\n      - through_are what=kind value=cloud-firewall"

    assert result_of("only-through", through).outcome == "refuted"
    assert result_of("only-through protocol=tcp ports=22/22", through).outcome == "empty"


def test_a_claim_about_nobody_is_never_proved() -> None:
    assert result_of("never", "- sources_are what=name value=nobody").outcome == "empty"
    assert result_of("only-through", APPLICATIONS).outcome == "empty"
    assert found_in(two_vpcs() + "    rule invariant")[1][0].outcome == "empty"


@pytest.mark.parametrize("port", ["443/80", "99999/99999"])
@pytest.mark.parametrize("claim", ["never", "always", "apart", "one-way"])
def test_a_claim_about_no_port_is_never_proved(claim: str, port: str) -> None:
    assert result_of(f"{claim} protocol=tcp ports={port}", APPLICATIONS).outcome == "empty"


def test_what_nobody_can_know_is_unknown_with_the_facts_that_are_missing() -> None:
    lines = two_vpcs().replace(
        "app-a application vswitches=a-1 groups=sg-a", "app-a application vswitches=a-1"
    )
    one = result_of("never ports=443/443", APPLICATIONS, lines=lines)

    assert (one.outcome, one.broken, one.open) == ("unknown", 0, 2)
    assert "app-a" in one.facts[0].said("en")


def test_a_named_vswitch_is_asked_as_one_where_everybody_may_stand() -> None:
    _, (one,) = found_in(two_vpcs() + "    rule invariant sources=a-1 targets=app-b ports=22/22")

    assert one.outcome == "proved"


def test_ports_of_an_invariant_are_told_apart_from_others() -> None:
    found, (one,) = found_in(
        two_vpcs(more="    rule invariant protocol=tcp ports=2000/2999 sources=app-a targets=app-b")
    )

    assert one.outcome == "proved"
    assert ask(found, "app-a", "app-b", "tcp", 2500).verdict == "deny"
    assert found.compiled.ports.of("tcp", 2500) != found.compiled.ports.of("tcp", 3000)


def test_a_vswitch_without_a_block_stands_nowhere_and_leaves_open_what_is_about_it() -> None:
    bad = two_vpcs(more="    rule invariant sources=a-2 targets=app-b\n").replace(
        "block=10.1.2.0/24", "block=ten"
    )
    _, (one,) = found_in(bad)

    assert (one.outcome, one.open) == ("unknown", 1)
    assert "a-2" in one.facts[0].said("en")


def test_a_design_without_applications_is_asked_about_its_vswitches() -> None:
    everybody = "- sources_are what=kind value=vswitch\n      - targets_are what=kind value=vswitch"
    bare = "\n".join(line for line in two_vpcs().splitlines() if " application " not in line)

    assert result_of("never", everybody, lines=bare + "\n").outcome == "unknown"
    assert result_of("always protocol=tcp ports=443/443", everybody, lines=bare + "\n").asked == 6
