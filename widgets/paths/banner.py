"""The verdict: its mark, its headline, and the sentence that decides; or what is being done instead."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from widgets.fonts import font_for
from widgets.lettering import RIGHT, letter, metrics
from widgets.look import Look
from widgets.paths.signs import SIGNS, Sign
from widgets.symbols import symbol
from workbench.reachability.answer import PathAnswer
from workbench.reachability.told import HEADLINES
from workbench.texts import Text, text

EDGE: Final = 14
MARK: Final = 24
LINE: Final = 16
QUIET: Final = Sign("mark-unknown", "text2", "raised")
WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class VerdictBanner(QWidget):
    """As high as its sentence; while something is computed it can be cancelled."""

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sign = QUIET
        self._head: Text | None = None
        self._sentence: Text | None = None
        self._aside: Text | None = None
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.cancelled)
        self.cancel.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, answer: PathAnswer, milliseconds: int) -> None:
        """Shows a verdict and how long it took to find."""
        aside = text("{time} ms", time=milliseconds)
        self._show(SIGNS[answer.verdict], HEADLINES[answer.verdict], answer.decided, aside)

    def tell_state(self, head: Text, sentence: Text, busy: bool = False) -> None:
        """Shows what is being done, or why there is no verdict."""
        self._show(QUIET, head, sentence, None, busy)

    def retell(self) -> None:
        """Says everything in the present language."""
        said = self._look.said
        self.cancel.setText(said(text("Cancel")))
        spoken = [said(part) for part in (self._head, self._sentence, self._aside) if part]
        self.setAccessibleName(" ".join(spoken))
        self._place()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max(self._sentence_height(width), LINE)) + 48

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))
        self._place()

    def _show(self, sign: Sign, head: Text, sentence: Text, aside: Text | None, busy: bool = False) -> None:
        self._sign, self._head, self._sentence, self._aside = sign, head, sentence, aside
        self.cancel.setVisible(busy)
        self.retell()
        self.setFixedHeight(self.heightForWidth(self.width()))

    def _said(self, words: Text | None) -> str:
        return self._look.said(words) if words else ""

    def _place(self) -> None:
        size = self.cancel.sizeHint()
        self.cancel.setGeometry(QRect(self.width() - size.width() - 10, 10, size.width(), 28))

    def _text_left(self) -> int:
        return EDGE + MARK + 12

    def _sentence_height(self, width: int) -> float:
        said = self._said(self._sentence)
        measures = QFontMetricsF(font_for(said, 12))
        room = QRectF(0, 0, max(width - self._text_left() - EDGE, 60), 10_000)
        return measures.boundingRect(room, WRAP, said).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, sign = self._look, self._sign
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.pen(sign.ink if sign is not QUIET else "line2", 1.5))
        painter.setBrush(look.colour(sign.ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        picture = symbol(sign.mark, MARK, sign.ink, look.theme, self.devicePixelRatioF(), sign.ground)
        painter.drawPixmap(QPointF(EDGE, 14), picture)
        left = self._text_left()
        aside = self._said(self._aside)
        spare = metrics(11).horizontalAdvance(aside) + 12 if aside else 0
        spare = self.cancel.width() + 14 if self.cancel.isVisible() else spare
        head = QRectF(left, 11, self.width() - left - EDGE - spare, 22)
        letter(painter, head, self._said(self._head), look.colour("text"), size=15, weight=700)
        if aside:
            right = QRectF(head.right(), 11, spare, 22)
            letter(painter, right, aside, look.colour("text2"), size=11, align=RIGHT)
        said = self._said(self._sentence)
        painter.setFont(font_for(said, 12))
        painter.setPen(look.colour("text2"))
        room = QRectF(left, 34, self.width() - left - EDGE, self.height() - 36)
        painter.drawText(room, WRAP, said)
