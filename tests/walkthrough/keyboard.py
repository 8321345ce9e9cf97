"""Somebody without a mouse: finds, draws, connects and fills in with keys alone, wherever the keys go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView, QWidget

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.form import Form
from tests.walkthrough.photo import photo
from widgets.inspector.editors.rows import RowsEditor
from widgets.navigator.model import ID
from widgets.qt.pick_field import PickField
from widgets.qt.picker import Picker
from workbench.model.element import ElementId

MOST = 120
"""Presses of Tab from the first field of the inspector to any other, at most."""
PARTS = 6


class KeyForm(Form):
    """The fields of the selected element, reached with F6 and Tab."""

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:  # noqa: ARG002
        """Goes to a widget and presses the key that does what a click does."""
        self.go_to(widget)
        if isinstance(widget, QComboBox):
            hand.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        elif isinstance(widget, PickField):
            hand.press(Qt.Key.Key_Down)
        elif not isinstance(widget, (QLineEdit, QTableView)):
            hand.press(Qt.Key.Key_Space)

    def bring(self, widget: QWidget) -> None:
        """Goes there: what has the keys is brought to view by the page itself."""
        self.go_to(widget)

    def is_in_front(self) -> None:
        """Fails until keys come to the window; where no manager of windows gives them back to it, it asks for them."""
        popup, active = QApplication.activePopupWidget(), QApplication.activeWindow()
        assert popup is None, f"{popup} is still open"
        if active is not self.window and QApplication.activeModalWidget() is None:
            self.window.activateWindow()
        assert active is self.window, f"the keys come to {active}"

    def go_to(self, wanted: QWidget) -> None:
        """Presses F6 until the inspector has the keys, then Tab, forward or back, until the widget has them."""
        inspector = self.window.rooms.inspector
        # What opened before has to be gone, or its keys would be pressed in it.
        self.qtbot.waitUntil(self.is_in_front)
        for _ in range(PARTS):
            if inspector.isAncestorOf(QApplication.focusWidget()):
                break
            hand.press(Qt.Key.Key_F6)
        for _ in range(MOST):
            now = QApplication.focusWidget()
            if now is wanted:
                return
            assert inspector.isAncestorOf(now), f"the keys left the inspector before they came to {wanted}"
            if self._lies_before(wanted, now):
                hand.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            else:
                hand.press(Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"{wanted} is not reached with Tab")

    def refer(self, name: str, id: ElementId | None) -> None:
        """Opens the list of a field, types the name and goes to the row with the arrow keys."""
        box: Any = self._keyed(name)
        self.click(box)
        named = self.editor.design.get(id)
        take(self.qtbot, box.picker, id or "", named.title().said(self.window.look.language) if named else "")

    def _walk(self, field: RowsEditor, row: int, column: int) -> None:
        self.go_to(field.table)
        if not field.table.currentIndex().isValid():
            hand.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        super()._walk(field, row, column)

    def _lies_before(self, wanted: QWidget, now: QWidget) -> bool:
        place, here = (one.mapToGlobal(QPoint(0, 0)) for one in (wanted, now))
        return (place.y(), place.x()) < (here.y(), here.x())


class KeyDriver(Driver):
    """The window, used with keys alone."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.form: KeyForm = KeyForm(self.qtbot, self.window)

    def show_sheet(self, name: str) -> None:
        """Finds a sheet by its name."""
        wanted = next(one.id for one in self.design if one.kind.tag == "sheet" and one.name.en == name)
        self.go(wanted, self._called(wanted))
        self.drawn()

    def go(self, id: ElementId, name: str) -> None:
        """Selects an element with the finder."""
        take(self.qtbot, self._finder(), id, name)

    def add(self, line: str, under: ElementId = "") -> ElementId:
        """Types a line that adds an element; gives its id."""
        if under:
            self.go(under, self._called(under))
        before = self.editor.selection
        finder = self._finder()
        hand.write(line)
        photo("keyboard, typed to add")
        hand.press(Qt.Key.Key_Return)
        assert self.editor.selection != before, f"{line!r} added nothing: {self.window.status.said}"
        assert not finder.isVisible()
        return self.selected.id

    def join(self, start: ElementId, end: ElementId) -> ElementId:
        """Connects two elements of the sheet: Alt+C at the one, Enter at the other; gives the link's id."""
        self.go(start, self._called(start))
        self.drawn()
        hand.shortcut("Alt+C")
        self.go(end, self._called(end))
        photo("keyboard, connecting")
        before = self.editor.selection
        self.to_the_sheet()
        hand.press(Qt.Key.Key_Return)
        assert self.editor.selection != before, f"no link was made: {self.window.status.said}"
        hand.press(Qt.Key.Key_Escape)
        self.drawn()
        return self.selected.id

    def to_the_sheet(self) -> None:
        """Presses F6 until the sheet has the keys."""
        for _ in range(PARTS):
            if self.canvas.hasFocus():
                return
            hand.press(Qt.Key.Key_F6)
        raise AssertionError("F6 does not come to the sheet")

    def _called(self, id: ElementId) -> str:
        return self.design[id].title().said(self.window.look.language)

    def _finder(self) -> Picker:
        self.qtbot.waitUntil(self.form.is_in_front)
        hand.shortcut("Ctrl+K")
        finder = QApplication.activePopupWidget()
        assert isinstance(finder, Picker)
        self.qtbot.waitUntil(finder.search.hasFocus)
        return finder


def take(qtbot: Any, picker: Picker, id: ElementId, wanted: str) -> None:
    """Types into an open picker, goes down to the row of an id and takes it."""
    qtbot.waitUntil(picker.search.hasFocus)
    hand.write(wanted)
    rows = picker.list
    at = next(row for row in range(rows.rowCount()) if rows.index(row).data(ID) == id)
    for _ in range(at - picker.rows.currentIndex().row()):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    QTest.qWait(0)


def tab_to(wanted: QWidget) -> None:
    """Presses Tab until a widget has the keys."""
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            return
        hand.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{wanted} is not reached with Tab")
