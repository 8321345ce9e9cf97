"""Every dialog and popup, opened as a person opens it, in the smallest window that must work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu

from tests.walkthrough import hand
from tests.walkthrough.dialogs import (
    ESTATE,
    MENUS,
    SAMPLE,
    goes_round,
    looked_at,
    menu_of,
    picked,
    told_in,
    typed,
)
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.photo import photo
from widgets.qt.picker import Picker
from widgets.shell.export_dialog import ExportDialog
from widgets.shell.import_dialog import ImportDialog
from widgets.shell.renumber_dialog import RenumberDialog
from workbench.storage.format import VERSION

IN_BOTH_LANGUAGES = True


def test_the_finder_finds_what_is_typed(driver: Driver) -> None:
    hand.shortcut("Ctrl+K")
    finder = driver.window.findChildren(Picker)[-1]
    driver.qtbot.waitUntil(finder.search.hasFocus)
    driver.shown("editing, finder", finder)
    hand.write("prod")
    driver.shown("editing, finder with a word", finder)
    hand.press(Qt.Key.Key_Return)

    assert driver.editor.selection


@pytest.mark.parametrize("name", MENUS)
def test_menus_open_where_they_hang(driver: Driver, name: str) -> None:
    menu = menu_of(driver, name)
    if name == "insert":
        for _ in range(3):
            hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Right)
    driver.shown(f"menu {name}", menu)
    while QApplication.activePopupWidget():
        hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Escape)


def test_the_edition_is_chosen_from_its_button(driver: Driver) -> None:
    hand.click(driver.window.top_row.edition)
    photo("editions")

    assert QApplication.activePopupWidget() is driver.window.top_row.edition.menu
    hand.press(Qt.Key.Key_Escape)


def test_the_program_tells_what_it_is(driver: Driver) -> None:
    answering(lambda: picked(driver, "help.about"), looked_at(driver, "help, about"))


def test_deleting_tells_what_goes_along(driver: Driver) -> None:
    before = driver.design
    driver.find("vpc-sh-order")

    answering(lambda: hand.shortcut("Shift+Del"), looked_at(driver, "delete"))

    assert driver.design is before


def test_a_design_that_is_not_saved_is_not_left_without_a_question(driver: Driver) -> None:
    driver.find("vpc-sh-order")
    driver.form.type(driver.form.field("name").lines["en"], "renamed")  # type: ignore[attr-defined]
    before = driver.design

    answering(lambda: hand.shortcut("Ctrl+N"), looked_at(driver, "not saved"))

    assert driver.design is before


def test_an_export_is_made_and_listed(driver: Driver, tmp_path: Path) -> None:
    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        driver.shown("export, choosing", dialog)
        for name in ("svg", "xlsx"):
            hand.click(dialog.formats[name], QPoint(10, 12))
        hand.click(dialog.folder)
        hand.replace(str(tmp_path / "out"))
        hand.click(dialog.make)
        photo("export, at work")
        driver.qtbot.waitUntil(lambda: dialog._work is None, timeout=60_000)
        driver.shown("export, done", dialog)
        hand.press(Qt.Key.Key_Escape)

    answering(lambda: hand.shortcut("Ctrl+E"), export)

    assert len(list((tmp_path / "out").iterdir())) > 2


def test_an_import_is_looked_at_before_it_is_done(driver: Driver) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        driver.qtbot.waitUntil(lambda: dialog._plan is not None, timeout=30_000)
        driver.shown("import, what becomes of it", dialog, told_in(ESTATE / "networks"))
        goes_round(dialog)
        hand.click(dialog.bring)

    before = driver.design
    answering(lambda: hand.shortcut("Ctrl+I"), typed(ESTATE / "networks"), look)

    assert driver.design is not before


def test_an_address_plan_is_picked_cell_by_cell(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(
        "VPC,VPC CIDR,vSwitch,CIDR\nplant,10.250.0.0/16,line,10.250.1.1/24\nplant,,bad,10.250.2.0/40\n",
        encoding="utf-8",
    )

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        driver.qtbot.waitUntil(dialog.bring.isEnabled, timeout=30_000)
        driver.shown("import, an address plan", dialog, told_in(tmp_path) + "10.250.1.0/24")
        goes_round(dialog)
        hand.click(dialog.items.pick_none)
        assert not dialog.bring.isEnabled()
        hand.click(dialog.items.pick_all)
        hand.click(dialog.bring)
        driver.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=30_000)

    before = driver.design
    answering(lambda: picked(driver, "file.import-table"), typed(path), look)

    assert {one.name.en for one in driver.design if one.id not in before} == {"plant", "line"}


def test_plans_around_a_taken_range_stand_side_by_side(driver: Driver) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RenumberDialog)
        driver.shown("renumber, before", dialog)
        hand.write("10.2.0.0/18")
        hand.press(Qt.Key.Key_Return)
        driver.qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
        driver.shown("renumber, plans", dialog)
        goes_round(dialog)
        hand.click(dialog.accept_button)

    before = driver.design
    answering(lambda: picked(driver, "plan.renumber"), look)

    assert driver.design is not before


def test_an_import_that_is_refused_says_what_and_where(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "network" / "vpc"
    folder.mkdir(parents=True)
    (folder / "hangzhou.yaml").write_text("vpc_name: orders\nvpc_cidr: 10.300.0.0/16\n", encoding="utf-8")
    (folder / "broken.yaml").write_text("vpc_name: [orders\n", encoding="utf-8")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        driver.qtbot.waitUntil(lambda: dialog._plan is not None, timeout=30_000)
        driver.shown("import, refused", dialog, told_in(tmp_path) + "did not find expected")
        assert not dialog.bring.isEnabled()
        hand.press(Qt.Key.Key_Escape)

    answering(lambda: hand.shortcut("Ctrl+I"), typed(tmp_path), look)


def test_a_finding_is_explained_under_its_row(driver: Driver) -> None:
    panel = driver.window.rooms.findings
    if panel.list.isHidden():
        hand.click(panel.head.fold)
    driver.qtbot.waitUntil(lambda: panel.list.viewport().height() > 60)
    hand.click(panel.list.viewport(), QPoint(200, 12))
    hand.press(Qt.Key.Key_Space)
    driver.drawn()
    driver.qtbot.wait(200)
    photo("finding explained")

    assert panel.list.delegate.opened is not None


def test_a_right_click_offers_what_can_be_done(driver: Driver) -> None:
    driver.find("vpc-sh-order")
    driver.qtbot.wait(300)
    (box, *_) = driver.boxes_of("vpc-sh-order")
    driver.click(driver.header(box.key), button=Qt.MouseButton.RightButton)
    photo("context menu")

    assert isinstance(QApplication.activePopupWidget(), QMenu)
    hand.press(Qt.Key.Key_Escape)


def test_a_table_is_edited_in_a_window_of_its_own(driver: Driver) -> None:
    group = next(one for one in driver.design if getattr(one, "rules", ()))
    driver.find(group.id)
    field = driver.form.field("rules")
    driver.form.click(field.buttons["wide"])  # type: ignore[attr-defined]
    wide = field._wide  # type: ignore[attr-defined]
    driver.qtbot.waitUntil(wide.isVisible)
    wide.activateWindow()
    hand.click(wide.table.viewport(), QPoint(10, 12))
    driver.shown("wide table", wide)
    hand.press(Qt.Key.Key_F2)
    driver.qtbot.wait(50)
    photo("wide table choosing")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: not wide.isVisible())


def test_sheets_are_added_named_and_deleted_by_their_tabs(driver: Driver) -> None:
    tabs = driver.window.rooms.tabs
    hand.click(tabs.plus)
    photo("adding a sheet")
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    driver.drawn()
    bar = tabs.bar
    here = bar.tabRect(bar.currentIndex()).center()
    hand.double_click(bar, here)
    hand.replace("Second accounts 第二张")
    photo("naming a sheet")
    hand.press(Qt.Key.Key_Return)
    photo("named sheet")
    assert "Second accounts 第二张" in [bar.tabText(at) for at in range(bar.count())]

    answering(
        lambda: hand.click(bar, bar.cross(bar.currentIndex()).center()), looked_at(driver, "delete sheet")
    )


def test_a_narrow_window_opens_the_navigator_from_its_rail(driver: Driver) -> None:
    driver.window.resize(960, 540)
    driver.qtbot.wait(50)
    rail = driver.window.rooms.navigator.rail
    hand.click(rail.buttons[0])
    driver.qtbot.waitUntil(driver.window.rooms.navigator.tree.isVisible)
    photo("navigator from the rail")
    hand.click(rail.buttons[1])
    photo("sheets from the rail")
    hand.click(rail.buttons[1])

    assert driver.window.rooms.navigator.body.isHidden()


def test_a_newer_file_is_shown_for_reading_with_a_bar_that_says_so(driver: Driver, tmp_path: Path) -> None:
    newer = tmp_path / "newer.lzd"
    wording = SAMPLE.read_text(encoding="utf-8")
    newer.write_text(wording.replace(f'"version": {VERSION}', '"version": 99', 1), encoding="utf-8")
    assert newer.read_text(encoding="utf-8") != wording

    answering(lambda: hand.shortcut("Ctrl+O"), typed(newer))
    driver.drawn()
    photo("read only")

    assert driver.window.editor.read_only is not None


def test_file_dialogs_are_those_the_driver_can_type_into(driver: Driver) -> None:
    answering(lambda: hand.shortcut("Ctrl+Shift+S"), _closed)


def _closed(dialog: QDialog) -> None:
    assert isinstance(dialog, QFileDialog)
    photo("saving as")
    while dialog.isVisible():
        hand.press(Qt.Key.Key_Escape)
