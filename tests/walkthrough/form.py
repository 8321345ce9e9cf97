"""The inspector as a person fills it: the wheel brings a field to view, a click gives it the keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.lists import pick, pick_choice
from tests.walkthrough.photo import photo
from widgets.inspector.editors.chips import ChipsEditor
from widgets.inspector.editors.editor import FieldEditor
from widgets.inspector.editors.rows import RowsEditor
from widgets.inspector.editors.words import WordsEditor
from widgets.shell.window import MainWindow
from workbench.editor import Editor
from workbench.model.element import Element, ElementId
from workbench.texts import Language
from workbench.words import Words

LAYOUTS = 5
"""In how many turns a form that has changed comes to rest: fewer than a person notices."""
MARGIN = 6
"""Where the inspector has nothing but ground, from its left edge: the wheel scrolls the page there."""


class Form:
    """The fields of the selected element."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def editor(self) -> Editor:
        """The editor of the design that is shown now."""
        return self.window.editor

    @property
    def selected(self) -> Element:
        """The one element that is selected."""
        (id,) = self.editor.selection
        return self.editor.design[id]

    def field(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self.window.rooms.inspector.editors[name]

    def set(self, name: str, value: Any) -> None:
        """Enters a value of the selected element in the way its field asks for."""
        field = self.field(name)
        if isinstance(field, RowsEditor):
            self.fill_rows(name, value)
        elif isinstance(field, WordsEditor):
            self.say(name, value)
        elif isinstance(field, ChipsEditor):
            self.add_chips(name, value)
        elif field.field.editor == "reference":
            self.refer(name, value)
        elif field.field.editor == "choice":
            self.choose(name, value)
        elif field.field.editor == "switch":
            self.click(self._keyed(name), QPoint(12, 12))
        else:
            self.type(self._keyed(name), "" if value is None else str(value))

    def say(self, name: str, words: Words) -> None:
        """Types a wording in each language that differs from what stands there."""
        languages: tuple[Language, ...] = ("en", "zh")
        for language in languages:
            if getattr(getattr(self.selected, name), language) != getattr(words, language):
                field = self.field(name)
                assert isinstance(field, WordsEditor)
                self.type(field.lines[language], getattr(words, language))

    def add_chips(self, name: str, values: Any) -> None:
        """Takes away the chips that are not wanted, and types or picks the values that are not there yet."""
        field = self.field(name)
        assert isinstance(field, ChipsEditor)
        while surplus := [at for at, item in enumerate(self._items(name)) if item not in _tags(values)]:
            chip = field.chips[surplus[0]]
            self.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
        for item in _tags(values):
            if item in self._items(name):
                continue
            if field.line is not None:
                self.type(field.line, item)
            else:
                self.refer(name, item)

    def refer(self, name: str, id: ElementId | None) -> None:
        """Picks the element a field names in the list that opens below it; None picks nothing."""
        box: Any = self._keyed(name)
        self.click(box)
        photo("picking an element")
        named = self.editor.design.get(id)
        pick(self.qtbot, box.picker, id or "", named.title().said("en") if named else "")

    def choose(self, name: str, value: Any) -> None:
        """Opens a box of choices and picks one with the arrow keys."""
        box = self._keyed(name)
        assert isinstance(box, QComboBox)
        self.click(box)
        photo("choosing")
        pick_choice(self.qtbot, box, value)

    def fill_rows(self, name: str, rows: Any) -> None:
        """Adds a row for each record that is missing and fills its cells."""
        field = self.field(name)
        assert isinstance(field, RowsEditor)
        for at, row in enumerate(rows):
            if at >= len(getattr(self.selected, name)):
                self.click(field.buttons["add"])
            for column, cell in enumerate(field.field.columns):
                wanted = getattr(row, cell.name)
                if field.model.value(at, column) != wanted:
                    self.fill_cell(field, at, column, wanted)

    def fill_cell(self, field: RowsEditor, row: int, column: int, value: Any) -> None:
        """Walks to a cell with the arrow keys, opens it with F2 and fills it."""
        self._walk(field, row, column)
        hand.press(Qt.Key.Key_F2)
        editor = field.table.indexWidget(field.model.index(row, column))
        if isinstance(editor, QComboBox):
            self.qtbot.waitUntil(editor.view().isVisible)
            photo("choosing in a cell")
            pick_choice(self.qtbot, editor, value or "")
        else:
            assert isinstance(editor, QLineEdit)
            hand.replace(str(value))
            photo("typing in a cell")
            hand.press(Qt.Key.Key_Return)
        # A cell takes what was typed only when the keys have been dealt with.
        self.qtbot.waitUntil(lambda: bool(field.model.value(row, column) == value))

    def type(self, line: QWidget, wording: str) -> None:
        """Clicks into a line, replaces what stands there and presses Enter."""
        self.click(line)
        hand.replace(wording)
        hand.press(Qt.Key.Key_Return)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Turns the wheel until a widget of the form is to be seen, and clicks it."""
        self.bring(widget)
        hand.click(widget, at)

    def bring(self, widget: QWidget) -> None:
        """Turns the wheel beside the fields until all of a widget is to be seen."""
        page = self.window.rooms.inspector.findChild(QScrollArea)
        assert page is not None
        view = page.viewport()
        beside = QPoint(MARGIN, view.height() // 2)
        for _ in range(LAYOUTS):
            QApplication.processEvents()
        for _ in range(100):
            place = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
            if place.top() >= 0 and place.bottom() <= view.height():
                return
            hand.wheel(view, 1 if place.top() < 0 else -1, beside)
        raise AssertionError(f"{widget} cannot be brought to view")

    def _walk(self, field: RowsEditor, row: int, column: int) -> None:
        table = field.table
        # What opened in the cell before is closed first.
        self.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        if not table.hasFocus():
            self.bring(table)
            hand.click(table.viewport(), QPoint(4, 4))
        at = table.currentIndex()
        for steps, more, less in (
            (row - at.row(), Qt.Key.Key_Down, Qt.Key.Key_Up),
            (column - at.column(), Qt.Key.Key_Right, Qt.Key.Key_Left),
        ):
            for _ in range(abs(steps)):
                hand.press(more if steps > 0 else less)
        assert (table.currentIndex().row(), table.currentIndex().column()) == (row, column)

    def _keyed(self, name: str) -> QWidget:
        field = self.field(name)
        return field.focusProxy() or field

    def _items(self, name: str) -> list[str]:
        return _tags(getattr(self.selected, name))


def _tags(values: Any) -> list[str]:
    """Values as they stand on chips; tags are sorted there."""
    return (
        [f"{key}={value}" for key, value in sorted(values.items())]
        if isinstance(values, dict)
        else list(values)
    )
