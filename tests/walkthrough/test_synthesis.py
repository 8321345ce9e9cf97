"""From a flow list to security groups by hand: read, a point of the curve chosen, proved, carried out and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.walkthrough import hand
from tests.walkthrough.dialogs import goes_round, picked, typed
from tests.walkthrough.driver import Driver
from tests.walkthrough.keyboard import tab_to
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.reaching import PATIENCE, take
from widgets.synthesis.dialog import SynthesisDialog
from widgets.synthesis.listing import SORTS, Sort
from workbench.model.elements.application import Application
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.texts import Language

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
LISTED: Final[dict[Language, list[tuple[object, ...]]]] = {
    "en": [
        ("Source", "Target", "Protocol", "Port", "Seen"),
        ("Website", "Member", "tcp", "8443", 40),
        ("Order", "Payment", "tcp", "9443-9445", 7),
        ("Order", "Warehouse robots", "tcp", "443", 3),
    ],
    "zh": [
        ("源应用", "目标应用", "协议", "端口", "次数"),
        ("官网", "会员", "tcp", "8443", 40),
        ("订单", "支付", "tcp", "9443-9445", 7),
        ("订单", "仓库机器人", "tcp", "443", 3),
    ],
}
"""What a customer hands over; nothing of the design is called like the last target."""
UNKNOWN: Final = {"en": "Warehouse robots", "zh": "仓库机器人"}


def flow_list(folder: Path, language: Language) -> Path:
    """The list as a workbook."""
    book = openpyxl.Workbook()
    for row in LISTED[language]:
        book.active.append(row)
    path = folder / "flows.xlsx"
    book.save(path)
    return path


def ready(driver: Driver, dialog: SynthesisDialog) -> None:
    """Waits until what was begun is worked out."""
    driver.qtbot.waitUntil(lambda: dialog.found is not None and not dialog.working, timeout=PATIENCE)
    if QApplication.activeWindow() is None:
        # Without a manager of windows nobody gives the keys back to it when another dialog closes.
        dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)


def rows(dialog: SynthesisDialog, sort: Sort) -> list[str]:
    """Takes a list of the point, and gives its rows as they are shown."""
    take(dialog.segments, list(SORTS).index(sort))
    table = dialog.lines
    return [" | ".join(table.index(row, at).data() for at in range(3)) for row in range(table.rowCount())]


def in_dialog(driver: Driver, act: Callable[[SynthesisDialog], None], *files: Path) -> None:
    """Opens the dialog from its menu, does something once the first point is there, and closes what stays open."""

    def story(dialog: QDialog) -> None:
        assert isinstance(dialog, SynthesisDialog)
        ready(driver, dialog)
        act(dialog)
        if dialog.isVisible():
            hand.press(KEY.Key_Escape)

    answering(lambda: picked(driver, "plan.synthesis"), story, *(typed(path) for path in files))
    driver.in_front()
    driver.drawn()


def test_a_list_that_is_read_becomes_domains_groups_and_rules_in_one_step_and_is_taken_back(
    driver: Driver, tmp_path: Path
) -> None:
    before = driver.design
    path = flow_list(tmp_path, driver.window.look.language)

    def act(dialog: SynthesisDialog) -> None:
        hand.click(dialog.list_button)
        ready(driver, dialog)
        driver.shown("synthesis, a flow list and its curve", dialog, path.name)
        assert path.name in dialog.list_label.text()
        assert any("B4" in row for row in rows(dialog, "left"))
        driver.shown("synthesis, rows that were left out", dialog, f"{path.name} {UNKNOWN}")
        assert any("9443-9445" in row for row in rows(dialog, "missing"))
        driver.shown("synthesis, what stops a flow", dialog, path.name)

        tab_to(dialog.beyond)
        hand.press(KEY.Key_Space)
        ready(driver, dialog)
        assert rows(dialog, "missing") == []
        assert len(rows(dialog, "extra")) == extra(dialog) > 0
        driver.shown("synthesis, counted: nothing is missing", dialog, path.name)
        assert rows(dialog, "changes")
        driver.shown("synthesis, what changes", dialog, path.name)
        hand.click(dialog.apply_button)

    in_dialog(driver, act, path)
    design = driver.design
    made = {one.id for one in design.of_kind(SecurityGroup)} - {
        one.id for one in before.of_kind(SecurityGroup)
    }
    used = {group for one in design.of_kind(Application) for group in one.groups}
    driver.show_sheet("Security domains")
    driver.shown("synthesis, carried out")
    assert all(design.get(one.parent, SecurityDomain) for one in design.of_kind(Application))
    assert made
    assert made >= used - {one.id for one in before.of_kind(SecurityGroup)}
    assert all(design.get(id, SecurityGroup).rules for id in made & used)  # type: ignore[union-attr]

    hand.shortcut("Ctrl+Z")
    driver.drawn()
    assert driver.design is before


def test_a_point_of_the_curve_is_chosen_with_the_keys_and_counted_anew(driver: Driver) -> None:
    before = driver.design

    def act(dialog: SynthesisDialog) -> None:
        assert dialog.points_view.hasFocus()
        first = (dialog.state.text(), domains(dialog))
        hand.press(KEY.Key_Up)
        ready(driver, dialog)
        exact = (dialog.state.text(), domains(dialog))
        driver.shown("synthesis, the exact point", dialog)
        assert exact != first
        assert exact[1] > first[1]
        goes_round(dialog)

    in_dialog(driver, act)
    assert driver.design is before


def test_two_applications_are_pinned_into_one_domain_and_let_go(driver: Driver) -> None:
    name = {"en": "Core", "zh": "核心"}[driver.window.look.language]

    def act(dialog: SynthesisDialog) -> None:
        rows(dialog, "domains")
        for row, held in ((0, hand.NONE), (1, Qt.KeyboardModifier.ControlModifier)):
            place = dialog.lines_view.visualRect(dialog.lines.index(row, 0)).center()
            window, at = hand.spot(dialog.lines_view.viewport(), place)
            QTest.mouseClick(window, hand.LEFT, held, at)
        hand.click(dialog.pins.name)
        hand.write(name)
        hand.click(dialog.pins.pin)
        ready(driver, dialog)
        driver.shown("synthesis, pinned", dialog, name)
        assert sum(name in row for row in rows(dialog, "domains")) == 2

    in_dialog(driver, act)


def extra(dialog: SynthesisDialog) -> int:
    """The figure that is shown of what passes unwanted."""
    assert dialog.found
    count = dialog.found.point.proof.extra
    assert f" {count} " in dialog.state.text()
    return count


def domains(dialog: SynthesisDialog) -> int:
    """How many security domains the picked point has, as the list says."""
    return int(dialog.points.index(dialog.points_view.currentIndex().row(), 1).data())
