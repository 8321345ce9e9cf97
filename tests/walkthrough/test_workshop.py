"""A workshop by hand: the customer's own list comes in, clashes, is planned around, approved and handed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog

from planners.addresses import parse_block
from tests.walkthrough import hand
from tests.walkthrough.customer_plan import CLASH, told, write_customer_plan
from tests.walkthrough.dialogs import picked, typed
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.test_address_map import MapHand
from widgets.shell.export_dialog import ExportDialog
from widgets.shell.import_dialog import ImportDialog
from widgets.shell.renumber_dialog import RenumberDialog
from workbench.addresses import span
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding

IN_BOTH_LANGUAGES = True
PAYMENT = "vpc-sh-payment"
FORMATS = ("vsdx", "docx", "xlsx", "addresses-xlsx")
OVERLAP = "NET-012"


def test_a_customers_list_comes_in_clashes_and_is_planned_around(driver: Driver, tmp_path: Path) -> None:
    told_by_customer = told()
    path = write_customer_plan(tmp_path / "networks in use.xlsx")
    driver.shown("workshop, 1 the design")

    bring_in(driver, path, told_by_customer)
    driver.checked()
    clash = clashes(driver)
    assert {PAYMENT} < set(clash[0].ids)

    see_the_clash(driver)
    steps = driver.editor.history.at
    renumber(driver)
    assert driver.editor.history.at == steps + 1
    driver.checked()
    assert not clashes(driver)

    see_it_moved(driver)
    approve(driver)
    export(driver, tmp_path / "hand over")
    assert not stale(driver, tmp_path / "hand over")


def bring_in(driver: Driver, path: Path, quotes: str) -> None:
    """Takes what can be read of the customer's list."""

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        driver.qtbot.waitUntil(dialog.bring.isEnabled, timeout=30_000)
        driver.shown("workshop, 2 the list of the customer", dialog, quotes)
        hand.click(dialog.bring)
        driver.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=30_000)

    answering(lambda: picked(driver, "file.import-table"), typed(path), look)
    driver.in_front()


def clashes(driver: Driver) -> list[Finding]:
    """The findings of networks that share addresses."""
    found = driver.window.rooms.findings.findings.found
    return [one for one in found if one.rule == OVERLAP and PAYMENT in one.ids]


def see_the_clash(driver: Driver) -> None:
    """Clicks the finding, then goes to the map with what it is about."""
    panel = driver.window.rooms.findings
    if panel.list.isHidden():
        hand.click(panel.head.fold)
    driver.qtbot.waitUntil(lambda: panel.list.viewport().height() > 60)
    rows = panel.list
    at = rows.table.row_of(clashes(driver)[0])
    rows.scrollTo(rows.table.index(at, 0))
    place = rows.visualRect(rows.table.index(at, 0))
    hand.click(rows.viewport(), QPoint(200, place.center().y()))
    hand.press(Qt.Key.Key_Space)
    driver.shown("workshop, 3 the clash is found", quotes=told())
    plan = MapHand(driver)
    plan.pick("10.2.128.0/18") if plan.field.rows.rect(parse_block("10.2.128.0/18")) else plan.go_in()
    driver.shown("workshop, 4 the clash on the map", quotes=told())


def renumber(driver: Driver) -> None:
    """Has the range planned around and accepts the plan that leaves no network around it."""

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RenumberDialog)
        hand.click(dialog.range)
        hand.replace(CLASH)
        hand.press(Qt.Key.Key_Return)
        driver.qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
        driver.shown("workshop, 5 new plans side by side", dialog, told())
        # The first leaves a hole in the VPC's block; the customer wants none.
        assert dialog.found
        clear = next(at for at, plan in enumerate(dialog.found.plans) if plan.way == "clear")
        hand.click(dialog.cards.cards[clear].pick)
        driver.shown("workshop, 6 the plan without a hole", dialog, told())
        hand.click(dialog.accept_button)

    answering(lambda: picked(driver, "plan.renumber"), look)
    driver.in_front()


def see_it_moved(driver: Driver) -> None:
    """The map again, with the VPC in its new place."""
    view: Any = driver.window.rooms.area.map
    driver.qtbot.waitUntil(lambda: view.made.design is driver.design, timeout=20_000)
    driver.qtbot.waitUntil(lambda: not view.field._stale)
    QApplication.processEvents()
    driver.shown("workshop, 7 moved out of the way", quotes=told())
    hand.shortcut("Ctrl+M")


def approve(driver: Driver) -> None:
    """What came in is approved with the customer."""
    for site in sites(driver):
        driver.find(site.id)
        driver.form.choose("state", "approved")
    driver.checked()
    driver.shown("workshop, 8 approved", quotes=told())

    assert {one.state for one in sites(driver)} == {"approved"}


def sites(driver: Driver) -> list[DataCentre]:
    """The sites of the customer's list."""
    return [one for one in driver.design.of_kind(DataCentre) if one.title().said("en") in told()]


def vswitches(driver: Driver) -> list[VSwitch]:
    """The vSwitches of the VPC that had to move."""
    return [one for one in driver.design.of_kind(VSwitch) if one.parent == PAYMENT]


def export(driver: Driver, folder: Path) -> None:
    """The files that are handed over."""

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        for name in FORMATS:
            if not dialog.formats[name].isChecked():
                hand.click(dialog.formats[name], QPoint(10, 12))
        hand.click(dialog.folder)
        hand.replace(str(folder))
        hand.click(dialog.make)
        driver.qtbot.waitUntil(lambda: dialog._work is None, timeout=120_000)
        driver.shown("workshop, 9 handed over", dialog, str(folder))
        hand.press(Qt.Key.Key_Escape)

    answering(lambda: hand.shortcut("Ctrl+E"), act)
    driver.in_front()
    written = {path.suffix for path in folder.iterdir()}
    assert {".vsdx", ".docx", ".xlsx"} <= written


def stale(driver: Driver, folder: Path) -> list[str]:
    """Cells of the workbooks in which the VPC or what is in it still has an address of the range that was given up."""
    vpc = driver.design[PAYMENT]
    assert isinstance(vpc, Vpc)
    gone = span(CLASH)
    assert gone
    found = []
    for path in folder.glob("*.xlsx"):
        for sheet in load_workbook(path, read_only=True).worksheets:
            for row in sheet.iter_rows(values_only=True):
                cells = [str(cell) for cell in row if cell]
                names = {vpc.name.en, vpc.name.zh, *(one.name.en for one in vswitches(driver))}
                inside = [cell for cell in cells if (there := span(cell)) and gone.holds(there)]
                if inside and names & set(cells):
                    found.append(f"{path.name} {sheet.title}: {inside}")
    return found
