"""The status bar: what was done last, counts, selection, whether it is saved, and that nothing leaves the machine."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.symbols import symbol
from workbench.editor import Editor
from workbench.model.element import KINDS, Kind
from workbench.texts import Text, text
from workbench.words import counted

HEIGHT: Final = 26
COUNTED: Final = ("account", "vpc", "region")
"""The kinds whose numbers tell how large a design is."""


class StatusBar(QWidget):
    """26 high; the sentence at the left, facts at the right."""

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._sentence: Text | None = None
        self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def say(self, sentence: Text, wrong: bool = False) -> None:
        """Shows what was done, or what could not be."""
        self._sentence, self._wrong = sentence, wrong
        self.retell()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        said = self._look.said(self._sentence) if self._sentence else ""
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.update()

    @property
    def said(self) -> str:
        """The sentence at the left."""
        return self._look.said(self._sentence) if self._sentence else ""

    def facts(self) -> list[str]:
        """What stands at the right, in order."""
        kinds = self._editor.design.index.kinds
        told = [self._counted(KINDS[tag], len(kinds[tag])) for tag in COUNTED if kinds.get(tag)]
        saved = text("Saved") if self._editor.is_saved else text("Not saved")
        chosen = text("{count} selected", count=len(self._editor.selection))
        return [" · ".join(told), *(self._look.said(one) for one in (chosen, saved, text("Offline")))]

    def _counted(self, kind: Kind, count: int) -> str:
        return self._look.said(counted(count, kind.label if count == 1 else kind.plural))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        right = self.width() - 10.0
        for fact in reversed(self.facts()):
            wide = width_of(fact, 11) + 2
            if right - wide < self.width() * 0.38:
                break
            room = QRectF(right - wide, 0, wide, self.height())
            letter(painter, room, fact, look.colour("text2"), size=11)
            right -= wide + 16
        if self._sentence:
            name, ink = ("mark-warning", "warning-fill") if self._wrong else ("mark-ok", "ok")
            painter.drawPixmap(10, 7, symbol(name, 13, ink, look.theme, self.devicePixelRatioF()))
            letter(
                painter, QRectF(32, 0, right - 40, self.height()), self.said, look.colour("text2"), size=11
            )
