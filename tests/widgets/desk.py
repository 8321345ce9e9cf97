"""A window with a design in it, for tests that type and click."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from widgets.look import Look
from widgets.navigator.model import ID
from widgets.shell.window import MainWindow
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.sketch import sketch
from workbench.storage.opening import Opened
from workbench.texts import Language

LANDING_ZONE = """
    eng engagement edition=standard
    sheet-a sheet shows=account order=1
    sheet-n sheet shows=network order=2
    rd resource-directory
      core folder
        acc-net account name.zh=网络账号
        acc-app account
      biz folder
    hz region region_id=cn-hangzhou
      hz-h zone zone_id=cn-hangzhou-h
    vpc-a vpc parent=acc-app region=hz blocks=10.0.0.0/16
      vsw-1 vswitch zone=hz-h block=10.0.1.0/24
      sg-1 security-group
        - rules action=drop port=22/22 block=0.0.0.0/0
    vpc-b vpc parent=acc-net region=hz blocks=10.1.0.0/16
"""
LEFT = Qt.MouseButton.LeftButton


class Room:
    """The window, and the words a test uses for what the user does."""

    def __init__(self, qtbot: QtBot, design: Design, path: Path | None = None) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(Look("en", "light"))
        qtbot.addWidget(
            self.window, before_close_func=lambda window: window.editor.mark_saved(window.editor.design)
        )
        self.window.show()
        self.window.activateWindow()
        self.window.lay_out(Opened(design, path))
        self.editor = self.window.editor
        qtbot.waitUntil(lambda: self.canvas is not None and self.canvas.drawing is not None, timeout=20_000)

    @property
    def canvas(self) -> Any:
        """The canvas in front."""
        return self.window.rooms.area.canvas

    def element(self, id: ElementId | None) -> Any:
        """An element of the design as it is now."""
        return self.editor.design[id or ""]

    def editor_of(self, name: str) -> Any:
        """The inspector's editor of a field."""
        return self.window.rooms.inspector.editors[name]

    def checked(self) -> None:
        """Waits until the checks are complete for the present design."""
        panel = self.window.rooms.findings
        self.qtbot.waitUntil(
            lambda: panel.findings.is_complete and panel.findings.design == self.editor.design,
            timeout=30_000,
        )

    def speaks(self, language: Language) -> None:
        """The window goes over to a language; waits until every part has."""
        self.window.look.speak(language)
        self.qtbot.waitUntil(lambda: not self.window._laying.at_work)

    def field(self, name: str) -> Any:
        """The widget of a field in the inspector that takes the keys."""
        editor = self.window.rooms.inspector.editors[name]
        return editor.focusProxy() or editor

    def types(self, widget: QWidget, wording: str) -> None:
        """Replaces what stands in a line and presses Enter."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if wording:
            QTest.keyClicks(widget, wording)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClick(widget, Qt.Key.Key_Return)

    def clicks_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Clicks a row of a list or tree."""
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def row(self, id: ElementId) -> QModelIndex:
        """The navigator's row of an element, opened up."""
        tree, model = self.window.rooms.navigator.tree, self.window.rooms.navigator.model
        index = model.where(id)
        above = index.parent()
        while above.isValid():
            tree.expand(above)
            above = above.parent()
        return index

    def rows(self, parent: QModelIndex | None = None) -> list[str]:
        """The ids of the navigator's rows below another."""
        model = self.window.rooms.navigator.model
        over = parent or QModelIndex()
        return [model.index(row, 0, over).data(ID) for row in range(model.rowCount(over))]

    def presses(self, keys: str) -> None:
        """Presses a shortcut where the keys are."""
        target = self.window.focusWidget() or self.window
        QTest.keySequence(target, keys)


def landing_zone() -> Design:
    """A small design with two sheets."""
    return sketch(LANDING_ZONE)


def centre_of(widget: QWidget) -> QPoint:
    """The middle of a widget."""
    return widget.rect().center()
