"""The top row: sign, menus, undo and redo, the box that finds, the edition, language and theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from widgets.symbols import icon, symbol
from workbench.commands.menus import KEYS, MENUS, Menu
from workbench.texts import Language, Text, text

if TYPE_CHECKING:
    from widgets.shell.actions import Actions

HEIGHT = 40


class Sign(QWidget):
    """The program's own sign."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(QRectF(11, 10, 20, 20), 5, 5)
        painter.setPen(self._look.pen("accent-fg", 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            [
                QRectF(15.5, 14.5, 0, 0).topLeft(),
                QRectF(15.5, 25.5, 0, 0).topLeft(),
                QRectF(26.5, 25.5, 0, 0).topLeft(),
            ]
        )
        painter.drawRoundedRect(QRectF(19, 15, 7, 6.5), 1.5, 1.5)


class FindButton(QAbstractButton):
    """Looks like a search line and opens the finder."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMaximumWidth(330)
        self.setEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(330, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(look.pen("accent" if self.hasFocus() else "control", width))
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.isEnabled():
            painter.drawPixmap(9, 7, symbol("ui-search", 14, "text3", look.theme, self.devicePixelRatioF()))
        keys = self.width() > 230
        room = QRectF(30, 0, self.width() - 36 - (52 if keys else 0), self.height())
        letter(painter, room, self.text(), look.colour("text3"))
        if keys:
            painter.setPen(look.pen("line2"))
            painter.setBrush(look.colour("panel"))
            cap = QRectF(self.width() - 51, 6, 44, 16)
            painter.drawRoundedRect(cap, 3, 3)
            letter(painter, cap, "Ctrl K", look.colour("text3"), size=10.5, align=CENTRE)


class LanguageSwitch(QWidget):
    """中 | EN: a click takes the other language."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(64, 26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked.emit("zh" if event.position().x() < self.width() / 2 else "en")

    def keyPressEvent(self, event: object) -> None:
        other: Language = "en" if self._look.language == "zh" else "zh"
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):  # type: ignore[attr-defined]
            self.picked.emit(other)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(look.pen("accent" if self.hasFocus() else "line2", width))
        painter.setBrush(look.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        half = self.width() / 2
        painter.setPen(look.pen("line2"))
        painter.drawLine(round(half), 7, round(half), self.height() - 7)
        for place, (language, sign) in enumerate((("zh", "中"), ("en", "EN"))):
            on = look.language == language
            ink = look.colour("text" if on else "text3")
            room = QRectF(place * half, 0, half, self.height())
            letter(painter, room, sign, ink, weight=700 if on else 400, align=CENTRE)


class EditionButton(QAbstractButton):
    """§ and the edition of the contract; opens a menu of editions."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open)
        self.hide()

    def open(self) -> None:
        """Shows the editions below the button."""
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self.text())) + 52, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(look.pen("accent" if self.hasFocus() else "line2", width))
        painter.setBrush(look.colour("hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        letter(painter, QRectF(11, 0, 14, self.height()), "§", look.colour("scope"), weight=700)
        letter(painter, QRectF(26, 0, self.width() - 46, self.height()), self.text(), look.colour("text"))
        chevron = symbol("ui-chevron", 10, "text2", look.theme, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 19, (self.height() - 10) // 2, chevron)


class TopRow(QWidget):
    """40 high, in place of the menu bar. It is seen before there are commands, and serves once it is given them."""

    finding = Signal()
    spoken = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(HEIGHT)
        self.bar = QMenuBar(self)
        self.bar.setNativeMenuBar(True)
        self.bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.menus: dict[Menu, QMenu] = {name: self.bar.addMenu("") for name in MENUS}
        self.buttons = {id: QToolButton(self) for id in ("edit.undo", "edit.redo", "view.dark")}
        for button in self.buttons.values():
            button.setFixedSize(28, 28)
            button.setEnabled(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.finder = FindButton(look, self)
        self.finder.clicked.connect(self.finding)
        self.edition = EditionButton(look, self)
        self.language = LanguageSwitch(look, self)
        self.language.picked.connect(self.spoken)
        self._lay_out(Sign(look, self))
        self.say_menus()

    def serve(self, actions: Actions, editions: Callable[[QMenu], None]) -> None:
        """Lets the buttons do what they stand for."""
        for id, button in self.buttons.items():
            button.clicked.connect(actions.action(id).trigger)
        self.edition.menu.aboutToShow.connect(lambda: editions(self.edition.menu))
        self.finder.setEnabled(True)
        self.edition.show()

    def say_menus(self) -> None:
        """Titles the menus, and what stands in the box that finds, in the present language."""
        for name, menu in self.menus.items():
            said = self._look.said(MENUS[name])
            menu.setTitle(keyed(said, KEYS[name]))
            menu.setWindowTitle(said)
        self.finder.setText(self._look.said(text("Search elements, addresses, commands…")))
        self.finder.setAccessibleName(self.finder.text())

    def retell(self, edition: Text, undo: Text | None, redo: Text | None) -> None:
        """Says everything in the present language and theme."""
        look = self._look
        self.edition.setText(look.said(edition))
        self.edition.setAccessibleName(look.said(text("Edition: {edition}", edition=edition)))
        self.edition.updateGeometry()
        spoken = text("Chinese") if look.language == "zh" else text("English")
        self.language.setAccessibleName(look.said(text("Language: {language}", language=spoken)))
        other = text("Light colours") if look.theme == "dark" else text("Dark colours")
        undoing = text("Undo: {step}", step=undo) if undo else text("There is no step to take back.")
        redoing = text("Redo: {step}", step=redo) if redo else text("There is no step to do again.")
        sun = "ui-sun" if look.theme == "dark" else "ui-moon"
        told = {
            "edit.undo": ("ui-undo", undoing, bool(undo)),
            "edit.redo": ("ui-redo", redoing, bool(redo)),
            "view.dark": (sun, other, True),
        }
        for id, (name, tip, on) in told.items():
            self.buttons[id].setIcon(icon(name, look.theme, 16, "text"))
            self.buttons[id].setToolTip(look.said(tip))
            self.buttons[id].setAccessibleName(look.said(tip))
            self.buttons[id].setEnabled(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def _lay_out(self, sign: Sign) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 1)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.buttons["edit.undo"])
        row.addWidget(self.buttons["edit.redo"])
        row.addWidget(self.finder, 3)
        row.addStretch(1)
        row.addWidget(self.edition)
        row.addWidget(self.language)
        row.addWidget(self.buttons["view.dark"])


def keyed(title: str, letter: str) -> str:
    """A title with the letter that opens it marked, in brackets behind it where the title does not have it."""
    at = title.casefold().find(letter.casefold())
    return f"{title[:at]}&{title[at:]}" if at >= 0 else f"{title}(&{letter})"
