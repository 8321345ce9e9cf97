"""Everything can be done without a mouse: Tab reaches every field in the order it is read, and nothing holds the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.widgets.desk import landing_zone
from widgets.inspector.editors.rows import RowsEditor
from widgets.look import Look

MOST = 200


@pytest.fixture
def driver(qtbot: QtBot, size: tuple[int, int], look: Look) -> Driver:
    driver = Driver(qtbot, landing_zone(), size, look)
    driver.show_sheet("sheet-n")
    return driver


def page_of(driver: Driver) -> QScrollArea:
    page = driver.window.rooms.inspector.findChild(QScrollArea)
    assert page is not None
    return page


def walked(driver: Driver) -> Iterator[QWidget]:
    """What has the keys, from Tab to Tab, until they come to the same again."""
    seen: list[QWidget] = []
    for _ in range(MOST):
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        if now in seen:
            return
        seen.append(now)
        yield now
        hand.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes back")


@pytest.mark.parametrize("id", ["vpc-a", "vsw-1", "sg-1", "acc-app"])
def test_tab_goes_through_the_fields_in_the_order_they_are_read(driver: Driver, id: str) -> None:
    inspector = driver.window.rooms.inspector
    driver.find(id)
    page = page_of(driver)
    driver.form.click(driver.form.field("name").lines["en"])  # type: ignore[attr-defined]

    places, visited = [], set()
    form = page.widget()
    assert form is not None
    for now in walked(driver):
        if not form.isAncestorOf(now):
            continue
        visited.add(now)
        at = now.mapTo(form, QPoint(0, 0))
        places.append((at.y(), at.x()))
        seen = QRect(now.mapTo(page.viewport(), QPoint(0, 0)), now.size())
        assert page.viewport().rect().intersects(seen), f"{now} has the keys and is not to be seen"

    assert places == sorted(places)
    wanting = {
        made.focusProxy() or made
        for made in inspector.editors.values()
        if (made.focusProxy() or made).isEnabled()
    }
    assert wanting <= visited


def test_tab_goes_round_the_whole_window(driver: Driver) -> None:
    driver.find("sg-1")
    driver.form.click(driver.form.field("name").lines["en"])  # type: ignore[attr-defined]
    rooms = driver.window.rooms

    visited = list(walked(driver))

    parts = (rooms.inspector, rooms.findings, driver.window.top_row, rooms.navigator, rooms.tabs, rooms.area)
    met = [next(part for part in parts if part.isAncestorOf(one)) for one in visited]
    assert list(dict.fromkeys(met)) == list(parts)
    assert met == sorted(met, key=parts.index)
    assert driver.canvas in visited


def test_shift_tab_goes_the_same_way_back(driver: Driver) -> None:
    driver.find("sg-1")
    driver.form.click(driver.form.field("name").lines["en"])  # type: ignore[attr-defined]
    first = QApplication.focusWidget()

    for _ in range(9):
        hand.press(Qt.Key.Key_Tab)
    for _ in range(9):
        hand.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert QApplication.focusWidget() is first


def test_keys_in_a_table_mean_its_cells_and_not_the_sheet(driver: Driver) -> None:
    driver.find("sg-1")
    field = driver.form.field("rules")
    assert isinstance(field, RowsEditor)

    driver.form.fill_cell(field, 0, 4, "443/443")
    assert driver.selected.rules[0].port == "443/443"  # type: ignore[attr-defined]
    hand.press(Qt.Key.Key_Delete)

    assert driver.selected.rules[0].port == "-1/-1"  # type: ignore[attr-defined]
    assert driver.boxes_of("sg-1")


def test_tab_goes_from_cell_to_cell_while_one_is_open_and_leaves_the_table_otherwise(driver: Driver) -> None:
    driver.find("sg-1")
    field = driver.form.field("rules")
    assert isinstance(field, RowsEditor)

    driver.form.fill_cell(field, 0, 4, "443/443")
    hand.press(Qt.Key.Key_F2)
    hand.press(Qt.Key.Key_Tab)
    hand.write("10.0.0.0/8")
    hand.press(Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: driver.selected.rules[0].block == "10.0.0.0/8")  # type: ignore[attr-defined]
    hand.press(Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is field.buttons["add"]


def test_a_name_typed_in_place_is_kept_when_tab_leaves_it(driver: Driver) -> None:
    driver.find("vpc-b")
    driver.qtbot.wait(200)
    driver.click(driver.header(driver.boxes_of("vpc-b")[0].key))
    hand.press(Qt.Key.Key_F2)
    driver.qtbot.waitUntil(driver.canvas.title_editor.hasFocus)
    hand.write("orders")
    hand.press(Qt.Key.Key_Tab)
    driver.drawn()

    assert driver.selected.name.said(driver.window.look.language) == "orders"
    assert not driver.canvas.title_editor.isVisible()
    assert QApplication.focusWidget() is not None


def test_renaming_what_is_not_on_the_sheet_says_where_to_do_it(driver: Driver) -> None:
    driver.find("engagement")
    hand.press(Qt.Key.Key_F2)

    said = driver.window.status._sentence
    assert said is not None
    assert "does not stand on this sheet" in said.said("en")
