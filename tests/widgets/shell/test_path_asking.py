"""Asking for a path in the window: Ctrl J opens the line, hops are shown on the sheet; with nobody to answer nothing is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.reachability.answering import answers
from tests.reachability.asking import DESIGN
from tests.widgets.desk import Room, landing_zone
from widgets.shell.panels import SIZES
from workbench.commands.command import commands
from workbench.edits.fields import set_fields
from workbench.help.keys import pages
from workbench.model.elements.sheet import Sheet
from workbench.reachability import asker
from workbench.storage.opening import Opened
from workbench.texts import text
from workbench.words import Words

WITH_SHEETS = DESIGN.adding(
    Sheet(id="sheet-a", shows="account", order=1), Sheet(id="sheet-n", shows="network", order=2)
)


@pytest.fixture
def asking(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A window in which paths are answered, its network sheet in front."""
    monkeypatch.setattr(asker, "ASKER", answers)
    made = Room(qtbot, WITH_SHEETS)
    made.window.rooms.tabs.show_sheet("sheet-n")
    qtbot.waitUntil(lambda: made.canvas is not None and made.canvas.drawing is not None)
    return made


def asks(room: Room, typed: str) -> None:
    """Presses Ctrl J, types a question and Enter, and waits for the answer."""
    room.presses("Ctrl+J")
    panel = room.window.rooms.path
    assert panel is not None
    QTest.keyClicks(panel.box, typed)
    QTest.keyClick(panel.box, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: panel.answer is not None)


def lit(room: Room) -> bool:
    return bool(room.canvas.above.light.is_on)


@pytest.fixture
def alone(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A window in which nobody answers."""
    monkeypatch.setattr(asker, "ASKER", None)
    return Room(qtbot, WITH_SHEETS)


def test_without_anybody_who_answers_nothing_is_offered(alone: Room) -> None:
    assert "plan.path" not in {command.id for command in commands()}
    assert all("Ctrl+J" not in page.body("en") and "Ask a path" not in page.body("en") for page in pages())

    alone.presses("Ctrl+J")

    assert alone.window.rooms.path is None
    assert not alone.window.panels.docks["path"].isVisible()


def test_ctrl_j_opens_the_line_and_gives_it_the_keys(asking: Room) -> None:
    asking.presses("Ctrl+J")

    panel = asking.window.rooms.path
    assert panel is not None
    assert panel.box.hasFocus()
    assert asking.window.panels.docks["path"].isVisible()
    assert asking.window.actions_.action("plan.path").shortcut() == QKeySequence("Ctrl+J")


def test_the_panel_covers_the_inspector_where_there_is_no_room_for_both(asking: Room) -> None:
    docks = asking.window.panels.docks
    asking.window.resize(1280, 800)
    asks(asking, "HR portal to SAP 443")
    assert not docks["inspector"].isVisible()

    asking.editor.select(["vpc-a"])
    assert not docks["inspector"].isVisible()
    asking.window.resize(1800, 900)
    asking.qtbot.waitUntil(docks["inspector"].isVisible)
    asking.qtbot.waitUntil(lambda: docks["path"].width() == SIZES["path"])
    assert docks["path"].geometry().right() < docks["inspector"].geometry().left()

    asking.window.resize(1280, 800)
    asking.window.panels.show_inspector()
    assert docks["inspector"].isVisible()
    assert not docks["path"].isVisible()


def test_the_path_is_lit_on_the_sheet_and_escape_in_the_line_puts_it_out(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None

    panel.buttons.show_button.click()
    assert lit(asking)
    assert asking.canvas.above.light.number_of("app-h") == "2"
    said = asking.window.status._sentence
    assert said
    assert said.said("en") == "3 of 5 hops stand on this sheet · Esc puts the path out"

    panel.box.setFocus()
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert not lit(asking)


def test_from_a_sheet_that_shows_none_of_it_one_goes_to_a_network_sheet(asking: Room) -> None:
    asking.window.rooms.tabs.show_sheet("sheet-a")
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None

    panel.buttons.show_button.click()

    assert asking.window.rooms.tabs.current == "sheet-n"
    asking.qtbot.waitUntil(lambda: lit(asking) and bool(asking.canvas.above.light.here))


def test_an_edit_puts_the_path_out_and_asks_again(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None
    panel.buttons.show_button.click()

    asking.editor.perform(text("Rename"), set_fields(["sap"], name=Words(en="SAP", zh="财务")))

    assert not lit(asking)
    asking.qtbot.waitUntil(lambda: panel.hops.table.design is asking.editor.design)


def test_enter_on_a_hop_selects_its_element(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None
    panel.hops.setFocus()
    panel.hops.setCurrentIndex(panel.hops.table.index(2, 0))

    QTest.keyClick(panel.hops, Qt.Key.Key_Return)

    assert asking.editor.selection == ("vpc-a",)


def test_closing_the_panel_brings_the_inspector_back(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None

    panel.head.close_button.click()

    docks = asking.window.panels.docks
    assert (docks["path"].isVisible(), docks["inspector"].isVisible()) == (False, True)
    assert asking.canvas.hasFocus()


def test_tab_and_f6_reach_the_panel(asking: Room) -> None:
    asking.presses("Ctrl+J")
    panel = asking.window.rooms.path
    assert panel is not None
    asking.window.rooms.area.focus()

    asking.window.pick("view.next-part")

    assert panel.isAncestorOf(asking.window.focusWidget())


def test_another_language_reaches_the_panel(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    asking.speaks("zh")

    panel = asking.window.rooms.path
    assert panel is not None
    assert panel.banner.accessibleName().startswith("放行")


def test_another_design_begins_without_the_panel(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")

    asking.window.lay_out(Opened(landing_zone()))

    assert asking.window.rooms.path is None
    assert not asking.window.panels.docks["path"].isVisible()
    asking.window.editor.mark_saved(asking.window.editor.design)


def test_tab_comes_from_the_line_to_the_button_in_it_and_on(asking: Room) -> None:
    asks(asking, "HR portal to SAP 443")
    panel = asking.window.rooms.path
    assert panel is not None
    stops = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
        QTest.keyClick(asking.window.focusWidget(), key)
        stops.append(asking.window.focusWidget())

    assert stops == [panel.box.swap, panel.hops, panel.box.swap, panel.box]
