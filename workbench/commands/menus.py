"""The menus and their titles, in order: known before any command is read, so that the window is seen at once."""

from __future__ import annotations

from typing import Final, Literal

from workbench.texts import Text, text

Menu = Literal["file", "edit", "view", "insert", "arrange", "plan", "help"]
KEYS: Final[dict[Menu, str]] = {
    "file": "F",
    "edit": "E",
    "view": "I",
    "insert": "T",
    "arrange": "R",
    "plan": "N",
    "help": "L",
}
"""The letters that open the menus with Alt; those of commands that line up are left to these."""
MENUS: Final[dict[Menu, Text]] = {
    "file": text("File", key="menu.file"),
    "edit": text("Edit", key="menu.edit"),
    "view": text("View", key="menu.view"),
    "insert": text("Insert", key="menu.insert"),
    "arrange": text("Arrange", key="menu.arrange"),
    "plan": text("Plan", key="menu.plan"),
    "help": text("Help", key="menu.help"),
}
