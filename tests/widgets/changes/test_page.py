"""The page of changes: beside the step before, what was saved, any step and another file; narrowed and asked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.reachability.test_changes import BEFORE
from widgets.changes.following import FILE, SAVED, STEP, Comparing
from widgets.changes.page import ChangesPage
from widgets.lettering import width_of
from widgets.look import Look
from widgets.qt.marked_rows import MARK
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.texts import text

WIDER = BEFORE.replace("port=22/22 block=10.9.0.0/16", "port=22/22 block=10.1.0.0/16")
SHUT = WIDER.replace("port=443/443", "port=8443/8443")


class Bench:
    """An editor after two steps, with its page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.editor = Editor(sketch(BEFORE))
        for lines in (WIDER, SHUT):
            self.perform(sketch(lines))
        self.page = ChangesPage(Look("en", "light"))
        qtbot.addWidget(self.page)
        self.comparing = Comparing(self.editor, self.page)
        self.page.resize(1000, 600)
        self.page.show()
        qtbot.waitUntil(lambda: self.page.stage == "complete")

    def perform(self, design: Design) -> None:
        """One step."""
        self.editor.perform(text("Rules"), lambda before: design)

    @property
    def told(self) -> list[tuple[str, ...]]:
        """Turn, target and ports of every row."""
        table = self.page.rows
        return [tuple(table.index(row, at).data() for at in (0, 2, 3)) for row in range(table.rowCount())]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    """The page once it shows what the last step changed."""
    return Bench(qtbot)


def test_in_a_narrow_page_what_became_of_a_pair_is_still_read_as_a_whole(bench: Bench) -> None:
    bench.page.resize(500, 500)
    mark = 34

    assert bench.page.view.columnWidth(0) >= mark + width_of("newly closed", 12, 600)


def test_it_shows_what_the_last_step_opened_and_closed(bench: Bench) -> None:
    assert bench.told == [("newly open", "app-b", "8443"), ("newly closed", "app-b", "443")]
    marks = [bench.page.rows.index(row, 0).data(MARK).symbol for row in range(2)]
    assert len(set(marks)) == 2
    assert bench.page.detail.heading.text() == "app-a to app-b, 8443: newly open (reached, was not reached)"


def test_beside_what_was_saved_all_steps_count(qtbot: QtBot, bench: Bench) -> None:
    bench.page.version_picked.emit(SAVED)

    qtbot.waitUntil(lambda: ("newly open", "app-b", "22, 8443") in bench.told)


def test_every_step_of_the_history_can_be_picked_in_the_box(qtbot: QtBot, bench: Bench) -> None:
    keys = [one.key for one in bench.comparing.versions()]
    assert keys == [STEP, SAVED, "step:0", FILE]
    box = bench.page.chooser.versions
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: ("newly open", "app-b", "22, 8443") in bench.told)


def test_another_file_is_asked_for_and_compared_with(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.comparing.file_wanted):
        bench.page.version_picked.emit(FILE)
    bench.comparing.compare_with(sketch(SHUT), "same.lzd")

    qtbot.waitUntil(lambda: bench.told == [] and bench.page.stage == "complete")
    assert bench.page.empty.text() == "Nobody reaches anybody else than before."
    assert bench.page.chooser.versions.currentText() == "File same.lzd"


def test_the_next_edit_is_compared_with_the_step_before_it(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.comparing.said) as said:
        bench.perform(sketch(WIDER))

    assert bench.told == [("newly open", "app-b", "443"), ("newly closed", "app-b", "8443")]
    assert said.args[0].said("en") == "This edit, by pairs: 1 newly open, 1 newly closed"


def test_it_is_narrowed_to_a_turn_and_to_names(bench: Bench) -> None:
    bench.page.chooser.turns.setFocus()
    QTest.keyClick(bench.page.chooser.turns, Qt.Key.Key_Right)
    assert bench.told == [("newly open", "app-b", "8443")]
    bench.page.chooser.search.setText("nobody")
    assert bench.told == []
    assert bench.page.empty.text() == "Nothing is left by these filters."


def test_enter_asks_for_the_path_on_a_port_that_changed(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.page.asked) as asked:
        QTest.keyClick(bench.page.view, Qt.Key.Key_Return)

    assert asked.args == ["app-a", "app-b", "tcp", 8443]


def test_a_row_is_spoken_as_a_sentence_in_both_languages(bench: Bench) -> None:
    spoken = bench.page.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "app-a to app-b, 8443: newly open (reached, was not reached)"
    bench.page._look.speak("zh")
    bench.page.retell()
    assert bench.told[0][0] == "新开通"
    assert bench.page.chooser.versions.accessibleName() == "对比版本"
