"""The steps of the history as a list: the present one is marked, picking one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint

from widgets.qt.picker import Pick, Picker
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

WIDE: Final = 420


def open_over(window: MainWindow) -> None:
    """Shows the steps over the sheet, the newest first; going to one keeps those after it until something is done."""
    steps = Picker(window.look, window, text("Search the steps"))
    steps.picked.connect(lambda id: _go(window, int(id)))
    corner = window.mapToGlobal(QPoint((window.width() - WIDE) // 2, 40))
    history = window.editor.history
    steps.open_at(corner, WIDE, picks_of(window))
    steps.stand_on(len(history.steps) - 1 - history.at)


def picks_of(window: MainWindow) -> list[Pick]:
    """A row a step, with the word that tells whether it is done, undone, or where one is."""
    history, said = window.editor.history, window.look.said
    found = []
    for at, step in reversed(list(enumerate(history.steps))):
        meta: Text = text("now") if at == history.at else text("undone") if at > history.at else text("done")
        mark = "mark-ok" if at == history.at else "ui-redo" if at > history.at else "ui-undo"
        found.append(Pick(str(at), said(step.title), mark, said(meta)))
    return found


def _go(window: MainWindow, at: int) -> None:
    if at != window.editor.history.at:
        window.editor.go(at)
    step = window.editor.history.steps[at]
    window.desk.say(text("Went to: {step}", step=step.title))
