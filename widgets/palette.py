"""The palette over the canvas: tools, the kinds drawn most on this kind of sheet, and a plus for all others."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from widgets.canvas.tools import Tool, tools
from widgets.look import Look
from widgets.qt.picker import Pick, Picker
from widgets.shell.floating import SHADOW, Floating
from widgets.symbols import icon
from workbench.commands.inserting import insertable
from workbench.model.element import KINDS, Kind, SheetKind
from workbench.texts import LANGUAGES, Text, text

MOST: Final = 10
BUTTON: Final = 28
GAP: Final = 9


class Palette(Floating):
    """36 wide."""

    tool_picked = Signal(str)
    kind_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shows: SheetKind = "network"
        self._tool = "select"
        self.tools = {name: self._button() for name in offered_tools()}
        self.kinds: dict[str, QToolButton] = {}
        self.plus = self._button()
        self.plus.setCheckable(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(2)
        self.picker = Picker(look, self, text("Search all kinds"))
        self.picker.picked.connect(self.kind_picked)
        self.plus.clicked.connect(self.open_all)
        for name, button in self.tools.items():
            button.clicked.connect(lambda _=False, name=name: self._take(name))

    def serve(self, shows: SheetKind) -> None:
        """Offers the kinds that stand on this kind of sheet."""
        if shows != self._shows or not self.kinds:
            self._shows = shows
            self._arrange()

    def fit(self, height: int) -> None:
        """Shows as many kinds as a height has room for; all others stay behind the plus."""
        room = (height - 2 * GAP - 8) // (BUTTON + 2) - len(self.tools) - 1
        for place, button in enumerate(self.kinds.values()):
            button.setVisible(place < room)

    def take(self, tool: str) -> None:
        """Shows which tool is in hand."""
        self._tool = tool
        drawn = tool.partition(":")[2]
        for name, button in self.tools.items():
            button.setChecked(name == tool)
        for tag, button in self.kinds.items():
            button.setChecked(tag == drawn)

    def retell(self) -> None:
        """Says every name again, in the present language and theme."""
        for name, button in self.tools.items():
            made = offered_tools()[name]
            self._dress(button, made.symbol, made.title or Text(name))
        for tag, button in self.kinds.items():
            self._dress(button, KINDS[tag].symbol, KINDS[tag].label)
        self._dress(self.plus, "ui-plus", text("All kinds"))

    def open_all(self) -> None:
        """Shows every kind to pick from."""
        picks = [
            Pick(
                kind.tag,
                self._look.said(kind.label),
                kind.symbol,
                "" if self._shows in kind.stands else self._look.said(text("not drawn here")),
                tuple(kind.label.said(language) for language in LANGUAGES),
            )
            for kind in insertable()
        ]
        self.picker.open_at(self.plus.mapToGlobal(QPoint(BUTTON + 10, 0)), 280, picks)

    def sizeHint(self) -> QSize:
        count = len(self.tools) + sum(not button.isHidden() for button in self.kinds.values()) + 1
        return QSize(36 + 2 * SHADOW, count * (BUTTON + 2) + 2 * GAP + 8 + 2 * SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        shown = [button for button in self.kinds.values() if not button.isHidden()]
        for button in (*list(self.tools.values())[-1:], *shown[-1:]):
            y = button.geometry().bottom() + 1 + GAP // 2
            painter.fillRect(SHADOW + 7, y, 22, 1, self._look.colour("line"))

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(18, 18))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _arrange(self) -> None:
        while self._column.takeAt(0):
            pass
        for button in self.kinds.values():
            # Gone at once, not when events are next looked at.
            button.hide()
            button.deleteLater()
        self.kinds = {kind.tag: self._button() for kind in most_used(self._shows)}
        for tag, button in self.kinds.items():
            button.clicked.connect(lambda _=False, tag=tag: self._pick(tag))
        for group in (self.tools, self.kinds):
            for button in group.values():
                self._column.addWidget(button)
                button.show()
            self._column.addSpacing(GAP)
        self._column.addWidget(self.plus)
        self.retell()
        self.take(self._tool)
        self.adjustSize()

    def _dress(self, button: QToolButton, name: str, title: Text) -> None:
        button.setIcon(icon(name, self._look.theme, 18, "text"))
        button.setToolTip(self._look.said(title))
        button.setAccessibleName(self._look.said(title))

    def _take(self, name: str) -> None:
        self.take(name)
        self.tool_picked.emit(name)

    def _pick(self, tag: str) -> None:
        self.take(f"draw:{tag}")
        self.kind_picked.emit(tag)


def offered_tools() -> dict[str, type[Tool]]:
    """The tools that have a title, by name, in their order."""
    titled = (item for item in tools().items() if item[1].title)
    return dict(sorted(titled, key=lambda item: (item[1].order, item[0])))


def most_used(shows: SheetKind) -> tuple[Kind, ...]:
    """The kinds that stand on a kind of sheet and are drawn most, in their order."""
    found = [kind for kind in KINDS.values() if shows in kind.stands and not kind.is_link]
    found.sort(key=lambda kind: (not kind.palette, kind.palette, kind.tag))
    return tuple(found[:MOST])
