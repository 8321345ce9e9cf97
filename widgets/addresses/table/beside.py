"""Plan A beside plan B: the figures of both, and what B makes of each, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.symbols import symbol
from workbench.model.design import Design
from workbench.planning.plan_table.comparison import Comparison, Figures
from workbench.texts import Sayable, Text, text

HIGH: Final = 76
HEADS: Final = 20
LINE: Final = 26
LETTER: Final = 40


class Figure(NamedTuple):
    """A column: what it counts, how both plans read, and by how much B is better (0: neither way)."""

    title: Text
    a: str
    b: str
    better: int = 0


class PlansBeside(QWidget):
    """Two rows of figures; what is better in B has a tick, what is worse a warning."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._figures: list[Figure] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def tell(self, found: Comparison, design: Design) -> None:
        """Tells of a comparison."""
        self._figures = list(_figures(found))
        look = self._look
        said = [f"{look.said(one.title)}: A {one.a}, B {one.b}" for one in self._figures]
        routes = " · ".join(self._routes(found, design))
        self.setAccessibleName(look.said(text("Plan A beside plan B")))
        self.setAccessibleDescription("; ".join([*said, routes]))
        self.setToolTip(routes)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("raised"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        for at, name in enumerate("AB"):
            chip = QRectF(14, HEADS + 5 + at * LINE, 18, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent" if at else "text3"))
            painter.drawRoundedRect(chip, 3, 3)
            letter(
                painter,
                chip,
                name,
                look.colour("accent-fg" if at else "panel"),
                size=11,
                weight=700,
                align=CENTRE,
            )
        wide = (self.width() - LETTER - 12) / max(len(self._figures), 1)
        for at, figure in enumerate(self._figures):
            self._paint(painter, figure, QRectF(LETTER + at * wide, 0, wide - 8, HIGH))

    def _paint(self, painter: QPainter, figure: Figure, room: QRectF) -> None:
        look = self._look
        head = QRectF(room.left(), 4, room.width(), HEADS - 2)
        letter(painter, head, look.said(figure.title), look.colour("text3"), size=11)
        letter(painter, QRectF(room.left(), HEADS, room.width(), LINE), figure.a, look.colour("text2"))
        row = QRectF(room.left(), HEADS + LINE, room.width(), LINE)
        ink = look.colour("text" if figure.a != figure.b else "text2")
        taken = letter(painter, row, figure.b, ink, weight=600 if figure.a != figure.b else 400)
        if figure.better:
            name, tint = ("mark-ok", "ok") if figure.better > 0 else ("mark-warning", "warning-fill")
            spot = symbol(name, 12, tint, look.theme, self.devicePixelRatioF())
            painter.drawPixmap(round(row.left() + taken + 6), round(row.center().y() - 6), spot)

    def _routes(self, found: Comparison, design: Design) -> Iterator[str]:
        for region in sorted({*found.a.routes, *found.b.routes}):
            element = design.get(region)
            name: Sayable = element.title() if element else text("no region", key="plan.no-region")
            told = text(
                "{region}: {a} routes, in B {b}",
                region=name,
                a=found.a.routes.get(region, 0),
                b=found.b.routes.get(region, 0),
            )
            yield self._look.said(told)


def _figures(found: Comparison) -> Iterator[Figure]:
    a, b = found.a, found.b
    yield Figure(
        text("Routes", key="plan.routes"), f"{a.announced:,}", f"{b.announced:,}", a.announced - b.announced
    )
    yield Figure(
        text("Free blocks", key="plan.free-blocks"),
        f"{a.fragments:,}",
        f"{b.fragments:,}",
        a.fragments - b.fragments,
    )
    yield Figure(text("Largest free", key="plan.largest"), _largest(a), _largest(b), _size(b) - _size(a))
    yield Figure(text("Not needed", key="plan.waste"), f"{a.waste:,}", f"{b.waste:,}", a.waste - b.waste)
    yield Figure(text("Moves", key="plan.moves"), "–", f"{found.moved:,}")
    yield Figure(text("New blocks", key="plan.new"), "–", f"{sum(not one.old for one in found.moves):,}")


def _largest(figures: Figures) -> str:
    return str(figures.largest) if figures.largest else "–"


def _size(figures: Figures) -> int:
    return figures.largest.size if figures.largest else 0
