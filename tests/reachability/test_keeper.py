"""Whoever asks about a design gets the same network and answers, and rules and panels that ask together make them once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from planners.reachability import reach
from tests.reachability.edited import begun
from tests.reachability.test_following import lines
from workbench.cancelled import Cancelled
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.progress import untold
from workbench.reachability.asking import ask
from workbench.reachability.keeper import KEEPER, Keeper
from workbench.reachability.modelled import modelled
from workbench.rules.engine import Checking, fresh_findings
from workbench.rules.paths import Paths
from workbench.storage.opening import open_design

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def test_rules_and_panels_share_one_network_and_its_answers() -> None:
    keeper, design = Keeper(), sketch(lines("port=22/22"))
    paths = Paths(design, keeper)

    answered = keeper.answered(design)

    assert paths.answers is answered.answers is keeper.known(design).answers
    assert paths.found is answered.found is keeper.network(design) is keeper.asked(design, ("app-0",))
    assert answered.found.compiled is answered.answers.parts.compiled
    assert keeper.drawn(design).answered is answered


def test_all_who_ask_at_once_get_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []

    def counting(*asked: Any) -> Any:
        counted.append(asked)
        return reach(*asked)

    monkeypatch.setattr("workbench.reachability.known.reach", counting)
    keeper, design = Keeper(), begun(3)
    asking: list[Callable[[], object]] = [
        lambda: keeper.drawn(design).answered.answers,
        lambda: keeper.answered(design).answers,
        lambda: keeper.known(design).answers,
        lambda: Paths(design, keeper).answers,
    ]
    together = Barrier(len(asking))

    def asked(one: Callable[[], object]) -> object:
        together.wait()
        return one()

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(asked, asking))

    assert len({id(one) for one in answers}) == 1
    assert len(counted) == 1


def test_one_who_stops_ends_his_asking_and_the_next_gets_everything() -> None:
    keeper, design = Keeper(), begun(3)

    def stopping(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        keeper.drawn(design, stopping)

    assert keeper.drawn(design).matrices.compared.parties


def test_progress_begins_low_and_never_goes_back() -> None:
    told: list[float] = []
    Keeper().drawn(begun(3), told.append)

    assert told == sorted(told)
    assert 0.0 <= told[0] < 0.2
    assert told[-1] >= 0.9


@pytest.mark.parametrize("sample", ["enterprise", "advanced"])
def test_a_question_about_places_is_answered_as_by_a_network_in_which_all_of_them_are_parties(
    sample: str,
) -> None:
    design = open_design(SAMPLES / f"{sample}.lzd").design
    whole, keeper = modelled(design, places=True), Keeper()
    ids = [one.id for kind in (VSwitch, SecurityGroup) for one in design.of_kind(kind)[:3]]
    ids += [*modelled(design).parties][:6]

    for source in ids:
        for target in ids:
            found = keeper.asked(design, (source, target))
            for protocol, port in (("tcp", 443), ("icmp", 0), ("all", 0)):
                assert ask(found, source, target, protocol, port) == ask(
                    whole, source, target, protocol, port
                )


def test_what_is_asked_about_places_displaces_nothing_of_the_others() -> None:
    keeper, design = Keeper(), begun(3)
    before = keeper.known(design)

    assert "a-1" in keeper.asked(design, ("a-1", "app-1")).parties
    assert "a-1" not in keeper.asked(design, ("app-2", "app-1")).parties
    assert keeper.known(design) is before


def test_of_a_design_without_applications_places_are_asked_about_and_rules_keep_their_network() -> None:
    keeper = Keeper()
    design = sketch(
        "    vpc-a vpc blocks=10.1.0.0/16\n      a-1 vswitch block=10.1.1.0/24\n      sg security-group\n"
    )

    assert {"a-1", "sg"} <= keeper.known(design).found.parties.keys()
    assert keeper.asked(design, ("a-1", "sg")) is keeper.known(design).found
    assert "a-1" not in Paths(design, keeper).found.parties
    assert {"a-1", "sg"} <= {*keeper.drawn(design).answered.matrices.compared.parties}


def test_findings_that_share_a_keeper_are_those_of_a_fresh_run() -> None:
    before = begun(3)
    KEEPER.drawn(before, untold)
    checking = Checking(before, keeper=KEEPER)

    checking.work()

    assert checking.findings == fresh_findings(before)
