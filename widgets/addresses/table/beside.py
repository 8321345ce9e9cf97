"""Plan A beside plan B: the figures of both, and what B makes of each, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, letter, width_of
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
    share: int = 2
    """Its part of the width."""
    brief: tuple[str, str] | None = None
    """How both plans read where there is less room."""

    def within(self, wide: float) -> tuple[str, str]:
        """How both plans read in a width."""
        fits = all(width_of(one, 12, 600) <= wide for one in (self.a, self.b))
        return (self.a, self.b) if fits or self.brief is None else self.brief


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
        self._figures = [self._routed(found, design), *_figures(found)]
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
        unit = (self.width() - LETTER - 12) / max(sum(one.share for one in self._figures), 1)
        left = float(LETTER)
        for figure in self._figures:
            self._paint(painter, figure, QRectF(left, 0, figure.share * unit - 8, HIGH))
            left += figure.share * unit

    def _paint(self, painter: QPainter, figure: Figure, room: QRectF) -> None:
        look = self._look
        head = QRectF(room.left(), 4, room.width(), HEADS - 2)
        letter(painter, head, look.said(figure.title), look.colour("text3"), size=11)
        sign = 20 if figure.better else 0
        a, b = figure.within(room.width() - sign)
        letter(painter, QRectF(room.left(), HEADS, room.width(), LINE), a, look.colour("text2"))
        row = QRectF(room.left(), HEADS + LINE, room.width() - sign, LINE)
        differs = figure.a != figure.b
        ink = look.colour("text" if differs else "text2")
        taken = letter(painter, row, b, ink, weight=600 if differs else 400)
        if figure.better:
            name, tint = ("mark-ok", "ok") if figure.better > 0 else ("mark-warning", "warning-fill")
            spot = symbol(name, 12, tint, look.theme, self.devicePixelRatioF())
            painter.drawPixmap(round(row.left() + taken + 6), round(row.center().y() - 6), spot)

    def _routed(self, found: Comparison, design: Design) -> Figure:
        """The routes that announce the networks, in all and by region."""
        title = text("Routes", key="plan.routes")
        a, b = (self._by_region(one, design) for one in (found.a, found.b))
        brief = _summed(found.a), _summed(found.b)
        return Figure(title, a, b, found.a.announced - found.b.announced, 5, brief)

    def _by_region(self, figures: Figures, design: Design) -> str:
        names = {id: design[id].title() for id in figures.routes if id in design}
        parts = [f"{self._look.said(name)} {figures.routes[id]:,}" for id, name in sorted(names.items())]
        return f"{figures.announced:,} · {' · '.join(parts)}" if len(parts) > 1 else f"{figures.announced:,}"

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
        text("Free blocks", key="plan.free-blocks"),
        f"{a.fragments:,}",
        f"{b.fragments:,}",
        a.fragments - b.fragments,
    )
    yield Figure(text("Largest free", key="plan.largest"), _largest(a), _largest(b), _size(b) - _size(a))
    yield Figure(text("Not needed", key="plan.waste"), f"{a.waste:,}", f"{b.waste:,}", a.waste - b.waste)
    yield Figure(text("Moves", key="plan.moves"), "–", f"{found.moved:,}")
    yield Figure(text("New blocks", key="plan.new"), "–", f"{sum(not one.old for one in found.moves):,}")


def _summed(figures: Figures) -> str:
    """The routes as a sum of those of the regions."""
    parts = [f"{figures.routes[region]:,}" for region in sorted(figures.routes)]
    return f"{figures.announced:,} = {' + '.join(parts)}" if len(parts) > 1 else f"{figures.announced:,}"


def _largest(figures: Figures) -> str:
    return str(figures.largest) if figures.largest else "–"


def _size(figures: Figures) -> int:
    return figures.largest.size if figures.largest else 0
