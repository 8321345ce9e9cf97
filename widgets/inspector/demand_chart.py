"""The addresses wanted year by year as a line, what the block has to give as a dashed one, and where the two cross."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, LEFT, RIGHT, letter, width_of
from widgets.look import Look
from workbench.planning.demand import Outlook, year_of
from workbench.planning.demand_said import full_said, in_words
from workbench.texts import spoken, text

HEIGHT: Final = 112
LEAST_YEARS: Final = 5
FARTHEST: Final = 15
"""Years after which a crossing is told in words alone, so that the line stays to be read."""
HEAD: Final = 18
FOOT: Final = 16
SMALL: Final = 10.5
MARK: Final = 4.0


def years_shown(found: Outlook) -> int:
    """How many years the line goes on: over the horizon, and a year beyond the one in which the block is full."""
    full = found.full
    crossing = full + 1 if full is not None and full < FARTHEST else 0
    return max(LEAST_YEARS, found.horizon, crossing)


class DemandChart(QWidget):
    """One outlook as a picture, which is told in words as well."""

    def __init__(self, found: Outlook, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found, self._look = found, look
        self._wanted = [found.wanted(year) for year in range(years_shown(found) + 1)]
        self._top = max(*self._wanted, found.usable, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.said(text("Addresses wanted by year")))
        self.setAccessibleDescription(look.said(in_words(found, years_shown(found))))
        self.setToolTip(self.accessibleDescription())

    def sizeHint(self) -> QSize:
        return QSize(220, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        self._paint_line(painter)
        self._paint_usable(painter)
        self._paint_crossing(painter)

    def _at(self, year: int, addresses: float) -> QPointF:
        """The place of a number of addresses in a year."""
        across = self.width() - 2 * MARK
        ground = self.height() - FOOT
        return QPointF(
            MARK + across * year / (len(self._wanted) - 1), ground - (ground - HEAD) * addresses / self._top
        )

    def _paint_line(self, painter: QPainter) -> None:
        ground = self.height() - FOOT
        points = [self._at(year, wanted) for year, wanted in enumerate(self._wanted)]
        below = QPolygonF([QPointF(points[0].x(), ground), *points, QPointF(points[-1].x(), ground)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent-bg"))
        painter.drawPolygon(below)
        painter.setPen(self._look.pen("accent", 2.0))
        painter.drawPolyline(points)

    def _paint_usable(self, painter: QPainter) -> None:
        """The dashed line, with its number at the end where the demand is farther from it."""
        look, usable = self._look, self._found.usable
        # In the middle of a row of pixels, so that it is one of them and not two pale ones.
        high = int(self._at(0, usable).y()) + 0.5
        pen = QPen(look.pen("error"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, high), QPointF(self.width(), high))
        wording = look.said(text("{count} usable", count=usable))
        align = LEFT if self._wanted[0] <= usable else RIGHT
        over = QRectF(0, high - 15, self.width(), 14)
        letter(painter, over, wording, look.colour("error"), size=SMALL, align=align)

    def _paint_crossing(self, painter: QPainter) -> None:
        """A ring where the block is first too small, and the year below it."""
        full, look = self._found.full, self._look
        if full is None or full >= len(self._wanted):
            return
        at = self._at(full, self._wanted[full])
        painter.setPen(look.pen("error", 1.6))
        painter.setBrush(look.colour("panel"))
        painter.drawEllipse(at, MARK - 0.8, MARK - 0.8)
        wording = look.said(full_said(self._found))
        width = width_of(wording, SMALL, 600) + 6
        left = min(max(at.x() - width / 2, 0), self.width() - width)
        room = QRectF(left, min(at.y() + 7, self.height() - FOOT - 15), width, 14)
        letter(painter, room, wording, look.colour("text"), size=SMALL, weight=600, align=CENTRE)

    def _paint_years(self, painter: QPainter) -> None:
        """The ground with as many years below as there is room for, the first always among them."""
        look, ground, last = self._look, self.height() - FOOT, len(self._wanted) - 1
        painter.setPen(look.pen("line2"))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        wordings = [spoken(year_of(self._found, year), look.language) for year in range(last + 1)]
        wide = max(width_of(wording, SMALL) for wording in wordings) + 8
        step = max(1, -(-int(wide * last) // max(1, int(self.width() - wide))))
        for year in range(0, last + 1, step):
            middle = self._at(year, 0).x()
            left = min(max(middle - wide / 2, 0), self.width() - wide)
            align = LEFT if left == 0 else RIGHT if left == self.width() - wide else CENTRE
            room = QRectF(left, ground + 2, wide, FOOT - 2)
            letter(painter, room, wordings[year], look.colour("text3"), size=SMALL, align=align)
