"""The list of findings: it follows edits, shows places, explains and cures."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from widgets.findings.delegate import ROW
from workbench.edits.fields import set_fields
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.rule import RULES
from workbench.texts import text


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room(
        qtbot,
        sketch("""
            eng engagement
            sheet-n sheet shows=network order=1
            hz region region_id=cn-hangzhou
              hz-h zone zone_id=cn-hangzhou-h
            acc account
              vpc-a vpc region=hz blocks=10.0.0.0/16
                vsw-1 vswitch zone=hz-h block=10.9.0.0/24
                sg-1 security-group
                  - rules action=accept port=22/22 block=0.0.0.0/0
        """),
    )
    made.checked()
    return made


def test_the_list_holds_what_a_fresh_check_finds(room: Room) -> None:
    listed = room.window.rooms.findings.list.table

    assert tuple(listed._shown) == fresh_findings(room.editor.design)
    assert any(finding.rule == "NET-004" for finding in listed._shown)


def test_the_list_follows_an_edit_and_its_undo(room: Room) -> None:
    listed = room.window.rooms.findings.list.table

    room.editor.perform(text("Mend"), set_fields(["vsw-1"], block="10.0.9.0/24"))
    room.checked()
    mended = [finding.rule for finding in listed._shown]
    room.editor.undo()
    room.checked()

    assert "NET-004" not in mended
    assert "NET-004" in [finding.rule for finding in listed._shown]


def test_a_click_selects_the_element_a_finding_is_about(room: Room) -> None:
    view = room.window.rooms.findings.list
    row = next(n for n, finding in enumerate(view.table._shown) if finding.rule == "NET-004")

    room.clicks_row(view, view.table.index(row, 0))

    assert room.editor.selection[0] == "vsw-1"


def test_space_opens_the_explanation_under_the_row_and_closes_it_again(room: Room) -> None:
    view = room.window.rooms.findings.list
    view.setFocus()
    view.selectRow(0)

    QTest.keyClick(view, Qt.Key.Key_Space)
    opened = view.rowHeight(0)
    QTest.keyClick(view, Qt.Key.Key_Space)

    assert opened > 3 * ROW
    assert view.rowHeight(0) == ROW


def test_a_severity_can_be_hidden_and_shown(room: Room) -> None:
    panel = room.window.rooms.findings
    all_of_them = panel.list.table.rowCount()
    errors = panel.list.table.counts["error"]

    QTest.mouseClick(panel.head.toggles["error"], LEFT)
    without = panel.list.table.rowCount()
    QTest.mouseClick(panel.head.toggles["error"], LEFT)

    assert without == all_of_them - errors
    assert panel.list.table.rowCount() == all_of_them


def test_a_cure_is_one_step_and_takes_its_finding_away(room: Room) -> None:
    room.editor.select(["sg-1"])
    curable = [f for f in fresh_findings(room.editor.design) if f.cures]

    room.window.rooms.findings.list.cured.emit(curable[0].cures[0])
    room.checked()

    assert curable[0] not in room.window.rooms.findings.list.table._shown
    assert room.editor.history.at == 1


def test_marks_reach_navigator_and_canvas(room: Room) -> None:
    assert room.window.rooms.navigator.model._marks["vsw-1"][0] == "error"
    assert "vsw-1" in room.window.rooms.area._marks


def test_the_inspector_tells_the_findings_of_what_is_selected(room: Room) -> None:
    room.editor.select(["vsw-1"])

    about: Any = room.window.rooms.inspector.about
    shown, *_ = about._shown

    assert any(finding.rule == "NET-004" for finding in shown)


def test_a_source_on_the_web_is_named_by_its_site(room: Room) -> None:
    delegate = room.window.rooms.findings.list.delegate

    named = {finding.rule: delegate.source(finding) for finding in fresh_findings(room.editor.design)}

    assert named["NET-004"]
    assert not any(source.startswith("http") for source in named.values())


def test_what_we_say_of_a_source_is_said_in_chinese_and_titles_of_documents_stay(room: Room) -> None:
    delegate = room.window.rooms.findings.list.delegate
    findings = fresh_findings(room.editor.design)
    ours = {found.rule: found for found in findings if RULES[found.rule].source == "The design itself"}
    theirs = {found.rule: found for found in findings if RULES[found.rule].source.startswith("terraform")}

    room.speaks("zh")

    assert ours
    assert theirs
    assert {delegate.source(finding) for finding in ours.values()} == {"设计本身"}
    assert all(delegate.source(found) == RULES[id].source for id, found in theirs.items())
