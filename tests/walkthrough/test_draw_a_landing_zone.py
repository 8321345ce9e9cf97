"""A landing zone drawn by hand is the one that an import gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.canonical import canonical
from tests.walkthrough.drawing import Copying
from tests.walkthrough.driver import Driver
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


def drawn(qtbot: QtBot, wanted: Design) -> Driver:
    """A window in which a design was drawn by hand, from nothing."""
    driver = Driver(qtbot, started("empty", "standard"))
    driver.show_sheet("Network topology")
    Copying(driver, wanted).everything()
    return driver


def test_networks_drawn_by_hand_are_those_of_the_files(qtbot: QtBot) -> None:
    wanted = imported(ESTATE / "networks", ESTATE / "groups-sh", ESTATE / "routing" / "hangzhou")

    driver = drawn(qtbot, wanted)

    assert canonical(driver.design) == canonical(wanted)


@pytest.mark.skipif(
    not CASES.is_dir(), reason="reads the accelerator's files, which are not part of this repository"
)
def test_beijing_and_shanghai_drawn_by_hand_are_those_of_the_accelerator(qtbot: QtBot) -> None:
    wanted = imported(
        BASELINE / "vpc-configs" / "vpcs-bj",
        BASELINE / "vpc-configs" / "vpcs-sh",
        BASELINE / "vpc-configs" / "vpcs-sh-no-cen",
        BASELINE / "security-group-configs",
        POLICIES / "beijing-route-policies.yaml",
        POLICIES / "shanghai-route-policy.yaml",
        POLICIES / "shanghai",
    )

    driver = drawn(qtbot, wanted)

    assert canonical(driver.design) == canonical(wanted)


def test_everything_drawn_by_hand_is_taken_back_step_by_step(qtbot: QtBot) -> None:
    empty = started("empty", "standard")
    driver = drawn(qtbot, imported(ESTATE / "networks" / "sh"))

    for _ in range(driver.editor.history.at):
        hand.shortcut("Ctrl+Z")

    assert driver.design == empty
