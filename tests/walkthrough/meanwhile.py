"""Doing something in a dialog that waits for an answer: whoever opened it comes back only when it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from shiboken6 import isValid

from widgets.shell.waiting import WaitingDialog

Act = Callable[[QDialog], None]
PATIENCE = 60_000
"""Milliseconds after which a dialog that did not close fails the test instead of holding it up."""


def answering(opening: Callable[[], object], *acts: Act) -> None:
    """Opens something and does each act in the dialog that comes next; every dialog is closed by its act.

    One that only tells how far something is closes by itself, and may not come at all.
    """
    waiting, wrong, seen = list(acts), [], []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        asks = isinstance(dialog, QDialog) and not isinstance(dialog, WaitingDialog)
        if (
            isinstance(dialog, QDialog)
            and asks
            and dialog.isActiveWindow()
            and dialog not in seen
            and waiting
        ):
            seen.append(dialog)
            act = waiting.pop(0)
            # The next dialog may open while this act is still in its own.
            if waiting:
                QTimer.singleShot(0, look)
            try:
                act(dialog)
            except BaseException as error:
                wrong.append(error)
                waiting.clear()
                dialog.reject()
        elif waiting:
            if isinstance(dialog, QDialog) and QApplication.activeWindow() is None:
                # Without a manager of windows nobody else gives the keys to a dialog that follows another.
                dialog.activateWindow()
            QTimer.singleShot(10, look)

    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(lambda: _close(seen))
    late.start(PATIENCE)
    QTimer.singleShot(0, look)
    opening()
    if wrong:
        raise wrong[0]
    missed = len(waiting)
    waiting.clear()
    assert not missed, f"{missed} dialogs did not come"
    assert late.isActive(), "a dialog did not close"


def in_menu(opening: Callable[[], object], act: Callable[[QMenu], None]) -> None:
    """Opens a menu that waits until it is closed, and does something in it; whatever stays open is closed."""
    wrong: list[BaseException] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(10, look)
            return
        try:
            act(menu)
        except BaseException as error:
            wrong.append(error)
        while popup := QApplication.activePopupWidget():
            popup.close()

    QTimer.singleShot(0, look)
    opening()
    if wrong:
        raise wrong[0]


def _close(dialogs: list[QDialog]) -> None:
    left = QApplication.activeModalWidget()
    for one in [*dialogs, *([left] if isinstance(left, QDialog) else [])]:
        if isValid(one) and one.isVisible():
            one.reject()
