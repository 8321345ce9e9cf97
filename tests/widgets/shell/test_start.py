"""Starting: what the first window must not wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = (
    "networkx",
    "matplotlib",
    "docx",
    "openpyxl",
    "numpy",
    "yaml",
    "netaddr",
    "lxml",
    "workbench.rules.checks",
)
PROGRAM = """
import sys
from widgets.shell.run import made_application
from widgets.shell.window import MainWindow
from workbench.editor import Editor
from workbench.patterns import started
application = made_application()
window = MainWindow(Editor(started("empty", "standard")))
window.show()
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_no_heavy_library_is_read_before_the_first_window() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *HEAVY],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert ran.stdout.split() == []
