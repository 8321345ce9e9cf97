"""Paints the rows of an answer: a hop with what lets request and answer pass, and the sentences below the hops."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.fonts import font_for
from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.navigator.delegate import paint_chosen
from widgets.paths.model import ROW, EndRow, FoldRow, HopRow, NoteRow, PathRow
from widgets.paths.signs import paint_way
from widgets.symbols import symbol
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import Passage, PathAnswer
from workbench.reachability.told import STOPS, called, place, rests_on, symbol_of
from workbench.texts import text

HOP: Final = 50
LINE: Final = 17
TILE: Final = 32
LEFT: Final = 16
NAME: Final = LEFT + TILE + 12
SHARE: Final = 0.42
"""The share of the width that name and place take."""
WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
NOTE_MARKS: Final = {
    "warning": ("mark-warning", "warning-fill"),
    "unknown": ("mark-unknown", "text2"),
    "assumed": ("mark-hint", "hint"),
}


class PathDelegate(QStyledItemDelegate):
    """Rows as high as their sentences."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self.design = Design.of()
        self._ink = "ok"

    def show(self, answer: PathAnswer | None, design: Design) -> None:
        """Takes the design that names come from; what is not known passes in no colour of its own."""
        self.design = design
        self._ink = "text2" if answer and answer.verdict == "unknown" else "ok"

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: PathRow = index.data(ROW)
        width = self._view.viewport().width()
        if isinstance(row, HopRow):
            return QSize(width, self._hop_height(row, width))
        if isinstance(row, NoteRow):
            said = self._look.said(row.said)
            return QSize(width, round(_height(said, 12, width - NAME - 12)) + 10)
        return QSize(width, HOP if isinstance(row, EndRow) else 28)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: PathRow = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.colour("accent-bg"))
            paint_chosen(painter, rect, self._look)
        if isinstance(row, HopRow):
            self._paint_hop(painter, rect, row, _leads_on(index))
        elif isinstance(row, EndRow):
            self._paint_end(painter, rect, row)
        elif isinstance(row, NoteRow):
            self._paint_note(painter, rect, row)
        else:
            self._paint_fold(painter, rect, row)
        painter.restore()

    def _hop_height(self, row: HopRow, width: int) -> int:
        room = self._room(QRectF(0, 0, width, 0)).width() - 14
        lines = sum(_height(self._passage(part), 12, room) for part in (row.hop.request, row.hop.answer))
        return max(HOP, round(lines) + 16)

    def _room(self, rect: QRectF) -> QRectF:
        """Where request and answer stand."""
        left = rect.left() + max(NAME + 60, rect.width() * SHARE)
        return QRectF(left, rect.top(), rect.right() - left - 10, rect.height())

    def _paint_hop(self, painter: QPainter, rect: QRectF, row: HopRow, goes_on: bool) -> None:
        hop = row.hop
        ink = "error" if row.stops else self._ink
        # Where the answer is lost the request goes on all the same.
        is_end = row.stops and hop.answer is None
        if row.number > 1:
            self._paint_chain(painter, rect, "error" if is_end else self._ink, up=True)
        if goes_on and not is_end:
            self._paint_chain(painter, rect, self._ink, up=False)
        self._paint_tile(painter, rect, hop.element, ink)
        self._paint_number(painter, rect, row)
        if row.asks:
            self._paint_asks(painter, self._tile(rect).bottomRight())
        self._paint_name(painter, rect, hop.element, "text")
        room = self._room(rect).translated(0, 8)
        for back, passage in enumerate((hop.request, hop.answer)):
            room.setTop(room.top() + self._paint_passage(painter, room, passage, bool(back)))
        below = self._room(rect)
        painter.fillRect(QRectF(below.left(), rect.bottom() - 1, below.width(), 1), self._look.colour("line"))

    def _paint_passage(self, painter: QPainter, room: QRectF, passage: Passage | None, back: bool) -> float:
        """Paints one way on as many lines as it takes; gives their height."""
        blocked = passage is not None and not passage.passes
        ink = "error" if blocked else "text3" if passage is None else self._ink
        middle = QPointF(room.left() + 5, room.top() + LINE / 2)
        if blocked:
            picture = symbol("mark-error", 12, "error", self._look.theme, _ratio(painter))
            painter.drawPixmap(QPointF(middle.x() - 6, middle.y() - 6), picture)
        else:
            paint_way(painter, middle, back, self._look.colour(ink))
        said = self._passage(passage)
        words = "error" if blocked else "text3" if passage is None else "text2" if back else "text"
        rest = room.adjusted(14, 0, 0, 0)
        painter.setFont(font_for(said, 12, 600 if blocked else 400))
        painter.setPen(self._look.colour(words))
        painter.drawText(rest, WRAP, said)
        return _height(said, 12, rest.width())

    def _passage(self, passage: Passage | None) -> str:
        if passage is None:
            return self._look.said(text("does not come here"))
        if passage.passes:
            return self._look.said(passage.said)
        return self._look.said(text("{stops}: {said}", stops=STOPS, said=passage.said))

    def _paint_chain(self, painter: QPainter, rect: QRectF, ink: str, up: bool) -> None:
        x, tile = rect.left() + LEFT + TILE / 2, self._tile(rect)
        top, bottom = (rect.top(), tile.top()) if up else (tile.bottom(), rect.bottom())
        painter.fillRect(QRectF(x - 1.5, top, 3, bottom - top), self._look.colour(ink))

    def _tile(self, rect: QRectF) -> QRectF:
        return QRectF(rect.left() + LEFT, rect.top() + 9, TILE, TILE)

    def _paint_tile(self, painter: QPainter, rect: QRectF, element: ElementId, ink: str) -> None:
        look, tile = self._look, self._tile(rect)
        painter.setPen(look.pen(ink, 1.5))
        painter.setBrush(look.colour("panel"))
        painter.drawRoundedRect(tile, 6, 6)
        picture = symbol(symbol_of(self.design, element), 18, "text2", look.theme, _ratio(painter))
        painter.drawPixmap(QPointF(tile.center().x() - 9, tile.center().y() - 9), picture)

    def _paint_number(self, painter: QPainter, rect: QRectF, row: HopRow) -> None:
        look, centre = self._look, self._tile(rect).topRight()
        painter.setPen(look.pen("panel", 1.5))
        painter.setBrush(look.colour("error" if row.stops else self._ink))
        disc = QRectF(centre.x() - 8, centre.y() - 7, 16, 16)
        painter.drawEllipse(disc)
        letter(painter, disc, str(row.number), look.colour("panel"), size=10, weight=700, align=CENTRE)

    def _paint_asks(self, painter: QPainter, corner: QPointF) -> None:
        """The mark of what is not known, at the hop on which the verdict hangs."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("panel"))
        painter.drawEllipse(corner, 8.5, 8.5)
        picture = symbol("mark-unknown", 16, "text", self._look.theme, _ratio(painter))
        painter.drawPixmap(QPointF(corner.x() - 8, corner.y() - 8), picture)

    def _paint_name(self, painter: QPainter, rect: QRectF, element: ElementId, ink: str) -> None:
        look, right = self._look, self._room(rect).left() - 8
        name = QRectF(rect.left() + NAME, rect.top() + 8, right - rect.left() - NAME, LINE)
        title = look.said(called(self.design, element))
        letter(painter, name, title, look.colour(ink), size=13, weight=600)
        stands = look.said(place(self.design, element))
        letter(painter, name.translated(0, LINE), stands, look.colour("text3"), size=11)

    def _paint_end(self, painter: QPainter, rect: QRectF, row: EndRow) -> None:
        look = self._look
        pen = look.pen("text3", 1.5)
        dashed = type(pen)(pen)
        dashed.setDashPattern([3.0, 2.0])
        painter.setPen(dashed)
        x, tile = rect.left() + LEFT + TILE / 2, self._tile(rect)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, tile.top()))
        painter.setBrush(look.colour("panel"))
        painter.drawRoundedRect(tile, 6, 6)
        picture = symbol(symbol_of(self.design, row.element), 18, "text3", look.theme, _ratio(painter))
        painter.drawPixmap(QPointF(tile.center().x() - 9, tile.center().y() - 9), picture)
        self._paint_name(painter, rect, row.element, "text3")
        room = self._room(rect).adjusted(14, 0, 0, 0)
        letter(painter, room, look.said(text("not reached")), look.colour("text3"))

    def _paint_note(self, painter: QPainter, rect: QRectF, row: NoteRow) -> None:
        look, (mark, ink) = self._look, NOTE_MARKS[row.kind]
        picture = symbol(mark, 16, ink, look.theme, _ratio(painter))
        painter.drawPixmap(QPointF(rect.left() + LEFT + 8, rect.top() + 5), picture)
        said = look.said(row.said)
        painter.setFont(font_for(said, 12))
        painter.setPen(look.colour("text"))
        painter.drawText(
            QRectF(rect.left() + NAME, rect.top() + 5, rect.width() - NAME - 12, 9_999), WRAP, said
        )

    def _paint_fold(self, painter: QPainter, rect: QRectF, row: FoldRow) -> None:
        look = self._look
        chevron = symbol("ui-chevron", 10, "text2", look.theme, _ratio(painter))
        painter.save()
        painter.translate(rect.left() + LEFT + TILE / 2, rect.center().y())
        if not row.is_open:
            painter.rotate(-90)
        painter.drawPixmap(QPointF(-5, -5), chevron)
        painter.restore()
        room = rect.adjusted(NAME, 0, -12, 0)
        letter(painter, room, look.said(rests_on(row.count)), look.colour("text2"), weight=600)


def _leads_on(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the row below is on the way, too."""
    below = index.model().index(index.row() + 1, 0)
    return isinstance(below.data(ROW), (HopRow, EndRow))


def _height(said: str, size: int, width: float) -> float:
    measures = QFontMetricsF(font_for(said, size))
    return max(measures.boundingRect(QRectF(0, 0, max(width, 40), 10_000), WRAP, said).height(), LINE)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
