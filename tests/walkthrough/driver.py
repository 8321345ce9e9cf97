"""A person at the window: finds what is on the screen and uses nothing but mouse and keyboard on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from widgets.inspector.editors.chips import ChipsEditor
from widgets.inspector.editors.editor import FieldEditor
from widgets.inspector.editors.rows import RowsEditor
from widgets.inspector.editors.words import WordsEditor
from widgets.look import Look
from widgets.navigator.model import ID
from widgets.qt.picker import Picker
from widgets.shell.window import MainWindow
from workbench.drawing.drawing import Box, Key, Point
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.storage.opening import Opened
from workbench.texts import Language, Words

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
HEADER = (30.0, 8.0)
"""From the corner of a box to a point of it that is its own, whatever stands inside."""


class Driver:
    """The window on a design, and what a person can do there."""

    def __init__(self, qtbot: QtBot, design: Design, size: tuple[int, int] = (1440, 900)) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(Look("en", "light"))
        qtbot.addWidget(self.window, before_close_func=lambda _: self.editor.mark_saved(self.editor.design))
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.lay_out(Opened(design))
        self.editor = self.window.editor
        # The panels find their places when events are looked at next.
        QApplication.processEvents()
        self.drawn()

    # What stands on the screen.

    @property
    def design(self) -> Design:
        """The design now."""
        return self.editor.design

    @property
    def canvas(self) -> Any:
        """The canvas in front."""
        return self.window.rooms.area.canvas

    @property
    def selected(self) -> Element:
        """The one element that is selected."""
        (id,) = self.editor.selection
        return self.design[id]

    def box(self, key: Key) -> Box:
        """A box of the sheet in front."""
        found: Box = self.canvas.drawing.by_key[key]
        return found

    def boxes_of(self, id: ElementId) -> list[Box]:
        """The boxes that show an element, everywhere it stands."""
        found: list[Box] = self.canvas.places.boxes_of([id])
        return found

    def drawn(self) -> None:
        """Waits until the sheet shows the design as it is."""
        self.qtbot.waitUntil(lambda: bool(self.canvas and self.canvas.drawing), timeout=20_000)
        self.qtbot.waitUntil(lambda: not self.canvas._drafting._at_work, timeout=20_000)

    def checked(self) -> None:
        """Waits until the findings are complete for the design as it is."""
        panel = self.window.rooms.findings
        self.qtbot.waitUntil(
            lambda: panel.findings.state == "complete" and panel.findings.design == self.design,
            timeout=30_000,
        )

    # Palette and canvas.

    def show_sheet(self, name: str) -> None:
        """Clicks the tab of a name."""
        bar = self.window.rooms.tabs.bar
        at = next(at for at in range(bar.count()) if bar.tabText(at) == name)
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(at).center())
        self.drawn()

    def take(self, tool: str) -> None:
        """Clicks a tool of the palette: select, hand or connect."""
        QTest.mouseClick(self.window.rooms.area.palette_bar.tools[tool], LEFT)

    def take_kind(self, tag: str) -> None:
        """Clicks a kind in the palette; what is not there is found behind the plus."""
        bar = self.window.rooms.area.palette_bar
        button = bar.kinds.get(tag)
        if button is not None and button.isVisible():
            QTest.mouseClick(button, LEFT)
        else:
            QTest.mouseClick(bar.plus, LEFT)
            self.pick(bar.picker, tag, tag.replace("-", " "))

    def click(self, at: Point) -> None:
        """Clicks a point of the sheet."""
        pixel = self._pixel(at)
        QTest.mouseMove(self.canvas.viewport(), pixel)
        QTest.mouseClick(self.canvas.viewport(), LEFT, pos=pixel)

    def drag(self, start: Point, end: Point) -> None:
        """Presses at a point of the sheet, moves, and lets go at another."""
        first, last = self._pixels(start, end)
        view = self.canvas.viewport()
        QTest.mouseMove(view, first)
        QTest.mousePress(view, LEFT, pos=first)
        for share in (0.2, 0.6, 1.0):
            QTest.mouseMove(view, first + (last - first) * share)
        QTest.mouseRelease(view, LEFT, pos=last)

    def header(self, key: Key) -> Point:
        """A point in the header of a box."""
        rect = self.box(key).rect
        return rect.x + HEADER[0], rect.y + HEADER[1]

    def draw(self, tag: str, within: Key, name: str) -> ElementId:
        """Draws an element by a click into a box and types its name in place; gives its id."""
        before = self.editor.selection
        self.take_kind(tag)
        self.click(self.header(within))
        return self._named(name, before)

    def draw_by_dragging(self, tag: str, start: Point, end: Point, name: str) -> ElementId:
        """Drags out an element between two points of the sheet and types its name in place; gives its id."""
        before = self.editor.selection
        self.take_kind(tag)
        self.drag(start, end)
        return self._named(name, before)

    def connect(self, start: Key, end: Key) -> ElementId:
        """Drags a link from one box to another; gives its id."""
        before = self.editor.selection
        self.take("connect")
        self.drag(self.header(start), self.header(end))
        self.take("select")
        assert self.editor.selection != before, "no link was made"
        self.drawn()
        return self.selected.id

    def select(self, id: ElementId) -> None:
        """Clicks an element in the navigator, its rows opened up."""
        tree, model = self.window.rooms.navigator.tree, self.window.rooms.navigator.model
        index = model.where(id)
        above = index.parent()
        while above.isValid():
            tree.expand(above)
            above = above.parent()
        tree.scrollTo(index)
        QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(index).center())
        assert self.editor.selection == (id,)

    def press(self, keys: str) -> None:
        """Presses a shortcut where the keys go."""
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    # Inspector.

    def field(self, name: str) -> FieldEditor:
        """The editor of a field, scrolled into view."""
        found = self.window.rooms.inspector.editors[name]
        page = self.window.rooms.inspector.findChild(QScrollArea)
        assert page is not None
        page.ensureWidgetVisible(found)
        return found

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
            QTest.mouseClick(field.focusProxy() or field, LEFT, pos=QPoint(12, 12))
        else:
            self.type(field.focusProxy() or field, "" if value is None else str(value))

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
            QTest.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 8, chip.height() // 2))
        for item in _tags(values):
            if item in self._items(name):
                continue
            if field.line is not None:
                self.type(field.line, item)
            else:
                self.refer(name, item)

    def refer(self, name: str, id: ElementId | None) -> None:
        """Picks the element a field names in the list that opens below it; None picks nothing."""
        box: Any = self.field(name).focusProxy()
        QTest.mouseClick(box, LEFT)
        named = self.design.get(id)
        self.pick(box.picker, id or "", named.title().said("en") if named else "")

    def pick(self, picker: Picker, id: str, wanted: str) -> None:
        """Types into an open picker and clicks the row of an id."""
        self.qtbot.waitUntil(picker.isVisible)
        QTest.keyClicks(picker.search, wanted)
        rows = picker.list
        at = next(row for row in range(rows.rowCount()) if rows.index(row).data(ID) == id)
        self._click_row(picker.rows, rows.index(at))

    def choose(self, name: str, value: Any) -> None:
        """Opens a box of choices and picks one with the arrow keys."""
        box = self.field(name).focusProxy()
        assert isinstance(box, QComboBox)
        QTest.mouseClick(box, LEFT)
        self._pick_in_list(box, value)

    def fill_rows(self, name: str, rows: Any) -> None:
        """Adds a row for each record that is missing and fills its cells."""
        field = self.field(name)
        assert isinstance(field, RowsEditor)
        for at, row in enumerate(rows):
            if at >= len(getattr(self.selected, name)):
                QTest.mouseClick(field.buttons["add"], LEFT)
            for column, cell in enumerate(field.field.columns):
                wanted = getattr(row, cell.name)
                if field.model.value(at, column) != wanted:
                    self._fill_cell(field, at, column, wanted)

    def type(self, line: QWidget, wording: str) -> None:
        """Clicks into a line, replaces what stands there and presses Enter."""
        QTest.mouseClick(line, LEFT)
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(line, Qt.Key.Key_Delete)
        if wording.isascii():
            QTest.keyClicks(line, wording)
        else:
            # What is no key of a keyboard comes from an input method.
            composed = QInputMethodEvent()
            composed.setCommitString(wording)
            QApplication.sendEvent(line, composed)
            # Input methods do not mark a line as changed by hand; the keys after them do.
            QTest.keyClick(line, Qt.Key.Key_Space)
            QTest.keyClick(line, Qt.Key.Key_Backspace)
        QTest.keyClick(line, Qt.Key.Key_Return)

    # How it is done.

    def _items(self, name: str) -> list[str]:
        return _tags(getattr(self.selected, name))

    def _named(self, name: str, before: tuple[ElementId, ...]) -> ElementId:
        assert self.editor.selection != before, "nothing was drawn"
        self.drawn()
        title = self.canvas.title_editor
        self.qtbot.waitUntil(title.isVisible)
        QTest.keyClicks(title, name)
        QTest.keyClick(title, Qt.Key.Key_Return)
        self.drawn()
        assert self.selected.name.en == name
        return self.selected.id

    def _fill_cell(self, field: RowsEditor, row: int, column: int, value: Any) -> None:
        table, index = field.table, field.model.index(row, column)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = table.indexWidget(index)
        if isinstance(editor, QComboBox):
            QTest.mouseClick(editor, LEFT)
            self._pick_in_list(editor, value or "")
        else:
            assert isinstance(editor, QLineEdit)
            QTest.keyClick(editor, Qt.Key.Key_A, CONTROL)
            QTest.keyClicks(editor, str(value))
            QTest.keyClick(editor, Qt.Key.Key_Return)
        # A cell takes what was typed only when the keys have been dealt with.
        self.qtbot.waitUntil(lambda: bool(field.model.value(row, column) == value))

    def _pick_in_list(self, box: QComboBox, value: Any) -> None:
        view = box.view()
        self.qtbot.waitUntil(view.isVisible)
        steps = box.findData(value) - view.currentIndex().row()
        for _ in range(abs(steps)):
            QTest.keyClick(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        QTest.keyClick(view, Qt.Key.Key_Return)

    def _click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def _pixel(self, at: Point) -> QPoint:
        return self._pixels(at)[0]

    def _pixels(self, *points: Point) -> list[QPoint]:
        """Where points of the sheet are in the view; the sheet is moved where something else covers them."""
        zoom = self.window.rooms.area.zoom_box
        for button in (None, "view.fit", "view.zoom-out", "view.zoom-out", "view.zoom-out"):
            if button:
                QTest.mouseClick(zoom.buttons[button], LEFT)
            pixels = [self.canvas.mapFromScene(*point) for point in points]
            if all(self._is_bare(pixel) for pixel in pixels):
                return pixels
        raise AssertionError(f"{points} cannot be reached")

    def _is_bare(self, pixel: QPoint) -> bool:
        view = self.canvas.viewport()
        if not view.rect().contains(pixel):
            return False
        found = self.window.childAt(view.mapTo(self.window, pixel))
        return found is view


def _tags(values: Any) -> list[str]:
    """Values as they stand on chips; tags are sorted there."""
    return (
        [f"{key}={value}" for key, value in sorted(values.items())]
        if isinstance(values, dict)
        else list(values)
    )
