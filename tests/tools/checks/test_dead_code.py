"""What is alive by standing in the right place is told from what is dead."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tools.checks.dead_code import is_alive


class Unused(NamedTuple):
    """What vulture would say."""

    name: str
    typ: str
    filename: Path
    first_lineno: int


@pytest.mark.parametrize(
    ("path", "code", "unused", "alive"),
    [
        ("workbench/history.py", "class History: ...", ("History", "class", 1), False),
        ("workbench/model/elements/vpc.py", "def blocks(): ...", ("blocks", "function", 1), False),
        ("workbench/report.py", "class Row:\n    name: str", ("name", "variable", 2), True),
        ("workbench/report.py", "class Row:\n    name = 1", ("name", "variable", 2), False),
        ("workbench/report.py", "def f():\n    name: str = 1", ("name", "variable", 2), False),
        (
            "widgets/canvas.py",
            "class Box:\n    def paint(self, option): ...",
            ("option", "variable", 2),
            True,
        ),
        (
            "widgets/canvas.py",
            "class Box:\n    def boundingRect(self): ...",
            ("boundingRect", "method", 2),
            True,
        ),
        ("widgets/canvas.py", "class Box:\n    def bounds(self): ...", ("bounds", "method", 2), False),
        ("workbench/editor.py", "class Box:\n    def undoAll(self): ...", ("undoAll", "method", 2), False),
        ("workbench/exporters/a.py", "sheet.title = 1", ("title", "attribute", 1), True),
        ("workbench/a.py", "def f(self):\n    self.title = 1", ("title", "attribute", 2), False),
    ],
)
def test_what_is_used_by_standing_in_the_right_place_is_alive(tmp_path, path, code, unused, alive):
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    name, typ, line = unused

    assert is_alive(Unused(name, typ, file, line), tmp_path) is alive
