"""What narrows and groups the list: words, rule, design domain, kind, selection; and what an empty list says."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room, centre_of
from widgets.findings.model import Group
from widgets.findings.panel import FindingsPanel
from widgets.findings.wanted import Facet
from widgets.qt.live_findings import Findings
from workbench.edits.fields import set_fields
from workbench.model.sketch import sketch
from workbench.rules.finding import Finding
from workbench.texts import text


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room(
        qtbot,
        sketch("""
            eng engagement issued=2026-05-15
            sheet-n sheet shows=network order=1
            hz region region_id=cn-hangzhou
              hz-h zone zone_id=cn-hangzhou-h
            acc account
              vpc-a vpc region=hz blocks=10.0.0.0/16
                vsw-1 vswitch zone=hz-h block=10.9.0.0/24 name.zh=前端
                vsw-2 vswitch zone=hz-h block=10.8.0.0/24
                sg-1 security-group
                  - rules action=accept port=22/22 block=0.0.0.0/0
        """),
    )
    made.checked()
    return made


def panel_of(room: Room) -> FindingsPanel:
    return room.window.rooms.findings


def listed(room: Room) -> list[Finding]:
    return panel_of(room).list.table._shown


def picks(room: Room, facet: Facet, key: str) -> None:
    """Opens the menu by a click and the entry by its keys, as a user does."""
    button = panel_of(room).head.filter
    place = ["rule", "domain", "kind"].index(facet)

    def choose() -> None:
        menu = cast("QMenu", QApplication.activePopupWidget())
        below = menu.actions()[place].menu()
        assert isinstance(below, QMenu)
        menu.setActiveAction(menu.actions()[place])
        QTest.keyClick(menu, Qt.Key.Key_Right)
        entry = next(action for action in below.actions() if action.data() == key)
        below.setActiveAction(entry)
        QTest.keyClick(below, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    QTest.mouseClick(button, LEFT, pos=centre_of(button))


def groups_by(room: Room, grouping: str) -> None:
    button = panel_of(room).head.group

    def choose() -> None:
        menu = cast("QMenu", QApplication.activePopupWidget())
        menu.setActiveAction(next(action for action in menu.actions() if action.data() == grouping))
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    QTest.mouseClick(button, LEFT, pos=centre_of(button))


def heads(room: Room) -> list[Group]:
    return [row for row in panel_of(room).list.table._rows if isinstance(row, Group)]


def test_words_find_in_both_languages_by_rule_place_and_id(room: Room) -> None:
    search = panel_of(room).head.search

    found = {}
    for wanted in ("net-004 VSW-2", "前端", "qianduan", "10.8.0.0/24", "nothing of the kind"):
        search.clear()
        if wanted.isascii():
            QTest.keyClicks(search, wanted)
        else:
            search.insert(wanted)  # what an input method does
        found[wanted] = {(finding.rule, finding.about) for finding in listed(room)}

    assert found["net-004 VSW-2"] == {("NET-004", "vsw-2")}
    assert ("NET-004", "vsw-1") in found["前端"]
    assert ("NET-004", "vsw-1") in found["qianduan"]
    assert ("NET-004", "vsw-2") in found["10.8.0.0/24"]
    assert found["nothing of the kind"] == set()


def test_an_empty_filtered_list_says_how_many_are_hidden(room: Room) -> None:
    panel = panel_of(room)
    number = len(listed(room))

    QTest.keyClicks(panel.head.search, "nothing of the kind")

    assert panel.list.empty == f"{number} findings are hidden by the filters."
    assert panel.head.state.text() == f"live · {number} hidden"


def test_a_check_that_was_not_run_never_says_that_nothing_was_found(room: Room) -> None:
    panel = panel_of(room)
    told = panel.findings

    said = {}
    for state in ("not run", "checking", "waiting"):
        panel.tell(Findings(state=state))  # type: ignore[arg-type]
        said[state] = panel.list.empty
    QTest.keyClicks(panel.head.search, "nothing of the kind")
    panel.tell(Findings(state="not run"))
    filtered = panel.list.empty
    panel.tell(told)

    assert said["not run"] == "Not run."
    assert said["checking"] == said["waiting"] == "The design is being checked."
    assert filtered.startswith("Not run. ")
    assert "hidden by the filters" in filtered


@pytest.mark.parametrize(
    ("facet", "key"), [("rule", "NET-004"), ("domain", "network"), ("kind", "security-group")]
)
def test_findings_are_listed_by_rule_domain_and_kind(room: Room, facet: Facet, key: str) -> None:
    before = len(listed(room))

    picks(room, facet, key)

    shown = listed(room)
    of = {
        "rule": {finding.rule for finding in shown},
        "domain": {room.element(finding.about).kind.design_domain for finding in shown},
        "kind": {room.element(finding.about).kind.tag for finding in shown},
    }
    assert 0 < len(shown) < before or facet == "domain"
    assert of[facet] == {key}


def test_a_pick_is_counted_on_the_button_and_taken_back(room: Room) -> None:
    filter_button, before = panel_of(room).head.filter, len(listed(room))

    picks(room, "rule", "NET-004")
    told = filter_button.text()
    picks(room, "rule", "NET-004")

    assert told == "Filter · 1"
    assert filter_button.text() == "Filter"
    assert len(listed(room)) == before


def test_selection_only_lists_what_names_the_selection_and_follows_it(room: Room) -> None:
    head = panel_of(room).head
    room.editor.select(["vsw-2"])

    QTest.mouseClick(head.only, LEFT, pos=centre_of(head.only))
    of_two = {finding.about for finding in listed(room) if finding.rule == "NET-004"}
    room.editor.select(["vsw-1"])

    assert of_two == {"vsw-2"}
    assert {finding.about for finding in listed(room) if finding.rule == "NET-004"} == {"vsw-1"}


@pytest.mark.parametrize("grouping", ["rule", "place", "severity"])
def test_groups_hold_every_finding_once_and_fold_and_open_by_keys(room: Room, grouping: str) -> None:
    view = panel_of(room).list
    number = len(listed(room))

    groups_by(room, grouping)
    opened = view.table.rowCount()
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Left)
    folded = view.table.rowCount()
    again = view.currentIndex().row()
    QTest.keyClick(view, Qt.Key.Key_Right)

    assert sum(group.count for group in heads(room)) == number
    assert opened == number + len(heads(room))
    assert folded == opened - heads(room)[0].count
    assert (again, view.table.rowCount()) == (0, opened)


def test_a_click_on_a_head_folds_it_and_left_goes_from_a_finding_to_its_head(room: Room) -> None:
    view = panel_of(room).list
    groups_by(room, "rule")
    opened = view.table.rowCount()

    view.setFocus()
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_Left)
    head = view.currentIndex().row()
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.table.index(0, 0)).center())

    assert head == 0
    assert view.table.rowCount() == opened - heads(room)[0].count
    assert heads(room)[0].folded


def test_a_folded_group_stays_folded_when_the_design_changes(room: Room) -> None:
    view = panel_of(room).list
    groups_by(room, "severity")
    view.setFocus()
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Space)

    room.editor.perform(text("Mend"), set_fields(["vsw-2"], block="10.0.8.0/24"))
    room.checked()

    assert heads(room)[0].folded
    assert heads(room)[0].count == panel_of(room).list.table.counts["error"]


def test_heads_and_findings_are_spoken(room: Room) -> None:
    groups_by(room, "rule")
    table = panel_of(room).list.table

    spoken = [table.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(table.rowCount())]

    assert all(spoken)
    assert any(
        wording.startswith("NET-004") and wording.endswith(", 2 findings, at worst an error")
        for wording in spoken
    )


def test_nothing_is_said_to_be_found_only_with_what_is_switched_off(qtbot: QtBot) -> None:
    room = Room(
        qtbot,
        sketch("""
            eng engagement domains=account,network issued=2026-05-15
            sheet-n sheet shows=network order=1
            hz region region_id=cn-hangzhou
            ours severity-profile
              - weights rule=NET-004 severity=off reason=Agreed
        """),
    )
    room.checked()
    panel = panel_of(room)
    for finding in panel.findings.found:
        assert finding.rule != "NET-004"
    panel.tell(Findings(room.editor.design, (), {}, "complete", paths="complete"))

    assert panel.list.empty == "Nothing found. Rules switched off by the severity profile: 1."


def test_the_head_fits_a_narrow_panel(room: Room) -> None:
    head = panel_of(room).head
    room.window.resize(1280, 800)
    QApplication.processEvents()

    ends = [
        widget.geometry().right() for widget in (head.search, head.filter, head.group, head.only, head.fold)
    ]

    assert ends == sorted(ends)
    assert ends[-1] <= head.width()
    assert head.childAt(QPoint(head.fold.x() + 4, 15)) is head.fold
