"""Asking by keys: the line is understood while it is typed, the answer is read hop by hop, and nothing needs the mouse."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.reachability.answering import answers
from tests.widgets.paths.conftest import Desk
from widgets.paths.model import HopRow, NoteRow
from workbench.edits.fields import set_fields
from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Asked
from workbench.reachability.asker import Asker
from workbench.texts import text
from workbench.words import Words


def test_what_is_typed_is_understood_at_once(desk: Desk) -> None:
    desk.types("HR portal to")
    assert desk.panel.chips.accessibleName() == "from HR portal, to not named yet"

    desk.types(" SAP on 443")
    assert desk.panel.chips.accessibleName() == "from HR portal, to SAP, 443 / tcp"
    assert desk.panel.missing.isHidden()
    assert [role for _, role in desk.panel.box.underlines()] == ["source", "target", "port"]


def test_underlines_stand_under_their_words_in_a_line_that_is_scrolled(desk: Desk) -> None:
    desk.types("HR portal " + "please " * 30 + "to SAP 443")

    (first, _), (second, role), _ = desk.panel.box.underlines()
    assert first.x1() < 0
    assert role == "target"
    assert 0 < second.x1() < second.x2() < desk.panel.box.width()


def test_what_is_missing_is_said_below_the_line(desk: Desk) -> None:
    desk.types("web to SAP 443")

    assert desk.panel.missing.text() == "“web” may be web (web-1), web (web-2)."
    assert desk.panel.chips.accessibleName() == "from one of 2, to SAP, 443 / tcp"


def test_a_name_of_several_stands_in_its_chip_with_its_place(desk: Desk) -> None:
    desk.types("web-1 to SAP 443")

    assert desk.panel.chips.accessibleName() == "from web · 10.1.5.0/24 · vpc-a · hz, to SAP, 443 / tcp"


def test_enter_asks_and_the_verdict_is_told(desk: Desk) -> None:
    desk.asks("HR portal to SAP on 443")

    spoken = desk.panel.banner.accessibleName()
    assert spoken.startswith("Allowed, and the answer comes back Decided by Cloud Firewall policy 12")
    assert desk.rows()[0] == (
        "1. HR portal, Production. request: sg-app-out 20 accept. answer: answer of a session."
    )
    assert desk.rows()[5] == "Warning: A firewall sees only one way of the connection."


def test_enter_on_half_a_question_asks_nothing(desk: Desk) -> None:
    desk.types("HR portal to SAP")
    desk.presses(Qt.Key.Key_Return)

    assert not desk.panel.asking.is_busy
    assert desk.panel.missing.text().startswith("Which port?")


def test_a_blocked_path_ends_at_what_stops_it_and_the_end_is_not_reached(desk: Desk) -> None:
    desk.asks("dev to HR portal 22")

    table = desk.panel.hops.table
    stops = [row.stops for number in range(3) if isinstance(row := table.at(number), HopRow)]
    assert stops == [False, False, True]
    assert desk.rows()[2].startswith("3. Web group, vpc-a · hz. request: stops here, no inbound rule")
    assert desk.rows()[3] == "HR portal: not reached"
    assert desk.panel.buttons.ways.isHidden()


def test_an_answer_that_does_not_come_back_stops_where_it_is_lost(desk: Desk) -> None:
    desk.asks("HR portal to Nanjing DC 8443")

    assert "answer: stops here, ingress 90 permits 32768-60999 only" in desk.rows()[1]
    assert "answer: does not come here" in desk.rows()[0]


def test_what_has_to_be_stated_is_listed_and_readings_unfold_by_enter(desk: Desk) -> None:
    desk.asks("Partner cloud to SAP https")
    assert desk.rows()[2:] == [
        "To be stated: The routes of Partner cloud are not stated.",
        "Rests on 1 reading, folded",
    ]

    desk.panel.hops.setFocus()
    desk.panel.hops.setCurrentIndex(desk.panel.hops.table.index(3, 0))
    desk.presses(Qt.Key.Key_Return, where=desk.panel.hops)

    assert desk.rows()[3:] == ["Rests on 1 reading, unfolded", "Reading: An unstated route leads nowhere."]
    assert isinstance(desk.panel.hops.table.at(4), NoteRow)


def test_arrows_walk_the_hops_and_enter_tells_the_element(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")
    told: list[str] = []
    desk.panel.picked.connect(told.append)
    desk.panel.hops.setFocus()
    desk.panel.hops.setCurrentIndex(desk.panel.hops.table.index(0, 0))

    desk.presses(
        Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return, where=desk.panel.hops
    )

    assert told == ["app-h", "vpc-a"]


def test_a_name_is_taken_from_the_list_by_keys(desk: Desk) -> None:
    desk.types("HR to we")
    assert desk.panel.names.isVisible()

    desk.presses(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)

    assert desk.panel.box.text() == "HR to Web group "
    assert not desk.panel.names.isVisible()
    assert desk.panel.answer is None


def test_a_name_is_taken_by_a_click_and_one_of_several_by_its_id(desk: Desk) -> None:
    desk.types("HR to we")
    names = desk.panel.names
    place = names.visualRect(names.list.index(0)).center()

    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert desk.panel.box.text() in ("HR to web-1 ", "HR to web-2 ")
    assert desk.panel.box.hasFocus()


def test_the_ends_are_swapped_and_asked_again(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")

    desk.panel.box.swap.click()
    desk.qtbot.waitUntil(lambda: desk.panel.answer is not None and desk.panel.answer.source == "sap")

    assert desk.panel.box.text() == "SAP to HR portal 443"


def test_up_brings_back_what_was_asked_before(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")
    desk.presses(Qt.Key.Key_Escape)
    desk.asks("dev to HR portal 22")

    desk.presses(Qt.Key.Key_Up)
    assert desk.panel.box.text() == "HR portal to SAP 443"
    desk.presses(Qt.Key.Key_Down)
    assert desk.panel.box.text() == "dev to HR portal 22"
    desk.presses(Qt.Key.Key_Down)
    assert desk.panel.box.text() == ""


def test_after_escape_up_brings_back_the_only_question(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")
    desk.presses(Qt.Key.Key_Escape, Qt.Key.Key_Up)

    assert desk.panel.box.text() == "HR portal to SAP 443"


def test_what_was_asked_before_is_listed_with_its_verdict_and_asked_again_by_a_click(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")
    assert not desk.panel.past.isVisible()
    desk.presses(Qt.Key.Key_Escape)
    desk.asks("dev to HR portal 22")
    desk.presses(Qt.Key.Key_Escape)
    rows, listed = desk.panel.past.rows, desk.panel.past.list
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [listed.data(listed.index(row), role) for row in range(listed.rowCount())] == [
        "dev to HR portal 22 Blocked",
        "HR portal to SAP 443 Allowed, and the answer comes back",
    ]

    place = rows.visualRect(listed.index(1)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    desk.qtbot.waitUntil(lambda: desk.panel.answer is not None)
    assert desk.panel.answer
    assert desk.panel.answer.verdict == "allow"


def test_escape_closes_the_list_then_clears_then_leaves(desk: Desk) -> None:
    told: list[str] = []
    desk.panel.unlit.connect(lambda: told.append("unlit"))
    desk.panel.left.connect(lambda: told.append("left"))
    desk.asks("HR portal to SAP 443")
    desk.types(" w")
    assert desk.panel.names.isVisible()

    desk.presses(Qt.Key.Key_Escape)
    assert desk.panel.box.text()
    desk.presses(Qt.Key.Key_Escape)
    assert (desk.panel.box.text(), desk.panel.answer, told) == ("", None, ["unlit"])
    desk.presses(Qt.Key.Key_Escape)
    assert told == ["unlit", "left"]


def test_the_path_is_shown_on_the_sheet_either_way(desk: Desk) -> None:
    told: list[tuple[str, bool]] = []
    desk.panel.lit.connect(lambda answer, back: told.append((answer.verdict, back)))
    desk.asks("HR portal to SAP 443")

    desk.panel.buttons.show_button.click()
    desk.panel.buttons.ways.setFocus()
    desk.presses(Qt.Key.Key_Right, where=desk.panel.buttons.ways)

    assert told == [("allow", False), ("allow", True)]


@pytest.mark.parametrize(
    ("language", "first"), [("en", "HR portal → SAP, 443/tcp"), ("zh", "人力系统 → 核算平台，443/tcp")]
)
def test_the_path_is_copied_in_the_language_of_the_window(desk: Desk, language: str, first: str) -> None:
    desk.look.speak(language)  # type: ignore[arg-type]
    desk.asks("HR portal to SAP 443")

    desk.panel.buttons.copy_button.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == first
    assert len(lines) == 2 + 3 * 5 + 2 + 3


def test_everything_follows_another_language_and_theme(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")

    desk.look.speak("zh")
    desk.look.wear("dark")

    assert desk.panel.banner.accessibleName().startswith("放行，且应答可返回")
    assert desk.panel.chips.accessibleName() == "来自 人力系统, 去往 核算平台, 443 / tcp"
    assert desk.panel.buttons.show_button.text() == "在图上显示"
    assert desk.rows()[0].startswith("1. 人力系统，生产。请求：")


def test_after_an_edit_the_question_is_asked_of_the_design_as_it_is(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")

    desk.editor.perform(text("Rename"), set_fields(["hr"], name=Words(en="HR portal", zh="人事")))

    desk.qtbot.waitUntil(lambda: desk.panel.hops.table.design is desk.editor.design)
    desk.look.speak("zh")
    assert desk.rows()[0].startswith("1. 人事")


def test_what_takes_long_says_so_and_is_cancelled(desk_with: Callable[[Asker], Desk]) -> None:
    def endless(design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        while True:
            threading.Event().wait(0.005)
            progress(0.1)

    desk = desk_with(endless)
    desk.types("HR portal to SAP 443")
    desk.presses(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(desk.panel.banner.cancel.isVisible)

    desk.panel.banner.cancel.click()

    assert desk.panel.banner.accessibleName() == "Not run The question was cancelled. Enter asks again."


def test_a_fault_is_told_and_the_next_question_is_answered(desk_with: Callable[[Asker], Desk]) -> None:
    def failing(design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        if asked.port == 1:
            raise ArithmeticError("no")
        return answers(design, asked, progress)

    desk = desk_with(failing)
    faults: list[Exception] = []
    desk.panel.failed.connect(faults.append)
    desk.types("HR portal to SAP 1")
    desk.presses(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(faults))
    assert desk.panel.banner.accessibleName().startswith("No answer")

    desk.panel.box.clear()
    desk.asks("HR portal to SAP 443")
    assert desk.panel.banner.accessibleName().startswith("Allowed")


def test_tab_goes_through_the_panel_as_it_is_read(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")
    desk.panel.box.setFocus()
    order = []
    for _ in range(6):
        QTest.keyClick(desk.panel.focusWidget(), Qt.Key.Key_Tab)
        order.append(desk.panel.focusWidget())

    panel = desk.panel
    buttons = panel.buttons
    assert order == [
        panel.box.swap,
        panel.hops,
        buttons.show_button,
        buttons.ways,
        buttons.copy_button,
        panel.head.close_button,
    ]


def test_all_that_takes_keys_has_a_name_to_be_spoken(desk: Desk) -> None:
    desk.asks("HR portal to SAP 443")

    for part in desk.panel.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            label = part.text() if isinstance(part, QAbstractButton) else ""
            assert part.accessibleName() or label, part
