"""A hand on mouse and keyboard: events go to the window that lies under the pointer, and Qt finds out what they meet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

LEFT: Final = Qt.MouseButton.LeftButton
RIGHT: Final = Qt.MouseButton.RightButton
NONE: Final = Qt.KeyboardModifier.NoModifier
NOTCH: Final = 120
"""What one step of a wheel is worth."""


def click(widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT) -> None:
    """Moves to a widget and clicks; fails where something else lies over the place."""
    window, place = _bare(widget, at)
    QTest.mouseMove(window, place)
    QTest.mouseClick(window, button, NONE, place)


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """Moves to a widget and clicks twice."""
    window, place = _bare(widget, at)
    QTest.mouseMove(window, place)
    QTest.mouseDClick(window, LEFT, NONE, place)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Presses on a widget, moves in a few steps, and lets go."""
    hold(widget, start, end)
    window, place = spot(widget, end)
    QTest.mouseRelease(window, LEFT, NONE, place)


def hold(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Presses on a widget and moves; the button stays down."""
    window, first = _bare(widget, start)
    _, last = spot(widget, end)
    QTest.mouseMove(window, first)
    QTest.mousePress(window, LEFT, NONE, first)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(window, first + (last - first) * share)


def wheel(widget: QWidget, notches: int, at: QPoint | None = None) -> None:
    """Turns the wheel over a widget, towards oneself where notches are below zero."""
    place = widget.rect().center() if at is None else at
    assert is_bare(widget, place), f"{widget} has {_met(widget, place)} over it at {place}"
    under = _met(widget, place)
    # Qt hands a wheel on by itself only where the event comes from the system, and tests cannot make such ones.
    while under is not None and not _turned(under, widget.mapToGlobal(place), notches):
        under = None if under.isWindow() else under.parentWidget()


def _turned(under: QWidget, at: QPoint, notches: int) -> bool:
    """Whether a widget took a turn of the wheel."""
    turn = QWheelEvent(
        QPointF(under.mapFromGlobal(at)),
        QPointF(at),
        QPoint(),
        QPoint(0, notches * NOTCH),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    turn.ignore()
    QApplication.sendEvent(under, turn)
    return turn.isAccepted()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Presses a key where the keys go."""
    QTest.keyClick(_keyed(), key, held)


def shortcut(keys: str) -> None:
    """Presses the keys of a shortcut, such as Ctrl+Z, where the keys go."""
    QTest.keySequence(_keyed(), keys)


def write(wording: str) -> None:
    """Types a wording; what is no key of a keyboard comes from an input method."""
    for letter in wording:
        if letter.isascii() and letter.isprintable():
            QTest.keyClick(_keyed(), ord(letter))
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(QGuiApplication.focusObject(), composed)


def replace(wording: str) -> None:
    """Types over all that stands in the line that has the keys."""
    shortcut("Ctrl+A")
    press(Qt.Key.Key_Delete)
    write(wording)


def is_bare(widget: QWidget, at: QPoint) -> bool:
    """Whether a click on a place of a widget meets it."""
    if not widget.rect().contains(at):
        return False
    met = _met(widget, at)
    return met is not None and (met is widget or widget.isAncestorOf(met))


def _keyed() -> QWindow:
    window = QGuiApplication.focusWindow()
    if window is None:
        # Without a system of windows, none has the keys while a menu is open or just closed.
        top = (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or QApplication.activeWindow()
            or _brought_to_front()
        )
        assert top is not None, "no window has the keys"
        window = top.windowHandle()
    return window


def _brought_to_front() -> QWidget | None:
    """The main window, which asks for the keys: without a manager of windows nobody gives them back when a popup closes."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            window.activateWindow()
            return window if QTest.qWaitForWindowActive(window) else None
    return None


def _bare(widget: QWidget, at: QPoint | None) -> tuple[QWindow, QPoint]:
    place = widget.rect().center() if at is None else at
    assert is_bare(widget, place), f"{widget} cannot be clicked at {place}: there is {_met(widget, place)}"
    return spot(widget, place)


def _met(widget: QWidget, at: QPoint) -> QWidget | None:
    """What lies under the pointer over a place of a widget; beside a popup or a modal dialog nothing does."""
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or widget.window()
    place = top.mapFromGlobal(widget.mapToGlobal(at))
    return (top.childAt(place) or top) if top.rect().contains(place) else None


def spot(widget: QWidget, at: QPoint) -> tuple[QWindow, QPoint]:
    window = widget.window().windowHandle()
    return window, window.mapFromGlobal(widget.mapToGlobal(at))
