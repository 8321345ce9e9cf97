"""A whole design without a mouse: eight accounts, six VPCs, forty vSwitches, their links, checked and handed over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.canonical import canonical
from tests.walkthrough.drawing import Copying
from tests.walkthrough.keyboard import PARTS, KeyDriver, tab_to
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.photo import photo
from tools.samples.generated import SIZES, generated
from widgets.look import Look
from widgets.shell.export_dialog import ExportDialog
from workbench.exporters import Painter
from workbench.exporters.export import export
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.patterns import started
from workbench.texts import LANGUAGES

ORDER = (
    "engagement",
    "environment",
    "resource-directory",
    "folder",
    "account",
    "fact-override",
    "region",
    "zone",
    "cen",
    "transit-router",
    "transit-router-table",
    "vpc",
    "vswitch",
    "security-group",
    "vpc-attachment",
    "route-table",
)
"""What is named comes before what names it."""


class Typing(Copying):
    """Makes every element by a typed line or by connecting, and fills in what the line did not say."""

    driver: KeyDriver

    def everything(self) -> None:
        for element in sorted(drawn(self.wanted), key=lambda one: (ORDER.index(one.kind.tag), one.id)):
            self._put(element)
            self._fill(element)

    def _put(self, element: Element) -> None:
        kind = element.kind
        if kind.tag == "engagement":
            (there,) = self.driver.design.of_kind(kind.type)
            self.ids[element.id] = there.id
            self.driver.go(there.id, there.title().said(self.driver.window.look.language))
        elif kind.is_link:
            assert kind.joins
            self.ids[element.id] = self.driver.join(
                *(self.ids[getattr(element, name)] for name in kind.joins)
            )
        else:
            block = getattr(element, "block", "") or next(iter(getattr(element, "blocks", ())), "")
            line = " ".join(part for part in (kind.label.said("en"), element.name.en, block) if part)
            self.ids[element.id] = self.driver.add(line, self.ids.get(element.parent or "", ""))


def drawn(design: Design) -> Design:
    """A design without its sheets, which a new design has already."""
    return design.removing([one.id for one in design if one.kind.tag == "sheet"])


@pytest.fixture
def expected() -> Design:
    return generated(SIZES["S"])


def test_a_design_is_built_connected_checked_and_exported_with_keys_alone(
    qtbot: QtBot, size: tuple[int, int], look: Look, expected: Design, tmp_path: Path
) -> None:
    driver = KeyDriver(qtbot, started("empty", "standard"), size, look)
    driver.show_sheet("Network topology")
    Typing(driver, expected).everything()
    photo("keyboard, everything drawn")

    assert canonical(drawn(driver.design)) == canonical(drawn(expected))

    driver.checked()
    go_through_findings(driver)
    answering(lambda: hand.shortcut("Ctrl+E"), lambda dialog: hand_over(driver, dialog, tmp_path / "typed"))
    sheets = [one for one in driver.design if one.kind.tag == "sheet"]
    wanted = drawn(expected).adding(*sheets)
    export(wanted, ["svg"], LANGUAGES, tmp_path / "wanted", painter, lambda _: None)
    assert words_of(tmp_path / "typed") == words_of(tmp_path / "wanted")


def painter() -> Painter:
    raise AssertionError("an SVG needs no painter")


def words_of(folder: Path) -> dict[str, list[str]]:
    """Every word on the drawings in a folder; where things stand follows from ids, which differ."""
    files = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}
    assert files
    return {name: sorted(re.findall(r">([^<>]+)</text>", file)) for name, file in files.items()}


def go_through_findings(driver: KeyDriver) -> None:
    """Goes to the findings with F6 and Tab, unfolds them where they are folded, and explains the first with Space."""
    panel = driver.window.rooms.findings
    for _ in range(PARTS):
        if panel.isAncestorOf(QApplication.focusWidget()):
            break
        hand.press(Qt.Key.Key_F6)
    if panel.list.isHidden():
        tab_to(panel.head.fold)
        hand.press(Qt.Key.Key_Space)
    tab_to(panel.list)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Space)
    photo("keyboard, a finding explained")
    hand.press(Qt.Key.Key_Space)


def hand_over(driver: KeyDriver, dialog: QDialog, folder: Path) -> None:
    """Ticks a format, types a folder and begins, all by Tab and Space; Escape closes."""
    assert isinstance(dialog, ExportDialog)
    tab_to(dialog.formats["svg"])
    hand.press(Qt.Key.Key_Space)
    tab_to(dialog.folder)
    hand.replace(str(folder))
    tab_to(dialog.make)
    photo("keyboard, exporting")
    hand.press(Qt.Key.Key_Space)
    driver.qtbot.waitUntil(lambda: dialog._work is None and folder.is_dir(), timeout=60_000)
    hand.press(Qt.Key.Key_Escape)
