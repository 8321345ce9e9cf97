"""The heads of rows and columns, which stay while the cells scroll, and the corner that says which way to read."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from widgets.lettering import CENTRE, LEFT, MIDDLE, RIGHT, letter, width_of
from widgets.look import Look
from widgets.matrix.model import MatrixTable
from widgets.symbols import symbol
from workbench.drawing.colours import Theme
from workbench.texts import Text, text

HIGH: Final = 58
WIDE, NARROW = 172, 124
"""How wide the heads of rows are, and where there is little room."""
ROOMY: Final = 520
"""From this width of the whole on there is room enough."""
NAMED_FROM: Final = 15
"""Lower rows have no name of their own; the one under the pointer and the current one are named then."""
CODED_FROM: Final = 34
"""Narrower columns have their code upright."""
BAR: Final = 4.0
CODE: Final = 38.0
"""What a code takes at the right of a row's head."""


class Lit(Protocol):
    """What tells heads which rows or columns are pointed at, and how much room there is."""

    def width(self) -> int:
        """How wide cells and heads are together."""

    def lit(self, orientation: Qt.Orientation) -> tuple[int, int]:
        """The current section and the one under the pointer; -1 where there is none."""


class Head(QHeaderView):
    """A head that paints its sections itself, and lights those that are pointed at."""

    def __init__(
        self, orientation: Qt.Orientation, table: MatrixTable, grid: Lit, look: Look, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self._table, self._grid, self._look = table, grid, look
        self._kept: tuple[object, Theme, QImage] = (None, look.theme, QImage())
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @property
    def is_dense(self) -> bool:
        """Whether the sections have no room for names."""
        return self.defaultSectionSize() < NAMED_FROM

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_dense:
            super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.is_dense:
            self._paint_bars(painter)
        edge = QRectF(self.viewport().rect())
        line = self._look.colour("line2")
        if self.orientation() == Qt.Orientation.Vertical:
            painter.fillRect(QRectF(edge.right() - 1, 0, 1, edge.height()), line)
        else:
            painter.fillRect(QRectF(0, edge.bottom() - 1, edge.width(), 1), line)
        if self.is_dense:
            for section in dict.fromkeys(self._grid.lit(self.orientation())):
                if 0 <= section < self.count():
                    self._paint_named(painter, section)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        where, lit = QRectF(rect), section in self._grid.lit(self.orientation())
        painter.fillRect(where, self._look.colour("accent-bg" if lit else "raised"))
        if self.orientation() == Qt.Orientation.Vertical:
            self._paint_row(painter, where, section, lit)
        else:
            self._paint_column(painter, where, section, lit)

    def _paint_bars(self, painter: QPainter) -> None:
        """The bars of all sections at once, where there may be a thousand in sight."""
        painter.fillRect(self.viewport().rect(), self._look.colour("raised"))
        bars, length = self._bars(), self.count() * self.defaultSectionSize()
        if self.orientation() == Qt.Orientation.Vertical:
            painter.drawImage(QRectF(8, -self.offset(), BAR, length), bars)
        else:
            painter.drawImage(QRectF(-self.offset(), self.height() - 8, length, BAR), bars)

    def _bars(self) -> QImage:
        """A pixel for each section in the colour of its bar; kept while the cells and the theme are the same."""
        codes, theme, bars = self._kept
        if codes is not self._table.codes or theme != self._look.theme:
            is_row = self.orientation() == Qt.Orientation.Vertical
            bars = QImage(*((1, self.count()) if is_row else (self.count(), 1)), QImage.Format.Format_RGB32)
            for at in range(self.count()):
                ink = self._look.colour(self._table.shared(at, self.orientation())[0].ink)
                bars.setPixelColor(*((0, at) if is_row else (at, 0)), ink)
            self._kept = (self._table.codes, self._look.theme, bars)
        return bars

    def _paint_row(self, painter: QPainter, where: QRectF, section: int, lit: bool) -> None:
        party, _ = self._table.shared(section, self.orientation())
        look, high = self._look, where.height()
        gap = min(high / 6, 8.0)
        bar = QRectF(where.left() + 8, where.top() + gap, BAR, high - 2 * gap)
        painter.fillRect(bar, look.colour(party.ink))
        if lit:
            painter.fillRect(QRectF(where.left(), where.top(), 3, high), look.colour("accent"))
        ratio = painter.device().devicePixelRatioF()
        size = 16 if high >= 24 else 12
        spot = symbol(party.symbol, size, "text2", look.theme, ratio)
        painter.drawPixmap(QPointF(where.left() + 18, where.center().y() - size / 2), spot)
        small = 12 if high >= 18 else 10
        letter(painter, where.adjusted(0, 0, -8, 0), party.code, look.colour("text3"), size=11, align=RIGHT)
        room = where.adjusted(18 + size + 6, 0, -CODE, 0)
        name = look.said(self._table.called(section, self.orientation()))
        letter(painter, room, name, look.colour("text"), size=small, weight=600, cut=MIDDLE)

    def _paint_column(self, painter: QPainter, where: QRectF, section: int, lit: bool) -> None:
        party, _ = self._table.shared(section, self.orientation())
        look, wide = self._look, where.width()
        gap = min(wide / 6, 14.0)
        painter.fillRect(
            QRectF(where.left() + gap, where.bottom() - 7, wide - 2 * gap, BAR), look.colour(party.ink)
        )
        if lit:
            painter.fillRect(QRectF(where.left(), where.top(), wide, 3), look.colour("accent"))
        ink = look.colour("text")
        if wide < CODED_FROM:
            painter.save()
            painter.translate(where.center().x(), where.bottom() - 10)
            painter.rotate(-90)
            letter(painter, QRectF(0, -wide / 2, HIGH - 14, wide), party.code, ink, size=11, weight=600)
            painter.restore()
            return
        ratio = painter.device().devicePixelRatioF()
        spot = symbol(party.symbol, 16, "text2", look.theme, ratio)
        painter.drawPixmap(QPointF(where.center().x() - 8, where.top() + 9), spot)
        room = QRectF(where.left(), where.top() + 28, wide, 18)
        letter(painter, room, party.code, ink, size=11, weight=600, align=CENTRE)

    def _paint_named(self, painter: QPainter, section: int) -> None:
        """The name of a lit section where no other has one, over its neighbours."""
        look, at = self._look, self.sectionViewportPosition(section) + self.sectionSize(section) / 2
        name = look.said(self._table.called(section, self.orientation()))
        if self.orientation() == Qt.Orientation.Vertical:
            top = min(max(at - 8, 0.0), self.height() - 16.0)
            rect = QRectF(14, top, self.width() - 15, 16)
            align = LEFT
        else:
            wide = width_of(name, 11, 600) + 14
            left = min(max(at - wide / 2, 0.0), self.width() - wide)
            rect = QRectF(max(left, 0.0), HIGH - 30, min(wide, self.width()), 18)
            align = CENTRE
        painter.fillRect(rect, look.colour("accent-bg"))
        painter.setPen(look.pen("accent"))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        room = rect.adjusted(6, 0, -4, 0)
        letter(painter, room, name, look.colour("text"), size=11, weight=600, align=align, cut=MIDDLE)


class RowHead(Head):
    """Bar, symbol, name and code of each row."""

    def sizeHint(self) -> QSize:
        return QSize(WIDE if self._grid.width() >= ROOMY else NARROW, 0)


class ColumnHead(Head):
    """Symbol, code and bar of each column; the name is its tip."""

    def sizeHint(self) -> QSize:
        return QSize(0, HIGH)


class Corner(QWidget):
    """Says which way the matrix is read; a click turns it round."""

    clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._turned = look, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell(False)

    def tell(self, turned: bool) -> None:
        """Says who sends, in the present language."""
        self._turned = turned
        self.setAccessibleName(self._look.said(self.said))
        self.setToolTip(self._look.said(text("{reading} · click to turn it round", reading=self.said)))
        self.update()

    @property
    def said(self) -> Text:
        """Which way the matrix is read."""
        return text("from columns → to rows") if self._turned else text("from rows → to columns")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        rect = QRectF(self.rect())
        painter.fillRect(rect, look.colour("raised"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("line2"))
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), look.colour("line2"))
        letter(painter, rect.adjusted(10, 0, -6, 0), look.said(self.said), look.colour("text2"), size=11)
