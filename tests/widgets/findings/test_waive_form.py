"""Waiving in the window: typed under the finding, one step, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room, centre_of
from widgets.findings.list import FindingList
from workbench.model.elements.waiver import Waiver
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding
from workbench.words import Words

LINES = """
    eng engagement issued=2026-05-15
    sheet-n sheet shows=network order=1
    hz region region_id=cn-hangzhou
      hz-h zone zone_id=cn-hangzhou-h
    acc account
      vpc-a vpc region=hz blocks=10.0.0.0/16
        vsw-1 vswitch zone=hz-h block=10.9.0.0/24
"""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room(qtbot, sketch(LINES))
    made.checked()
    return made


def view_of(room: Room) -> FindingList:
    return room.window.rooms.findings.list


def finding_of(room: Room, rule: str) -> Finding:
    return next(found for found in view_of(room).table._shown if found.rule == rule)


def opens(room: Room, rule: str) -> None:
    """Selects a finding and presses Space."""
    view = view_of(room)
    view.setFocus()
    view.selectRow(view.table.row_of(finding_of(room, rule)))
    QTest.keyClick(view, Qt.Key.Key_Space)


def fills(room: Room, reason: str, owner: str, expires: str) -> None:
    """Types into the form by keys alone, going on with Tab."""
    form = view_of(room).form
    form.reason.setFocus()
    for wording in (reason, owner, expires):
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, wording)
        if wording is not expires:
            QTest.keyClick(line, Qt.Key.Key_Tab)


def waives(room: Room) -> None:
    opens(room, "NET-004")
    fills(room, "Moved in June", "Li Na", "2026-06-30")
    QTest.keyClick(view_of(room).form.expires, Qt.Key.Key_Return)
    room.checked()


def test_the_form_stands_under_the_open_row_and_scrolls_with_it(room: Room) -> None:
    view = view_of(room)
    opens(room, "NET-004")
    row = view.visualRect(view.table.index(view.table.row_of(finding_of(room, "NET-004")), 0))
    there = view.form.geometry()

    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 20)

    assert row.contains(there)
    assert view.form.geometry().top() == there.top() - 20


def test_waiving_by_keys_is_one_step_that_undo_takes_back(room: Room) -> None:
    waives(room)

    waived = finding_of(room, "NET-004")
    assert (waived.mark, room.editor.history.at) == ("waived", 1)
    assert waived.waiver == room.editor.design.of_kind(Waiver)[0]
    assert waived.waiver.reason == Words(en="Moved in June")
    assert view_of(room).table._shown[-1] == waived
    assert tuple(view_of(room).table._shown) == fresh_findings(room.editor.design)
    assert room.window.rooms.navigator.model._marks["vsw-1"][0] != "error"

    room.editor.undo()
    room.checked()
    assert finding_of(room, "NET-004").mark == "error"


def test_the_button_waits_for_all_three_and_says_what_is_missing(room: Room) -> None:
    form = view_of(room).form
    opens(room, "NET-004")

    empty = (form.button.isEnabled(), form.says.text())
    fills(room, "Moved", "Li Na", "2026-6-30")
    wrong = (form.button.isEnabled(), form.expires.property("wrong"))
    QTest.keyClick(form.expires, Qt.Key.Key_Return)

    assert empty == (
        False,
        "Say why the finding is accepted. Its end is judged by the document date 2026-05-15.",
    )
    assert wrong == (False, True)
    assert room.editor.design.of_kind(Waiver) == ()


def test_an_end_before_the_document_date_is_told_before_it_is_given(room: Room) -> None:
    opens(room, "NET-004")

    fills(room, "Moved", "Li Na", "2026-05-14")

    assert "before the document date 2026-05-15" in view_of(room).form.says.text()


def test_a_waiver_is_taken_back_by_a_click(room: Room) -> None:
    waives(room)
    opens(room, "NET-004")
    form = view_of(room).form

    QTest.mouseClick(form.button, LEFT, pos=centre_of(form.button))
    room.checked()

    assert room.editor.design.of_kind(Waiver) == ()
    assert finding_of(room, "NET-004").mark == "error"
    assert room.editor.history.at == 2


def test_escape_goes_back_to_the_list_and_typing_is_not_a_key_of_the_list(room: Room) -> None:
    view = view_of(room)
    opens(room, "NET-004")
    view.form.reason.setFocus()

    QTest.keyClicks(view.form.reason, "a b")
    still_open = view.form.isVisible()
    QTest.keyClick(view.form.reason, Qt.Key.Key_Escape)

    assert still_open
    assert view.form.reason.text() == "a b"
    assert view.hasFocus()


def test_what_is_typed_stays_while_the_design_is_checked_again(room: Room) -> None:
    from workbench.edits.fields import rename
    from workbench.texts import text

    opens(room, "NET-004")
    QTest.keyClicks(view_of(room).form.reason, "Moved")

    room.editor.perform(text("Rename"), rename("acc", "network", "en"))
    room.checked()

    assert view_of(room).form.isVisible()
    assert view_of(room).form.reason.text() == "Moved"


def test_the_inspector_leads_to_the_form_past_filters_and_a_folded_list(room: Room) -> None:
    panel = room.window.rooms.findings
    QTest.mouseClick(panel.head.toggles["error"], LEFT)
    QTest.mouseClick(panel.head.fold, LEFT)
    room.editor.select(["vsw-1"])
    about = room.window.rooms.inspector.about
    assert about is not None

    buttons = [button for button in about.findChildren(QPushButton) if button.text() == "Waive…"]
    QTest.mouseClick(buttons[0], LEFT)

    assert view_of(room).form.reason.hasFocus()
    assert view_of(room).viewport().rect().intersects(view_of(room).form.geometry())
    assert view_of(room).delegate.opened in panel.findings.found


def test_waived_findings_can_be_hidden(room: Room) -> None:
    waives(room)
    toggle = room.window.rooms.findings.head.toggles["waived"]
    number = len(view_of(room).table._shown)

    QTest.mouseClick(toggle, LEFT)

    assert len(view_of(room).table._shown) == number - 1


def test_what_is_found_about_waivers_has_no_form(qtbot: QtBot) -> None:
    room = Room(
        qtbot, sketch(f"{LINES}\n    ok waiver rule=NET-004 covers=acc reason=a owner=b expires=2026-06-30")
    )
    room.checked()

    opens(room, "WVR-003")

    assert not view_of(room).form.isVisible()


def test_the_inspector_tells_a_waiver_with_its_reason_and_offers_no_second_one(room: Room) -> None:
    waives(room)
    room.editor.select(["vsw-1"])
    about = room.window.rooms.inspector.about
    assert about is not None

    told = [label.text() for label in about.findChildren(QLabel)]

    assert "Waived: Moved in June (Li Na, until 2026-06-30)" in told
    offered = [button for button in about.findChildren(QPushButton) if button.text() == "Waive…"]
    assert len(offered) == sum(
        found.waiver is None for found in view_of(room).table._all if "vsw-1" in found.ids
    )


def test_tab_leads_from_the_open_finding_into_its_form_and_back(room: Room) -> None:
    view = view_of(room)
    opens(room, "NET-004")

    QTest.keyClick(view, Qt.Key.Key_Tab)
    inside = view.form.reason.hasFocus()
    QTest.keyClick(view.form.reason, Qt.Key.Key_Backtab)

    assert inside
    assert view.hasFocus()
