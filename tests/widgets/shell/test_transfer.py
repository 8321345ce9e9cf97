"""Import and export from the window: a dry run first, files made beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from widgets.qt.picker import Picker
from widgets.shell.export_dialog import ExportDialog
from widgets.shell.finder import open_over
from widgets.shell.import_dialog import ImportDialog


def folder_with_a_vpc(root: Path) -> Path:
    folder = root / "network" / "vpc"
    folder.mkdir(parents=True)
    wording = "vpc_name: orders\nvpc_cidr: 10.8.0.0/16\n"
    (folder / "hangzhou.yaml").write_text(wording, encoding="utf-8")
    return root


def test_an_import_shows_what_becomes_of_each_file_and_changes_nothing_before_it_is_told_to(
    room: Room, tmp_path: Path
) -> None:
    before = room.editor.design

    dialog = ImportDialog(room.window, folder_with_a_vpc(tmp_path))
    room.qtbot.addWidget(dialog)
    room.qtbot.waitUntil(lambda: dialog._plan is not None, timeout=20_000)

    assert dialog.items.table.rowCount() == len(dialog._plan.items if dialog._plan else ())
    assert dialog.items.table.rowCount() > 0
    assert room.editor.design is before


def test_an_import_of_nothing_new_cannot_be_started(room: Room, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    dialog = ImportDialog(room.window, tmp_path / "empty")
    room.qtbot.addWidget(dialog)
    room.qtbot.waitUntil(lambda: dialog._plan is not None or "…" not in dialog.state.text(), timeout=20_000)

    assert not dialog.bring.isEnabled()


def test_export_writes_what_was_ticked_and_lists_it(room: Room, tmp_path: Path) -> None:
    dialog = ExportDialog(room.window)
    room.qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.formats["svg"], LEFT)
    dialog.languages["zh"].setChecked(False)
    dialog.languages["en"].setChecked(True)
    dialog.folder.setText(str(tmp_path / "out"))

    QTest.mouseClick(dialog.make, LEFT)
    room.qtbot.waitUntil(lambda: dialog._work is None, timeout=30_000)

    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(written) == 2
    assert all(name in dialog.files.toPlainText() for name in written)


def test_export_cannot_be_started_with_nothing_ticked(room: Room) -> None:
    dialog = ExportDialog(room.window)
    room.qtbot.addWidget(dialog)

    assert not dialog.make.isEnabled()


def test_the_finder_goes_to_an_element_by_its_address(room: Room) -> None:
    open_over(room.window)
    finder = room.window.findChildren(Picker)[-1]

    QTest.keyClicks(finder.search, "10.1.0.0")
    QTest.keyClick(finder.search, Qt.Key.Key_Return)

    assert room.editor.selection == ("vpc-b",)
