"""Preferences, the help, the guide, and what new designs start from, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tests.walkthrough import hand
from tests.walkthrough.dialogs import button, goes_round, looked_at, picked
from tests.walkthrough.driver import Driver
from tests.walkthrough.lists import pick, pick_choice
from tests.walkthrough.meanwhile import answering
from widgets.shell.guide import Guide
from widgets.shell.help_dialog import HelpDialog
from widgets.shell.patterns_dialog import PatternsDialog
from widgets.shell.preferences_dialog import PreferencesDialog
from workbench.preferences import preferences
from workbench.storage import places

IN_BOTH_LANGUAGES = True


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of the user's own for one test."""
    monkeypatch.setenv(places.HOME, str(tmp_path))


def help_of(driver: Driver) -> HelpDialog:
    """The window of the help, in front."""
    found = driver.window.findChild(HelpDialog)
    assert found is not None
    driver.qtbot.waitUntil(found.isActiveWindow)
    return found


def test_preferences_hold_at_once(driver: Driver) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, PreferencesDialog)
        driver.shown("preferences")
        goes_round(dialog)
        hand.click(dialog.scale)
        pick_choice(driver.qtbot, dialog.scale, 125)
        hand.click(dialog.author)
        hand.write("Lanan consulting")
        hand.click(dialog.figures.add)
        driver.shown("preferences, adding a figure", dialog.figures.picker, fact_names())
        pick(driver.qtbot, dialog.figures.picker, "directory.members", "directory.members")
        driver.shown("preferences, filled in", dialog, "Lanan consulting" + fact_names())
        other = "dark" if driver.window.look.theme == "light" else "light"
        hand.click(dialog.theme)
        pick_choice(driver.qtbot, dialog.theme, other)
        driver.shown("preferences, other colours", dialog, "Lanan consulting" + fact_names())
        hand.click(dialog.close_button)

    answering(lambda: picked(driver, "edit.preferences"), choose)

    assert preferences().scale == 125
    assert preferences().author == "Lanan consulting"


def fact_names() -> str:
    """The ids of all platform figures, which are the same in every language."""
    from workbench.reference import facts

    return " ".join(f"{id} {fact.value}" for id, fact in facts().items())


def test_the_help_opens_at_what_is_selected_and_is_searched(driver: Driver) -> None:
    driver.find("vpc-hz-order")
    hand.shortcut("F1")
    book = help_of(driver)
    driver.shown("help, a kind of element", book)
    hand.click(book.search)
    hand.write("CEN-007")
    hand.press(Qt.Key.Key_Return)
    driver.shown("help, a rule", book)
    hand.press(Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: not book.isVisible())


@pytest.mark.parametrize("page", ["help.keys", "help.offline", "help.licences"])
def test_pages_of_the_help_open_from_the_menu(driver: Driver, page: str) -> None:
    picked(driver, page)
    driver.shown(page.replace(".", ", "), help_of(driver), licence_words())


def licence_words() -> str:
    """The names of what the program is made of, and of their licences."""
    from workbench.help import about

    return Path(about.__file__).read_text(encoding="utf-8")


def test_the_guide_begins_with_the_first_step(driver: Driver) -> None:
    answering(lambda: hand.shortcut("Ctrl+N"))
    driver.drawn()
    picked(driver, "help.first-steps")
    guide = driver.window.findChild(Guide)
    assert guide is not None
    driver.qtbot.waitUntil(guide.isVisible)
    driver.shown("help, the first steps", guide)
    hand.click(guide.begin)
    driver.shown("help, a step begun")


def test_the_program_says_what_it_is(driver: Driver) -> None:
    answering(lambda: picked(driver, "help.about"), looked_at(driver, "help, about"))


def test_a_new_design_starts_from_a_pattern(driver: Driver) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, PatternsDialog)
        driver.qtbot.waitUntil(lambda: not dialog.cards[-1].picture.pixmap().isNull(), timeout=30_000)
        driver.shown("patterns", dialog)
        hand.click(button(dialog.cards[0], "primary"))

    answering(lambda: picked(driver, "file.new-pattern"), choose)
    driver.drawn()
    driver.shown("patterns, begun")

    assert driver.window.path is None
    assert driver.editor.design.of_kind  # a design of its own is shown
