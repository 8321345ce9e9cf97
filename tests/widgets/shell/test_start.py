"""Starting: what the first window must not wait for, and what comes after it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.widgets.desk import landing_zone
from widgets.look import Look
from widgets.qt.work import Work
from widgets.shell.run import found, furnish
from widgets.shell.window import MainWindow
from workbench.storage.files import save_design

HEAVY = (
    "networkx",
    "matplotlib",
    "docx",
    "openpyxl",
    "numpy",
    "yaml",
    "netaddr",
    "lxml",
    "dataclasses",
    "msgspec",
    "workbench.model.design",
    "workbench.commands.command",
    "workbench.drawing.build",
    "planners",
)
PROGRAM = """
import sys
from widgets.shell.run import made_application
from widgets.shell.window import MainWindow
application = made_application()
window = MainWindow()
window.show()
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_neither_the_core_nor_a_heavy_library_is_read_before_the_first_window() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *HEAVY],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert ran.stdout.split() == []


def test_the_window_is_seen_first_and_the_design_of_a_file_laid_out_in_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "customer.lzd"
    save_design(landing_zone(), path)
    window = MainWindow(Look("en", "light"))
    qtbot.addWidget(window)

    with qtbot.waitSignal(window.seen):
        window.show()
    menus = [menu.title().replace("&", "") for menu in window.top_row.menus.values()]
    with qtbot.waitSignal(window.laid_out):
        furnish(window, path)

    assert menus == ["File", "Edit", "View", "Insert", "Arrange", "Plan", "Help"]
    assert window.editor.design == landing_zone()
    assert window.windowTitle().startswith("customer")
    assert window.status.said == "Opened customer.lzd"


def test_a_broken_file_is_told_over_an_empty_design(tmp_path: Path) -> None:
    path = tmp_path / "broken.lzd"
    path.write_text("{ half", encoding="utf-8")

    read = found(path)

    assert read.opened.path is None
    assert read.wrong is not None
    assert "broken.lzd" in read.wrong.said("en")


def test_a_window_closed_before_its_design_is_there_just_closes(qtbot: QtBot) -> None:
    window = MainWindow(Look("en", "light"))
    qtbot.addWidget(window)
    window.show()
    furnish(window, None)

    assert window.close()
    for work in window.findChildren(Work):
        work.wait()
