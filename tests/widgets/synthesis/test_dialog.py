"""Security domains from flows in the window: points, lists, pins, a list that is read, one step, and a stop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from widgets.synthesis import dialog as synthesis
from widgets.synthesis.dialog import SynthesisDialog
from widgets.synthesis.listing import SORTS, Sort
from workbench.model.elements.application import Application
from workbench.model.sketch import sketch
from workbench.progress import Progress

DESIGN = """
    sheet-s sheet shows=security
    prod environment name.en=Production name.zh=生产
    shop security-domain name.en=Shop name.zh=商城
    vpc-a vpc
      a-1 vswitch block=10.1.1.0/24 acl=acl
      a-2 vswitch block=10.1.2.0/24
      acl network-acl
      old security-group
    web application parent=shop vswitches=a-1 groups=old environment=prod name.en=Website name.zh=官网
    cart application vswitches=a-2 groups=old environment=prod name.en=Cart name.zh=购物车
    pay application vswitches=a-2 groups=old environment=prod name.en=Payment name.zh=支付
    f1 flow source=cart target=pay port=443/443
"""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """The window with three applications, two of which share a vSwitch."""
    return Room(qtbot, sketch(DESIGN))


def opens(room: Room, act: Callable[[SynthesisDialog], object]) -> None:
    """Picks the command and does something with the dialog that opens, once the first point is worked out."""
    seen: list[bool] = []

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SynthesisDialog)
        seen.append(True)
        try:
            room.qtbot.waitUntil(lambda: dialog.found is not None and not dialog.working, timeout=20_000)
            act(dialog)
        finally:
            room.qtbot.waitUntil(lambda: not dialog.working, timeout=20_000)
            dialog.close()

    QTimer.singleShot(100, found)
    room.window.pick("plan.synthesis")
    assert seen


def ready(room: Room, dialog: SynthesisDialog) -> None:
    """Waits until what was begun is worked out."""
    room.qtbot.waitUntil(lambda: not dialog.working, timeout=20_000)


def rows(dialog: SynthesisDialog, sort: Sort) -> list[str]:
    """The rows of a list, as they are shown."""
    dialog.segments._take(list(SORTS).index(sort))
    table = dialog.lines
    return [
        " | ".join(table.index(row, column).data() for column in range(3)) for row in range(table.rowCount())
    ]


def test_a_point_is_applied_as_one_step_which_is_taken_back(room: Room) -> None:
    before = room.editor.design

    opens(room, lambda dialog: QTest.mouseClick(dialog.apply_button, LEFT))

    assert all(one.parent for one in room.editor.design.of_kind(Application))
    assert "old" not in {id for one in room.editor.design.of_kind(Application) for id in one.groups}
    assert room.window.status.said == "3 security domains with 3 groups · Ctrl Z takes it back"
    room.editor.undo()
    assert room.editor.design is before


def test_points_are_picked_by_the_keys_and_each_is_counted_anew(room: Room) -> None:
    told: list[str] = []

    def act(dialog: SynthesisDialog) -> None:
        QTest.keyClick(dialog.points_view, Qt.Key.Key_Up)
        ready(room, dialog)
        assert dialog.found is not None
        assert dialog.found.point.point == 0
        told.append(dialog.state.text())

    opens(room, act)

    assert told == ["Counted: 0 of 1 wanted flows do not pass; 0 pass unwanted (0.0 %), 0 by a rule."]


def test_pins_and_pairs_kept_apart_are_set_for_what_is_picked_and_let_go(room: Room) -> None:
    def act(dialog: SynthesisDialog) -> None:
        rows(dialog, "domains")
        dialog.lines_view.selectAll()
        dialog.pins.name.setEditText("Core")
        QTest.mouseClick(dialog.pins.pin, LEFT)
        ready(room, dialog)
        assert {row.split(" | ")[2] for row in rows(dialog, "domains")} == {"Core (new) · pinned"}
        dialog.lines_view.selectAll()
        QTest.mouseClick(dialog.pins.free, LEFT)
        ready(room, dialog)
        dialog.lines_view.selectAll()
        QTest.mouseClick(dialog.pins.apart, LEFT)
        ready(room, dialog)
        assert len({row.split(" | ")[2] for row in rows(dialog, "domains")}) == 3

    opens(room, act)


def test_a_list_is_read_and_rows_without_a_match_are_shown_by_their_cells(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "flows.csv"
    path.write_text("source,target,port\nWebsite,支付,8443\nNobody,Cart,80\n", encoding="utf-8")

    def act(dialog: SynthesisDialog) -> None:
        dialog.read_list(path)
        ready(room, dialog)
        assert dialog.list_label.text() == "The flows of the design and 1 of flows.csv; 1 rows left out"
        assert rows(dialog, "left") == ["A3 | row of the list | Nothing here is called Nobody."]
        assert rows(dialog, "missing")[0].startswith("Website → Payment | tcp 8443 | acl")
        assert "only where you wish it, below" in rows(dialog, "changes")[0]
        QTest.mouseClick(dialog.beyond, LEFT)
        ready(room, dialog)
        assert rows(dialog, "missing") == []
        assert "beside the groups" in rows(dialog, "changes")[0]

    opens(room, act)


def test_a_file_that_is_no_list_is_told_and_what_was_there_stays(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "flows.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    def act(dialog: SynthesisDialog) -> None:
        dialog.read_list(path)
        ready(room, dialog)
        assert "source and target" in dialog.state.text()
        assert dialog.found is not None

    opens(room, act)


def test_what_is_stopped_says_that_it_was_not_run_and_nothing_can_be_applied(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*given: object) -> object:
        progress: Progress = given[-1]  # type: ignore[assignment]
        while True:
            progress(0.5)
            QTest.qSleep(5)

    def act(dialog: SynthesisDialog) -> None:
        monkeypatch.setattr(synthesis, "worked_out", slow)
        dialog.work_out()
        QTest.mouseClick(dialog.close_button, LEFT)
        ready(room, dialog)
        assert dialog.state.text() == "Not run: you stopped it. Work it out again, or close."
        assert not dialog.apply_button.isEnabled()

    before = room.editor.design
    opens(room, act)
    assert room.editor.design is before


def test_every_list_has_heads_and_a_name_that_is_spoken(room: Room) -> None:
    def act(dialog: SynthesisDialog) -> None:
        for sort in SORTS:
            rows(dialog, sort)
            assert dialog.lines_view.accessibleName() == SORTS[sort].said("en")
            heads = [dialog.lines.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
            assert all(heads)
        assert "security domains" in dialog.chart.accessibleDescription()

    opens(room, act)
