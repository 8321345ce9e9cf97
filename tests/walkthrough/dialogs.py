"""What a person does in dialogs and menus: opens, looks, types a path, picks an entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMenu, QWidget

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import Act
from tests.walkthrough.photo import photo

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "enterprise.lzd"
ESTATE = Path(__file__).parents[1] / "importers" / "fixtures" / "estate"
MOST_STOPS = 60
MENUS = ("file", "edit", "view", "insert", "arrange", "plan", "help")


def button(dialog: QWidget, role: str) -> QAbstractButton:
    """The button of a weight: primary, danger, plain."""
    return next(one for one in dialog.findChildren(QAbstractButton) if one.property("weight") == role)


def menu_of(driver: Driver, name: str) -> QMenu:
    """Opens a menu of the bar with a click."""
    bar = driver.window.top_row.bar
    hand.click(bar, bar.actionGeometry(bar.actions()[MENUS.index(name)]).center())
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    return opened


def picked(driver: Driver, command: str, stage: str = "") -> None:
    """Opens the menu that has a command and clicks its entry; keeps a picture of the menu where a stage is named."""
    from workbench.commands.command import COMMANDS

    opened = menu_of(driver, COMMANDS[command].menu)
    if stage:
        driver.shown(stage, opened)
    hand.click(opened, opened.actionGeometry(driver.window.actions_.action(command)).center())


def looked_at(driver: Driver, stage: str, quotes: str = "") -> Act:
    """Looks at a dialog, and leaves it with Escape."""

    def act(dialog: QDialog) -> None:
        driver.shown(stage, dialog, quotes)
        goes_round(dialog)
        hand.press(Qt.Key.Key_Escape)

    return act


def goes_round(dialog: QWidget) -> None:
    """Presses Tab until the keys are where they began; nothing on the way keeps them."""
    # A list that was open above the dialog may still be going.
    QTest.qWaitForWindowActive(dialog)
    first = QApplication.focusWidget()
    for _ in range(MOST_STOPS):
        hand.press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.window() is dialog, f"Tab left {dialog} for {now}"
        if now is first:
            return
    raise AssertionError(f"Tab does not come back in {dialog}: it stays at {QApplication.focusWidget()}")


def answered(driver: Driver, stage: str, weight: str, quotes: str = "") -> Act:
    """Looks at a question, and clicks the answer of a weight."""

    def act(dialog: QDialog) -> None:
        driver.shown(stage, dialog, quotes)
        hand.click(button(dialog, weight))

    return act


def typed(path: Path) -> Callable[[QDialog], None]:
    """Types a path into the system's dialog for files and takes it."""

    def act(dialog: QDialog) -> None:
        photo("file dialog")
        line = dialog.findChild(QLineEdit)
        assert line is not None
        hand.click(line)
        hand.replace(str(path))
        hand.press(Qt.Key.Key_Return)

    return act


def told_in(folder: Path) -> str:
    """The names of a folder and its files, and all that stands in them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return " ".join([str(folder), *map(str, files), *(path.read_text(encoding="utf-8") for path in files)])


def opened(driver: Driver, path: Path) -> None:
    """Opens a design by its shortcut and its path."""
    from tests.walkthrough.meanwhile import answering

    answering(lambda: hand.shortcut("Ctrl+O"), typed(path))
    driver.drawn()
    driver.in_front()
