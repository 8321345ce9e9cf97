"""Whether everything in a window has the room it asks for."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from widgets.qt.one_line import OneLine
from widgets.shell.top_row import FindButton


def cut(window: QWidget) -> list[str]:
    """Labels and buttons of a window that are smaller than their wording, and the window where it leaves the screen."""
    for _ in range(5):
        QApplication.processEvents()
    found = [
        f"{type(one).__name__} {_wording(one)!r}: {one.size().toTuple()} of {one.sizeHint().toTuple()}"
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.window() is window and _wording(one) and _is_cut(one)
    ]
    screen: QRect = QGuiApplication.primaryScreen().availableGeometry()
    if QGuiApplication.platformName() != "offscreen" and not screen.contains(window.frameGeometry()):
        found.append(f"{window.windowTitle()!r} stands at {window.frameGeometry()}, the screen is {screen}")
    return found


def _wording(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, (QComboBox, FindButton, OneLine)):
        return False  # they end in an ellipsis
    return widget.width() < widget.sizeHint().width() or widget.height() < widget.sizeHint().height()
