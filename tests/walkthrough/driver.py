"""A person at the window: finds what is on the screen and uses nothing but mouse and keyboard on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.fitting import cut
from tests.walkthrough.form import Form
from tests.walkthrough.hearing import unheard
from tests.walkthrough.lists import pick
from tests.walkthrough.photo import photo
from widgets.look import Look
from widgets.qt.picker import Picker
from widgets.shell.window import MainWindow
from workbench.drawing.drawing import Box, Key, Point
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.storage.opening import Opened

HEADER = (30.0, 8.0)
"""From the corner of a box to a point of it that is its own, whatever stands inside."""


class Driver:
    """The window on a design, and what a person can do there."""

    def __init__(
        self, qtbot: QtBot, design: Design, size: tuple[int, int] = (1440, 900), look: Look | None = None
    ) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(look or Look("en", "light"))
        qtbot.addWidget(self.window, before_close_func=lambda _: self.editor.mark_saved(self.editor.design))
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.window.lay_out(Opened(design))
        # The panels find their places when events are looked at next.
        QApplication.processEvents()
        self.form = Form(qtbot, self.window)
        self.drawn()

    # What stands on the screen.

    @property
    def editor(self) -> Editor:
        """The editor of the design that is shown now."""
        return self.window.editor

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
        return self.form.selected

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

    def in_front(self) -> None:
        """Waits until the window has the keys again; without a manager of windows it is brought to the front."""
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def checked(self) -> None:
        """Waits until the findings are complete for the design as it is."""
        panel = self.window.rooms.findings
        self.qtbot.waitUntil(
            lambda: panel.findings.is_complete and panel.findings.design == self.design,
            timeout=30_000,
        )

    def shown(self, stage: str, window: QWidget | None = None, quotes: str = "") -> None:
        """Keeps a picture, and fails where something of the window is cut, has no name to be spoken, or another language.

        `quotes` holds what the window may quote beside the design: names of files and what stands in them.
        """
        photo(stage)
        seen = window or self.window
        wrong = cut(seen)
        wrong += unheard(seen, self.window.look.language, self.design, quotes)
        assert not wrong, "\n".join(wrong)

    def find(self, wording: str) -> None:
        """Opens the finder and goes to the first that answers a wording."""
        hand.shortcut("Ctrl+K")
        finder = self.window.findChildren(Picker)[-1]
        self.qtbot.waitUntil(finder.search.hasFocus)
        hand.write(wording)
        hand.press(Qt.Key.Key_Return)

    # Palette and canvas.

    def show_sheet(self, name: str) -> None:
        """Clicks the tab of a sheet by its English name, rolled into sight where it is not."""
        bar = self.window.rooms.tabs.bar
        tabs = [self.design.get(bar.tabData(at)) for at in range(bar.count())]
        at = next(at for at, sheet in enumerate(tabs) if sheet and sheet.title().said("en") == name)
        arrows = [bar.findChild(QToolButton, f"Scroll{side}Button") for side in ("Left", "Right")]
        for _ in range(bar.count()):
            place = bar.tabRect(at).center()
            if bar.rect().contains(place) and bar.childAt(place) is None:
                break
            hand.click(arrows[place.x() > 0])
        hand.click(bar, bar.tabRect(at).center())
        self.drawn()

    def take(self, tool: str) -> None:
        """Clicks a tool of the palette: select, hand or connect."""
        hand.click(self.window.rooms.area.palette_bar.tools[tool])

    def take_kind(self, tag: str) -> None:
        """Clicks a kind in the palette; what is not there is found behind the plus."""
        bar = self.window.rooms.area.palette_bar
        button = bar.kinds.get(tag)
        if button is not None and button.isVisible():
            hand.click(button)
        else:
            hand.click(bar.plus)
            photo("all kinds")
            pick(self.qtbot, bar.picker, tag, tag.replace("-", " "))

    def click(self, at: Point, button: Qt.MouseButton = hand.LEFT) -> None:
        """Clicks a point of the sheet."""
        hand.click(self.canvas.viewport(), self.pixels(at)[0], button)

    def drag(self, start: Point, end: Point) -> None:
        """Presses at a point of the sheet, moves, and lets go at another."""
        hand.drag(self.canvas.viewport(), *self.pixels(start, end))

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

    def show_all(self) -> None:
        """Shows every sheet as a whole, checked; as it was drawn, and as it is arranged by itself."""
        bar = self.window.rooms.tabs.bar
        for at in reversed(range(bar.count())):
            hand.click(bar, bar.tabRect(at).center())
            self.drawn()
            self.checked()
            for stage in ("drawn", "arranged"):
                hand.click(self.window.rooms.area.zoom_box.buttons["view.fit"])
                photo(f"whole sheet {at} {stage}")
                hand.shortcut("Ctrl+Shift+L")
                self.drawn()

    # How it is done.

    def _named(self, name: str, before: tuple[ElementId, ...]) -> ElementId:
        assert self.editor.selection != before, "nothing was drawn"
        self.drawn()
        title = self.canvas.title_editor
        self.qtbot.waitUntil(title.hasFocus)
        hand.write(name)
        photo(f"naming a {self.selected.kind.tag}")
        hand.press(Qt.Key.Key_Return)
        self.drawn()
        assert self.selected.name.en == name
        return self.selected.id

    def pixels(self, *points: Point) -> list[QPoint]:
        """Where points of the sheet are in the view; the sheet is moved where something else covers them."""
        zoom, view = self.window.rooms.area.zoom_box, self.canvas.viewport()
        for button in (None, "view.fit", *["view.zoom-out"] * 6):
            if button:
                hand.click(zoom.buttons[button])
            pixels = [self.canvas.mapFromScene(*point) for point in points]
            if all(hand.is_bare(view, pixel) for pixel in pixels):
                return pixels
        raise AssertionError(f"{points} cannot be reached")
