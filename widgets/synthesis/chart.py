"""The curve as a picture: domains and rules against what they over-permit, the picked point ringed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, LEFT, letter
from widgets.look import Look
from workbench.reachability.synthesis.points import Figures
from workbench.texts import spoken, text

HEAD: Final = 34
FOOT: Final = 34
SIDE: Final = 34
SMALL: Final = 10.5
MARK: Final = 4.5
SIZE: Final = QSize(340, 120)


class CurveChart(QWidget):
    """Two lines over one ground: rounds are rules, squares are security domains; told in words as well."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._points: Sequence[Figures] = ()
        self._picked = -1
        self.setMinimumSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(look.said(text("Security domains and rules against over-permission")))

    def show_points(self, points: Sequence[Figures], picked: int) -> None:
        """Shows other points, or another one picked."""
        self._points, self._picked = points, picked
        said = [
            text(
                "{extra} over-permitted: {domains} security domains, {rules} rules",
                extra=one.extra,
                domains=one.domains,
                rules=one.rules,
            ).said(self._look.language)
            for one in points
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_key(painter)
        if self._points:
            self._paint_ground(painter)
            self._paint_picked(painter)
            self._paint_line(painter, lambda one: one.rules, "accent", is_round=True)
            self._paint_line(painter, lambda one: one.domains, "text2", is_round=False)

    def _at(self, one: Figures, count: int) -> QPointF:
        widest = max(point.extra for point in self._points) or 1
        highest = max(max(point.rules, point.domains) for point in self._points) or 1
        ground, across = self.height() - FOOT, self.width() - 2 * SIDE
        return QPointF(SIDE + across * one.extra / widest, ground - (ground - HEAD) * count / highest)

    def _paint_line(
        self, painter: QPainter, count: Callable[[Figures], int], ink: str, *, is_round: bool
    ) -> None:
        places = [self._at(one, count(one)) for one in self._points]
        painter.setPen(self._look.pen(ink, 1.6))
        painter.drawPolyline(places)
        painter.setBrush(self._look.colour("panel"))
        for one, at in zip(self._points, places, strict=True):
            box = QRectF(at.x() - MARK, at.y() - MARK, 2 * MARK, 2 * MARK)
            painter.drawEllipse(box) if is_round else painter.drawRect(box)
            wording = spoken(count(one), self._look.language)
            self._letter(painter, wording, at, ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _letter(self, painter: QPainter, wording: str, at: QPointF, ink: str) -> None:
        room = QRectF(at.x() - 30, at.y() - MARK - 15, 60, 14)
        letter(painter, room, wording, self._look.colour(ink), size=SMALL, align=CENTRE)

    def _paint_picked(self, painter: QPainter) -> None:
        """A band behind the picked point, from the ground to the top."""
        if 0 <= self._picked < len(self._points):
            one = self._points[self._picked]
            x = self._at(one, 0).x()
            painter.setPen(self._look.pen("accent", 1.0))
            painter.setBrush(self._look.colour("accent-bg"))
            painter.drawRoundedRect(QRectF(x - 9, HEAD - 8, 18, self.height() - FOOT - HEAD + 8), 4, 4)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ground(self, painter: QPainter) -> None:
        look, ground = self._look, self.height() - FOOT
        painter.setPen(look.pen("line2"))
        painter.drawLine(QPointF(SIDE - 10, ground), QPointF(self.width() - SIDE + 10, ground))
        last = -100.0
        for one in sorted(self._points, key=lambda point: point.extra):
            x = self._at(one, 0).x()
            if x - last >= 34:
                room = QRectF(x - 30, ground + 2, 60, 14)
                letter(
                    painter,
                    room,
                    spoken(one.extra, look.language),
                    look.colour("text2"),
                    size=SMALL,
                    align=CENTRE,
                )
                last = x
        said = look.said(text("over-permitted flows"))
        room = QRectF(0, self.height() - 16, self.width(), 14)
        letter(painter, room, said, look.colour("text2"), size=SMALL, align=CENTRE)

    def _paint_key(self, painter: QPainter) -> None:
        """What the two marks stand for."""
        look, x = self._look, 4.0
        for ink, is_round, said in (
            ("accent", True, look.said(text("rules"))),
            ("text2", False, look.said(text("security domains"))),
        ):
            painter.setPen(look.pen(ink, 1.6))
            painter.setBrush(look.colour("panel"))
            box = QRectF(x, 3, 2 * MARK, 2 * MARK)
            painter.drawEllipse(box) if is_round else painter.drawRect(box)
            letter(painter, QRectF(x + 14, 0, 150, 15), said, look.colour("text"), size=SMALL, align=LEFT)
            x += 110
        painter.setBrush(Qt.BrushStyle.NoBrush)
