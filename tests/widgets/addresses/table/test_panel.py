"""The plan table in the window: typed in like a spreadsheet, searched, sorted, and one with the selection."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.addresses.table.conftest import Plan
from tests.widgets.desk import LEFT, Room
from workbench.edits.fields import set_fields
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.sheet_note import SheetNote
from workbench.model.sketch import sketch
from workbench.planning.plan_table.columns import ORDER
from workbench.texts import text
from workbench.words import Words

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_command_shows_the_table_below_the_map_and_picked_again_the_map_alone(plan: Plan) -> None:
    area = plan.room.window.rooms.area
    assert plan.panel.isVisible()
    assert area.map.field.isVisible()

    plan.room.window.pick("plan.table")

    assert not plan.panel.isVisible()
    assert area.map.field.isVisible()


def test_the_switch_shows_map_table_or_both_and_is_kept_for_the_next_window(plan: Plan) -> None:
    from workbench.preferences import preferences

    parts = plan.room.window.rooms.area.map.parts
    parts.switch.setFocus()

    QTest.keyClick(parts.switch, Qt.Key.Key_Left)

    assert (plan.panel.isVisible(), parts._map.isVisible()) == (True, False)
    assert preferences().address_part == "table"
    assert parts.switch.accessibleName() == "Shown: Table"


def test_a_block_is_typed_over_and_enter_goes_down(plan: Plan) -> None:
    plan.clicks("small", "block")
    plan.types("10.1.128.0/24")
    steps = len(plan.room.editor.history.steps)

    plan.presses(Qt.Key.Key_Return)

    assert plan.design["small"].block == "10.1.128.0/24"
    assert len(plan.room.editor.history.steps) == steps + 1
    assert plan.line is None
    assert plan.tree.currentIndex().column() == ORDER.index("block")
    plan.settled()
    assert "the planner would now give 10.1.16.0/24" in plan.said("small", "why")


def test_while_typing_the_reason_stands_under_the_cell_and_enter_leaves_it_open(plan: Plan) -> None:
    plan.clicks("small", "block")
    plan.types("10.1.4.0/24")

    assert plan.reason == "✕ 10.1.4.0/24 overlaps app 10.1.0.0/20. The next free /24 is 10.1.16.0/24."
    assert plan.line.property("wrong")
    assert plan.line.accessibleDescription().startswith("10.1.4.0/24 overlaps app")
    plan.presses(Qt.Key.Key_Return)
    assert plan.line is not None

    plan.presses(Qt.Key.Key_Escape)

    assert plan.line is None
    assert plan.reason == ""
    assert plan.design["small"].block == "10.1.64.0/24"


def test_tab_goes_from_cell_to_cell_and_back(plan: Plan) -> None:
    plan.clicks("small", "demand")
    plan.presses(Qt.Key.Key_F2)
    plan.types("100")

    plan.presses(Qt.Key.Key_Tab)

    assert plan.line is not None
    assert ORDER[plan.tree.currentIndex().column()] == "block"
    assert plan.said("small", "demand") == "100 hosts"
    plan.presses(Qt.Key.Key_Backtab)
    assert ORDER[plan.tree.currentIndex().column()] == "demand"
    plan.presses(Qt.Key.Key_Escape)


def test_a_name_is_typed_after_a_double_click(plan: Plan) -> None:
    spot = plan.tree.visualRect(plan.cell("small", "name")).center()
    QTest.mouseClick(plan.tree.viewport(), LEFT, pos=spot)
    QTest.mouseDClick(plan.tree.viewport(), LEFT, pos=spot)
    plan.presses(Qt.Key.Key_A, CTRL)
    plan.types("tiny")
    plan.presses(Qt.Key.Key_Return)

    assert plan.design["small"].name.en == "tiny"


def test_a_state_is_picked_from_its_choices(plan: Plan) -> None:
    plan.clicks("small", "state")
    plan.presses(Qt.Key.Key_F2)
    QTest.keyClick(plan.line, Qt.Key.Key_Down)
    plan.presses(Qt.Key.Key_Return)

    assert plan.design["small"].state == "approved"


def test_space_and_a_click_on_the_pin_pin_a_block_and_let_it_go(plan: Plan) -> None:
    plan.clicks("small", "state")

    plan.presses(Qt.Key.Key_Space)

    request = next(one for one in plan.design.of_kind(AddressRequest) if one.subject == "small")
    assert request.pin == "10.1.64.0/24"
    plan.settled()
    cell = plan.tree.visualRect(plan.cell("small", "state"))
    QTest.mouseClick(plan.tree.viewport(), LEFT, pos=cell.topRight() + QPoint(-10, 12))
    assert plan.design[request.id].pin == ""


def test_delete_empties_a_cell(plan: Plan) -> None:
    plan.clicks("small", "block")

    plan.presses(Qt.Key.Key_Delete)

    assert plan.design["small"].block == ""
    plan.settled()
    assert plan.said("small", "why") == "has no block yet"


def test_a_pasted_column_is_one_step(plan: Plan) -> None:
    plan.panel.tree.sortByColumn(ORDER.index("block"), Qt.SortOrder.AscendingOrder)
    plan.clicks("web", "block")
    steps = len(plan.room.editor.history.steps)

    plan.pastes("10.1.48.0/20\r\n10.1.128.0/24\r\n")

    assert plan.design["web"].block == "10.1.48.0/20"
    assert plan.design["small"].block == "10.1.128.0/24"
    assert len(plan.room.editor.history.steps) == steps + 1
    plan.room.editor.undo()
    assert plan.design["web"].block == "10.1.32.0/20"


def test_hundreds_of_lines_are_read_beside_the_window(qtbot: QtBot) -> None:
    parts = "".join(f"\n  v{n} vswitch block=10.1.{n}.0/24" for n in range(200))
    plan = Plan(
        Room(qtbot, sketch(f"sheet-n sheet shows=network order=1\nvpc-a vpc blocks=10.1.0.0/16{parts}"))
    )
    plan.tree.expandAll()
    plan.clicks("v0", "block")
    steps = len(plan.room.editor.history.steps)

    plan.pastes("\n".join(f"10.1.{255 - n}.0/24" for n in range(200)))

    qtbot.waitUntil(lambda: plan.design["v199"].block == "10.1.56.0/24", timeout=20_000)
    assert len(plan.room.editor.history.steps) == steps + 1
    plan.settled()
    plan.pastes("\n".join("10.1.0.0/24" for n in range(200)))
    qtbot.waitUntil(lambda: "Line 1: 10.1.0.0/24 overlaps" in plan.reason, timeout=20_000)
    assert len(plan.room.editor.history.steps) == steps + 1


def test_a_paste_that_cannot_be_changes_nothing_and_says_the_line(plan: Plan) -> None:
    plan.clicks("web", "block")
    steps = len(plan.room.editor.history.steps)

    plan.pastes("10.1.48.0/20\n10.1.0.0/24")

    assert len(plan.room.editor.history.steps) == steps
    assert plan.reason.startswith("✕ Line 2: 10.1.0.0/24 overlaps app")


def test_rows_are_copied_as_cells(plan: Plan) -> None:
    from PySide6.QtGui import QGuiApplication

    plan.clicks("small", "name")
    plan.presses(Qt.Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text().split("\t")[:3] == ["small", "", "10.1.64.0/24"]


def test_a_design_for_reading_refuses_with_its_reason(plan: Plan) -> None:
    plan.room.editor.read_only = text("Somebody else has it open.")
    plan.clicks("small", "block")

    plan.types("1")
    assert plan.line is None
    assert plan.reason == "✕ Somebody else has it open."
    plan.presses(Qt.Key.Key_Delete)
    plan.pastes("10.1.128.0/24")

    assert plan.design["small"].block == "10.1.64.0/24"
    assert plan.room.window.status.said == "Somebody else has it open."


def test_a_cell_that_follows_from_others_says_so(plan: Plan) -> None:
    plan.clicks("small", "usable")

    plan.types("5")

    assert plan.line is None
    assert plan.reason == "✕ Usable follows from the rest and is not typed."


def test_the_selection_is_one_in_both_ways(plan: Plan) -> None:
    plan.clicks("small", "name")
    assert plan.room.editor.selection == ("small",)

    plan.room.editor.select(["uat"])

    assert plan.panel.tree.chosen_keys() == ["uat"]
    plan.room.editor.select(["ask-app"])
    assert plan.panel.tree.chosen_keys() == ["app"]


def test_left_folds_and_right_opens_and_walks(plan: Plan) -> None:
    plan.clicks("vpc-a", "name")

    plan.presses(Qt.Key.Key_Left)
    folded = not plan.tree.isExpanded(plan.cell("vpc-a", "name"))
    plan.presses(Qt.Key.Key_Right)
    opened = plan.tree.isExpanded(plan.cell("vpc-a", "name"))
    plan.presses(Qt.Key.Key_Right)

    assert folded
    assert opened
    assert ORDER[plan.tree.currentIndex().column()] == "demand"


def test_a_search_leaves_what_is_meant_and_escape_gives_all_back(plan: Plan) -> None:
    every = plan.panel.model.count()
    plan.panel.search.setFocus()
    QTest.keyClicks(plan.panel.search, "10.1.7.20")

    assert plan.panel.model.where("app").isValid()
    assert not plan.panel.model.where("web").isValid()
    assert plan.panel.count.text() == "4 rows"

    QTest.keyClick(plan.panel.search, Qt.Key.Key_Escape)

    assert plan.panel.model.where("web").isValid()
    assert plan.panel.model.count() == every


def test_each_step_is_called_after_its_cell(plan: Plan) -> None:
    plan.clicks("small", "demand")
    plan.types("100")
    plan.presses(Qt.Key.Key_Return)

    assert plan.room.window.status.said == "Demand of small · Ctrl Z takes it back"
    assert plan.room.editor.history.undoable.said("zh") == "small 的需求"


def test_the_keys_go_to_the_table_where_it_is_alone(plan: Plan) -> None:
    area = plan.room.window.rooms.area
    area.map.parts.show_part("table")

    area.focus()

    assert plan.tree.hasFocus()
    area.map.parts.show_part("map")
    area.focus()
    assert area.map.field.hasFocus()


def test_an_empty_plan_says_how_to_begin(plan: Plan) -> None:
    gone = [id for id in plan.design.elements if id != "sheet-n"]
    plan.room.editor.perform(text("Clear"), lambda design: design.removing(gone))
    plan.room.qtbot.waitUntil(lambda: plan.panel.table.design is plan.design and not plan.panel.table.seats)

    assert plan.panel.model.rowCount() == 0
    assert not plan.panel.told.isVisible()


def test_a_head_sorts_and_again_the_other_way_round(plan: Plan) -> None:
    heads = plan.tree.header()
    spot = QPoint(heads.sectionViewportPosition(0) + 20, 10)

    QTest.mouseClick(heads.viewport(), LEFT, pos=spot)
    first = plan.panel.model.below("vpc-a")[:]
    QTest.mouseClick(heads.viewport(), LEFT, pos=spot)

    assert first == ["app", "small", "web"]
    assert plan.panel.model.below("vpc-a") == ["web", "small", "app"]


def test_it_follows_edits_made_elsewhere_and_undo_without_folding_anything(plan: Plan) -> None:
    plan.tree.collapse(plan.cell("vpc-b", "name"))
    plan.room.editor.perform(text("Move"), set_fields(["small"], block="10.1.200.0/24"))
    plan.settled()
    assert plan.said("small", "block") == "10.1.200.0/24"

    plan.room.editor.undo()
    plan.settled()

    assert plan.said("small", "block") == "10.1.64.0/24"
    assert not plan.tree.isExpanded(plan.cell("vpc-b", "name"))
    assert plan.tree.isExpanded(plan.cell("vpc-a", "name"))


def test_a_removed_network_leaves_and_comes_back(plan: Plan) -> None:
    plan.room.editor.perform(text("Remove"), lambda design: design.removing(["vpc-b", "uat"]))
    plan.settled()
    assert not plan.panel.model.where("vpc-b").isValid()

    plan.room.editor.undo()
    plan.settled()

    assert plan.panel.model.where("uat").isValid()


def test_the_drawing_and_the_findings_follow_a_typed_block_at_once(plan: Plan) -> None:
    plan.room.editor.perform(text("Move"), set_fields(["small"], block="10.1.4.0/24"))
    plan.room.checked()
    findings = plan.room.window.rooms.findings.findings
    assert any(one.rule == "NET-005" for one in findings.found)

    plan.clicks("small", "block")
    plan.types("10.1.16.0/24")
    plan.presses(Qt.Key.Key_Return)
    plan.room.checked()

    assert not any(one.rule == "NET-005" for one in plan.room.window.rooms.findings.findings.found)
    plan.room.window.pick("plan.map")

    def drawn(id: str) -> set[str]:
        return {box.meta for box in plan.room.canvas.drawing.boxes if box.element == id}

    plan.room.qtbot.waitUntil(lambda: drawn("small") == {"10.1.16.0/24"})
    assert drawn("vpc-a") == {"10.1.0.0/16"}


def test_cells_and_parts_have_names_that_are_spoken(plan: Plan) -> None:
    assert plan.tree.accessibleName() == "Plan table"
    assert plan.panel.search.accessibleName() == "Find in the plan"
    assert plan.panel.comparing.choices.accessibleName() == "Compare with plan B"
    assert plan.cell("web", "state").data(Qt.ItemDataRole.AccessibleTextRole) == "draft, pinned"


def test_it_speaks_the_language_of_the_window(plan: Plan) -> None:
    plan.room.speaks("zh")

    assert plan.tree.accessibleName() == "规划表"
    assert plan.said("app", "demand") == "2,900 台 +30 %"
    assert plan.panel.model.headerData(7, Qt.Orientation.Horizontal) == "为何在此"


def test_a_block_typed_into_the_table_takes_its_note_along(plan: Plan) -> None:
    editor = plan.room.editor
    note = SheetNote(id="note", name=Words(en="jump host 10.1.64.9"))
    editor.perform(text("Add"), lambda design: design.adding(note))
    plan.clicks("small", "block")
    plan.types("10.1.128.0/24")

    plan.presses(Qt.Key.Key_Return)

    assert editor.design["note"].title().said("en") == "jump host 10.1.128.9"
