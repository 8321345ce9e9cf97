"""Renumbering in the window: a range, plans side by side, every move and touch, one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from widgets.qt.dialogs import QuestionDialog
from widgets.shell.renumber_dialog import RenumberDialog
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.sketch import sketch

DESIGN = """
    sheet-n sheet shows=network
    hz region region_id=cn-hangzhou
    pool address-pool blocks=10.0.0.0/12 region=hz
    site data-centre
      - ranges block=10.2.0.0/24
    vpc-a vpc region=hz blocks=10.2.0.0/16 state=deployed
      a1 vswitch block=10.2.0.0/24 state=deployed
      a2 vswitch block=10.2.1.0/24
      rt route-table
        - routes destination=10.2.0.0/24
        - routes destination=10.0.0.0/8
"""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """The window with a VPC that stands on a site's range."""
    return Room(qtbot, sketch(DESIGN))


def renumbers(room: Room, act: Callable[[RenumberDialog], object]) -> None:
    """Picks the command and does something with the dialog that opens."""
    seen: list[bool] = []

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RenumberDialog)
        seen.append(True)
        try:
            act(dialog)
        finally:
            room.qtbot.waitUntil(lambda: dialog.working is False, timeout=20_000)
            dialog.close()

    QTimer.singleShot(100, found)
    room.window.pick("plan.renumber")
    assert seen


def answers(room: Room, id: str) -> list[str]:
    """Plans the addresses and answers the question about moves; the sentences that were asked."""
    asked: list[str] = []

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QuestionDialog):
            QTimer.singleShot(50, found)
            return
        asked.extend(label.text() for label in dialog.findChildren(QLabel))
        asked.extend(box.toPlainText() for box in dialog.findChildren(QPlainTextEdit))
        wanted = next(one for one in dialog.findChildren(QPushButton) if one.text() == id)
        QTest.mouseClick(wanted, LEFT)

    QTimer.singleShot(50, found)
    room.window.pick("plan.addresses")
    return asked


def types_range(room: Room, dialog: RenumberDialog, wording: str) -> None:
    """Types a range and presses Enter; waits until plans or a sentence are there."""
    QTest.keyClicks(dialog.range, wording)
    QTest.keyClick(dialog.range, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)


def test_a_plan_is_accepted_with_the_keys_alone_as_one_step(room: Room) -> None:
    before = room.editor.design

    def act(dialog: RenumberDialog) -> None:
        types_range(room, dialog, "10.2.0.0/24")
        first = dialog.cards.cards[0].pick
        room.qtbot.waitUntil(first.hasFocus)
        QTest.keyClick(first, Qt.Key.Key_Right)
        room.qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.way == "clear")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    renumbers(room, act)

    assert room.element("vpc-a").blocks == ("10.3.0.0/16",)
    assert room.element("rt").routes[0].destination == "10.3.0.0/24"
    assert room.window.status.said == "Moved 2 blocks and rewrote 1 texts · Ctrl Z takes it back"
    room.editor.undo()
    assert room.editor.design is before


def test_moves_and_touches_are_listed_and_narrowed(room: Room) -> None:
    told: list[list[str]] = []
    narrowed: list[int] = []

    def act(dialog: RenumberDialog) -> None:
        types_range(room, dialog, "10.2.0.0/24")
        table = dialog.table
        told.extend(
            [table.index(row, column).data() for column in range(5)] for row in range(table.rowCount())
        )
        QTest.mouseClick(dialog.toggles["moves"], LEFT)
        narrowed.append(table.rowCount())

    renumbers(room, act)

    assert told[0] == ["a1", "Block", "10.2.0.0/24", "10.2.2.0/24", "deployed: 10.2.0.0/24 is taken"]
    assert sorted(told[1:]) == [
        [
            "    ↳ rt",
            "Destination 1",
            "10.2.0.0/24",
            "10.2.2.0/24",
            "rewritten; look: a site has this address too",
        ],
        [
            "    ↳ rt",
            "Destination 2",
            "10.0.0.0/8",
            "10.0.0.0/8",
            "kept; it also covers what is taken elsewhere",
        ],
        [
            "    ↳ site",
            "Block 1",
            "10.2.0.0/24",
            "10.2.0.0/24",
            "kept; it tells of addresses, not of who has them",
        ],
    ]
    assert narrowed == [len(told) - 1]
    assert not room.editor.history.undoable


def test_what_is_selected_says_which_range_is_meant(room: Room) -> None:
    typed: list[str] = []

    def act(dialog: RenumberDialog) -> None:
        room.qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
        typed.append(dialog.range.text())

    room.editor.select(["site"])
    renumbers(room, act)
    room.editor.select(["a1"])
    renumbers(room, act)

    assert typed == ["10.2.0.0/24", "10.2.0.0/24"]


