"""The matrix follows the design that is shown: computed when it is seen, after each edit, and not once it is stopped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT
from tests.widgets.matrix.answers import view_of
from widgets.matrix.computing import Computing
from widgets.matrix.view import MatrixView
from workbench.editor import Editor
from workbench.edits.fields import set_fields
from workbench.edits.placing import add
from workbench.edits.removing import remove
from workbench.model.design import Design
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.sketch import sketch
from workbench.storage.files import open_design
from workbench.texts import text

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
UNASKED = "allowed, as wanted: 19"
"""What is left without flows: what passes from load balancers and databases, which begin nothing."""


def shown(qtbot: QtBot, design: Design) -> tuple[MatrixView, Editor]:
    """A view that follows a design, seen for the first time."""
    view, editor = view_of(qtbot), Editor(design)
    view.hide()
    Computing(editor, view)
    view.show()
    return view, editor


def enterprise() -> Design:
    """The largest sample."""
    return open_design(SAMPLES / "enterprise.lzd").design


def test_what_is_seen_is_computed_for_both_groupings(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, enterprise())
    while_it_runs = view.empty.why.text()
    qtbot.waitUntil(view.grid.isVisible)
    domains = view.grid.table.rowCount()
    QTest.keyClick(view.head.groupings, Qt.Key.Key_Right)

    assert while_it_runs == "Computing who reaches whom: 0 %"
    assert view.grid.table.rowCount() > domains
    assert view.filters.chips["allowed"].isVisible()


def test_who_waited_for_the_cells_has_the_keys_in_them(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, enterprise())
    view.setFocus()
    qtbot.waitUntil(view.grid.isVisible)

    assert view.grid.hasFocus()


def test_an_edit_is_followed(qtbot: QtBot) -> None:
    design = enterprise()
    view, editor = shown(qtbot, design)
    qtbot.waitUntil(view.grid.isVisible)
    before = view.filters.chips["open"].accessibleName()

    editor.perform(text("Delete"), remove([flow.id for flow in design.of_kind(Flow)]))

    qtbot.waitUntil(lambda: view.filters.chips["open"].accessibleName() != before)
    assert view.filters.chips["allowed"].accessibleName() == UNASKED


def test_stopped_it_says_not_run_and_stays_so_through_edits_until_it_is_run_again(qtbot: QtBot) -> None:
    view, editor = shown(qtbot, enterprise())
    QTest.mouseClick(view.empty.button, LEFT)
    qtbot.waitUntil(lambda: view.empty.why.text() == "Stopped: not run.")
    editor.perform(text("Add"), add(SecurityDomain(id="more")))
    kept = view.empty.why.text()
    QTest.mouseClick(view.empty.button, LEFT)

    assert kept == "Stopped: not run."
    qtbot.waitUntil(view.grid.isVisible)


def test_while_it_is_not_seen_nothing_is_computed(qtbot: QtBot) -> None:
    view, editor = shown(qtbot, enterprise())
    qtbot.waitUntil(view.grid.isVisible)
    view.hide()
    editor.perform(text("Delete"), remove([flow.id for flow in editor.design.of_kind(Flow)]))
    hidden = view.filters.chips["allowed"].accessibleName()
    view.show()

    assert hidden != UNASKED
    qtbot.waitUntil(lambda: view.filters.chips["allowed"].accessibleName() == UNASKED)


def test_without_security_domains_the_applications_are_still_shown(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, sketch("shop application\nstock application"))
    qtbot.waitUntil(lambda: view.empty.why.text().startswith("This design has no security domains yet."))
    QTest.keyClick(view.head.groupings, Qt.Key.Key_Right)

    assert view.grid.isVisible()
    assert view.grid.table.rowCount() == 2


def test_changes_show_what_the_last_edit_shut(qtbot: QtBot) -> None:
    view, editor = shown(qtbot, enterprise())
    qtbot.waitUntil(view.grid.isVisible)
    for _ in range(2):
        QTest.keyClick(view.head.modes, Qt.Key.Key_Right)
    at_first = view.empty.isVisible()

    group = editor.design.get("sg-payment-app", SecurityGroup)
    assert group
    outwards = tuple(rule for rule in group.rules if rule.direction == "egress")
    editor.perform(text("Shut"), set_fields([group.id], rules=outwards))

    qtbot.waitUntil(view.grid.isVisible)
    assert at_first
    assert view.filters.chips["shut"].accessibleName() == "newly shut: 3"
    assert view.filters.chips["open"].accessibleName() == "newly open: 0"


def test_what_must_hold_stands_below_and_a_broken_one_asks_for_the_path_that_breaks_it(
    qtbot: QtBot,
) -> None:
    view, editor = shown(qtbot, enterprise())
    qtbot.waitUntil(view.grid.isVisible)
    rows = view.invariants.list.table.rows
    asked: list[tuple[str, ...]] = []
    view.drilled.connect(lambda *ends: asked.append(ends))

    listed = view.invariants.list
    listed.setCurrentIndex(listed.table.index(0, 0))
    QTest.keyClick(listed, Qt.Key.Key_Return)

    assert [row.verdict for row in rows].count("broken") == 3
    assert len(rows) == 8
    assert editor.selection == (rows[0].id,)
    assert asked == [("app-member", "app-test", "22")]
