"""Editing by hand: lining up, snapping, nudging, copying, rows from a spreadsheet, several at once, typing to add, finding."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog

from tests.walkthrough import hand
from tests.walkthrough.dialogs import button, goes_round, picked
from tests.walkthrough.driver import Driver
from tests.walkthrough.lists import pick_choice
from tests.walkthrough.meanwhile import answering
from widgets.qt.picker import Picker
from widgets.shell.rows_dialog import RowsDialog
from workbench.drawing.drawing import Box
from workbench.edits.placing import is_pinned

IN_BOTH_LANGUAGES = True
IN_A_ROW = ("account-network", "router-hz", "account-order-prod")
VPCS = ("vpc-hz-data", "vpc-hz-order", "vpc-hz-shared")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(driver: Driver) -> Driver:
    """The sheet of one region, on which names can be read."""
    driver.show_sheet("Hangzhou")
    return driver


def chosen(driver: Driver, ids: tuple[str, ...] = VPCS) -> list[Box]:
    """Brings some boxes to view and clicks them, the second and later ones with Ctrl; gives them as they stand."""
    hand.click(driver.window.rooms.area.zoom_box.buttons["view.fit"])
    boxes = [driver.boxes_of(id)[0] for id in ids]
    for place, box in enumerate(boxes):
        (pixel,) = driver.pixels(driver.header(box.key))
        window, at = hand.spot(driver.canvas.viewport(), pixel)
        QTest.mouseClick(window, hand.LEFT, CTRL if place else hand.NONE, at)
    assert set(driver.editor.selection) == set(ids)
    return boxes


def test_boxes_are_aligned_and_spaced_from_the_menu(driver: Driver) -> None:
    chosen(driver, IN_A_ROW)
    driver.shown("editing, several selected")

    picked(driver, "arrange.top", "editing, menu arrange")
    driver.drawn()
    driver.shown("editing, aligned")
    tops = [driver.boxes_of(id)[0].rect.y for id in IN_A_ROW]
    hand.shortcut("Alt+Shift+H")
    driver.drawn()
    driver.shown("editing, spaced evenly")

    rects = sorted((driver.boxes_of(id)[0].rect for id in IN_A_ROW), key=lambda rect: rect.x)
    gaps = [b.x - a.right for a, b in pairwise(rects)]
    assert max(tops) - min(tops) < 1
    assert max(gaps) - min(gaps) < 1


def test_a_dragged_box_snaps_and_shows_what_to(driver: Driver) -> None:
    driver.find("account-shared")
    driver.qtbot.wait(200)
    (box,) = driver.boxes_of("account-shared")
    (start,) = driver.pixels(driver.header(box.key))
    end = start + QPoint(26, 18)

    hand.hold(driver.canvas.viewport(), start, end)
    driver.shown("editing, snapping while dragged")
    window, place = hand.spot(driver.canvas.viewport(), end)
    QTest.mouseRelease(window, hand.LEFT, hand.NONE, place)
    driver.drawn()

    assert driver.boxes_of("account-shared")[0].rect != box.rect


def test_arrow_keys_nudge_and_undo_takes_all_of_it_back(driver: Driver) -> None:
    (box,) = chosen(driver, ("vpc-hz-order",))
    before = driver.design

    for _ in range(3):
        hand.press(Qt.Key.Key_Right)
    driver.drawn()
    driver.shown("editing, nudged")
    moved = driver.boxes_of("vpc-hz-order")[0].rect.x - box.rect.x
    hand.shortcut("Ctrl+Z")

    assert moved > 0
    assert driver.design == before


def test_a_vpc_is_copied_pasted_and_duplicated(driver: Driver) -> None:
    chosen(driver, ("vpc-hz-order",))
    count = len(driver.boxes_of("vpc-hz-order"))

    hand.shortcut("Ctrl+C")
    hand.shortcut("Ctrl+V")
    driver.drawn()
    pasted = driver.editor.selection
    driver.shown("editing, pasted")
    hand.shortcut("Ctrl+D")
    driver.drawn()
    driver.shown("editing, duplicated")

    assert pasted != ("vpc-hz-order",)
    assert driver.editor.selection != pasted
    assert len(driver.boxes_of("vpc-hz-order")) == count


def test_rows_of_a_spreadsheet_become_vswitches(driver: Driver) -> None:
    chosen(driver, ("vpc-hz-order",))
    rows = "\n".join(f"front-{n}\t10.34.{40 + n}.0/24" for n in range(4))
    QGuiApplication.clipboard().setText(f"vSwitch\tBlock\n{rows}\nwrong\t10.34.300.0/24")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RowsDialog)
        driver.qtbot.waitUntil(lambda: dialog.plan is not None, timeout=20_000)
        driver.shown("editing, rows from a spreadsheet", dialog, "front wrong")
        goes_round(dialog)
        hand.click(button(dialog, "primary"))

    answering(lambda: hand.shortcut("Ctrl+V"), look)
    driver.drawn()
    driver.shown("editing, rows put in")

    assert len(driver.editor.selection) == 4


def test_several_are_changed_at_once_in_the_inspector(driver: Driver) -> None:
    chosen(driver)
    box = driver.form._keyed("environment")
    driver.form.bring(box)
    driver.shown("editing, several in the inspector")
    driver.form.refer("environment", "env-prod")
    driver.shown("editing, several changed")

    assert {driver.design[id].environment for id in VPCS} == {"env-prod"}  # type: ignore[attr-defined]


def test_a_line_typed_into_the_finder_adds(driver: Driver) -> None:
    chosen(driver, ("vpc-hz-order",))
    hand.shortcut("Ctrl+K")
    finder = driver.window.findChildren(Picker)[-1]
    driver.qtbot.waitUntil(finder.search.hasFocus)
    hand.write("vswitch reports 10.34.60.0/24")
    driver.shown("editing, typed to add", finder, "reports vswitch")
    hand.press(Qt.Key.Key_Return)
    driver.drawn()
    driver.shown("editing, added")

    assert driver.selected.name.said("en") == "reports"
    assert driver.selected.parent == "vpc-hz-order"


def test_commands_are_found_by_their_name(driver: Driver) -> None:
    hand.shortcut("Ctrl+K")
    finder = driver.window.findChildren(Picker)[-1]
    driver.qtbot.waitUntil(finder.search.hasFocus)
    hand.write("对齐" if driver.window.look.language == "zh" else "align")
    driver.shown("editing, commands found", finder)
    hand.press(Qt.Key.Key_Escape)


def test_the_tree_is_searched(driver: Driver) -> None:
    navigator = driver.window.rooms.navigator
    if navigator.body.isHidden():
        hand.click(navigator.rail.buttons[0])
        driver.qtbot.waitUntil(lambda: hand.is_bare(navigator.search, navigator.search.rect().center()))
    hand.click(navigator.search)
    hand.write("10.34.")
    driver.shown("editing, tree searched")

    assert navigator.model.rowCount() > 0


def test_the_history_names_every_step(driver: Driver) -> None:
    chosen(driver, ("vpc-hz-order",))
    before = driver.design
    hand.press(Qt.Key.Key_Right)
    hand.shortcut("Ctrl+D")
    driver.drawn()

    hand.shortcut("Ctrl+H")
    history = QApplication.activePopupWidget()
    assert isinstance(history, Picker)
    driver.shown("editing, named history", history)
    for _ in range(2):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)

    assert driver.design == before


def test_a_pinned_box_shows_that_it_is(driver: Driver) -> None:
    chosen(driver, ("vpc-hz-order",))

    hand.shortcut("Alt+P")
    driver.drawn()
    driver.shown("editing, pinned")

    assert is_pinned(driver.design, driver.canvas.sheet_id, "vpc-hz-order")


def test_a_choice_opens_below_its_field(driver: Driver) -> None:
    driver.find("sg-order-hz-app")
    box = driver.form._keyed("inner")
    assert isinstance(box, QComboBox)
    driver.form.click(box)
    driver.qtbot.waitUntil(box.view().isVisible)
    driver.shown("editing, a choice", box.view())
    pick_choice(driver.qtbot, box, "Accept")