def test_a_known_range_is_picked_from_the_list(room: Room) -> None:
    offered: list[str] = []

    def act(dialog: RenumberDialog) -> None:
        offered.append(dialog.known.itemText(0))
        dialog.known.setFocus()
        QTest.keyClick(dialog.known, Qt.Key.Key_Down)
        dialog.known.activated.emit(dialog.known.currentIndex())
        room.qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
        assert dialog.cards.cards

    renumbers(room, act)

    assert offered == ["10.2.0.0/24 · site · 2 on it"]


def test_the_range_is_kept_free_in_the_same_step_where_that_is_wanted(room: Room) -> None:
    def act(dialog: RenumberDialog) -> None:
        types_range(room, dialog, "10.2.1.0/24")
        QTest.mouseClick(dialog.keeping, LEFT)
        QTest.mouseClick(dialog.accept_button, LEFT)

    renumbers(room, act)

    assert [kept.block for kept in room.editor.design.of_kind(ReservedRange)] == ["10.2.1.0/24"]
    room.editor.undo()
    assert not room.editor.design.of_kind(ReservedRange)
    assert room.element("a2").block == "10.2.1.0/24"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("10.2.0.1/16", "Did you mean 10.2.0.0/16?"),
        ("😀=1+1", "is not a block"),
        ("x" * 500, "is not a block"),
        ("", "Which range is taken?"),
    ],
)
def test_what_is_no_range_is_answered_in_place(room: Room, typed: str, says: str) -> None:
    said: list[str] = []

    def act(dialog: RenumberDialog) -> None:
        dialog.range.setText(typed)
        QTest.keyClick(dialog.range, Qt.Key.Key_Return)
        said.append(dialog.state.text())
        assert not dialog.accept_button.isEnabled()

    renumbers(room, act)

    assert says in said[0]


def test_where_nothing_has_to_move_nothing_can_be_accepted(room: Room) -> None:
    said: list[str] = []

    def act(dialog: RenumberDialog) -> None:
        types_range(room, dialog, "10.9.0.0/16")
        said.append(dialog.state.text())
        assert not dialog.accept_button.isEnabled()

    renumbers(room, act)

    assert said == ["Nothing of the design lies in 10.9.0.0/16; nothing has to move."]


def test_stopped_work_says_that_it_was_not_run_and_changes_nothing(room: Room) -> None:
    said: list[str] = []
    before = room.editor.design

    def act(dialog: RenumberDialog) -> None:
        dialog.range.setText("10.2.0.0/24")
        dialog.work_out()
        dialog.reject()
        room.qtbot.waitUntil(lambda: dialog.working is False, timeout=20_000)
        said.append(dialog.state.text())
        assert dialog.isVisible()

    renumbers(room, act)

    assert said == ["Not run: you stopped it. Plan again, or close."]
    assert room.editor.design is before


TIGHT = """
    sheet-n sheet shows=network
    pool address-pool blocks=10.0.0.0/22
    vpc-a vpc blocks=10.0.0.0/24 state=deployed
    vpc-b vpc blocks=10.0.2.0/24
    wish address-request prefix_length=23
"""


def test_moves_that_would_make_room_are_made_in_one_step_where_the_user_wants_them(qtbot: QtBot) -> None:
    room = Room(qtbot, sketch(TIGHT))
    before = room.editor.design

    asked = answers(room, "Move them")

    assert "vpc-b: 10.0.2.0/24 → 10.0.1.0/24 (draft)" in asked
    assert (room.element("vpc-b").blocks, room.element("wish").block) == (("10.0.1.0/24",), "10.0.2.0/23")
    room.editor.undo()
    assert room.editor.design is before


def test_nothing_moves_unasked(qtbot: QtBot) -> None:
    room = Room(qtbot, sketch(TIGHT))
    before = room.editor.design

    def told() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QuestionDialog) and dialog.windowTitle() == "That was not done":
            dialog.reject()
        else:
            QTimer.singleShot(50, told)

    QTimer.singleShot(200, told)
    answers(room, "Move nothing")

    assert room.editor.design is before


def test_a_plan_that_moves_nothing_is_accepted_only_to_keep_the_range_free(room: Room) -> None:
    enabled: list[bool] = []

    def act(dialog: RenumberDialog) -> None:
        types_range(room, dialog, "10.2.128.0/24")
        enabled.append(dialog.accept_button.isEnabled())
        QTest.mouseClick(dialog.keeping, LEFT)
        enabled.append(dialog.accept_button.isEnabled())
        QTest.mouseClick(dialog.accept_button, LEFT)

    renumbers(room, act)

    assert enabled == [False, True]
    assert [kept.block for kept in room.editor.design.of_kind(ReservedRange)] == ["10.2.128.0/24"]
