"""A fault of the program loses no work, and its report says nothing of the customer's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from widgets.shell.fault import FaultDialog
from workbench.edits.fields import rename
from workbench.report_of_fault import report_of
from workbench.storage.files import open_design
from workbench.texts import text

SECRET = "payments-of-lanan"


def fault() -> BaseException:
    """An error that quotes what it met, raised while another was dealt with."""
    try:
        try:
            int(SECRET)
        except ValueError as wrong:
            raise KeyError(SECRET) from wrong
    except KeyError as caught:
        return caught


def test_the_report_names_places_in_the_program_and_quotes_nothing() -> None:
    report = report_of(fault())

    assert report.startswith("ValueError\n  tests/widgets/shell/test_fault.py:")
    assert "\nKeyError\n" in report
    assert "PySide6-Essentials 6" in report
    assert SECRET not in report
    assert str(Path(__file__).parents[3]) not in report


def test_what_is_not_saved_is_saved_beside_and_the_report_copied(room: Room, tmp_path: Path) -> None:
    room.window.path = tmp_path / "zone.lzd"
    room.editor.perform(text("Rename"), rename("vpc-a", "mine", "en"))

    dialog = FaultDialog(room.window, fault())
    room.qtbot.addWidget(dialog)
    QTest.mouseClick(dialog.copy, LEFT)

    assert dialog.place == tmp_path / "zone.rescued.lzd"
    assert open_design(dialog.place).design == room.editor.design
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()


def test_a_design_that_is_saved_is_not_saved_again(room: Room, tmp_path: Path) -> None:
    room.window.path = tmp_path / "zone.lzd"

    dialog = FaultDialog(room.window, fault())
    room.qtbot.addWidget(dialog)

    assert dialog.place is None
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_another_thread_or_a_callback_is_told_once(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    faults = room.window.acts.faults
    monkeypatch.setattr(
        "widgets.shell.fault.FaultDialog.exec", lambda dialog: told.append(fault()) or faults.tell(fault())
    )

    faults.happened.emit(fault())

    assert len(told) == 1
