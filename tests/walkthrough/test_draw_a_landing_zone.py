"""A landing zone drawn by hand is the one that an import gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.canonical import canonical
from tests.walkthrough.drawing import Copying
from tests.walkthrough.driver import Driver
from tests.walkthrough.photo import photo
from widgets.look import Look
from workbench.importers.accelerator import plan_import
from workbench.model.design import Design
from workbench.patterns import started

ESTATE = Path(__file__).parents[1] / "importers" / "fixtures" / "estate"
CASES = Path(__file__).parents[3] / "shared" / "cases" / "accelerator"
BASELINE = CASES / "account-factory" / "baseline"
POLICIES = CASES / "network" / "route-policies"


def imported(*sources: Path) -> Design:
    """The empty design with what an import of some files brings."""
    empty = started("empty", "standard")
    plan = plan_import(sources, empty, "acme")
    assert plan.edit is not None, [item.becomes.said("en") for item in plan.refusals]
    return plan.edit(empty)


class Drawing:
    """Draws designs by hand, from nothing."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int], look: Look) -> None:
        self.driver = Driver(qtbot, started("empty", "standard"), size, look)

    def __call__(self, wanted: Design) -> Driver:
        photo("empty")
        self.driver.show_sheet("Network topology")
        photo("empty network")
        Copying(self.driver, wanted).everything()
        return self.driver


@pytest.fixture
def drawn(qtbot: QtBot, size: tuple[int, int], look: Look) -> Drawing:
    return Drawing(qtbot, size, look)


def test_networks_drawn_by_hand_are_those_of_the_files(drawn: Drawing) -> None:
    wanted = imported(ESTATE / "networks", ESTATE / "groups-sh", ESTATE / "routing" / "hangzhou")

    driver = drawn(wanted)

    assert canonical(driver.design) == canonical(wanted)


@pytest.mark.skipif(
    not CASES.is_dir(), reason="reads the accelerator's files, which are not part of this repository"
)
def test_beijing_and_shanghai_drawn_by_hand_are_those_of_the_accelerator(drawn: Drawing) -> None:
    wanted = imported(
        BASELINE / "vpc-configs" / "vpcs-bj",
        BASELINE / "vpc-configs" / "vpcs-sh",
        BASELINE / "vpc-configs" / "vpcs-sh-no-cen",
        BASELINE / "security-group-configs",
        POLICIES / "beijing-route-policies.yaml",
        POLICIES / "shanghai-route-policy.yaml",
        POLICIES / "shanghai",
    )

    driver = drawn(wanted)
    driver.show_all()

    assert canonical(driver.design) == canonical(wanted)


def test_everything_drawn_by_hand_is_taken_back_step_by_step(drawn: Drawing) -> None:
    empty = started("empty", "standard")
    driver = drawn(imported(ESTATE / "networks" / "sh"))

    for _ in range(driver.editor.history.at):
        hand.shortcut("Ctrl+Z")

    assert driver.design == empty
