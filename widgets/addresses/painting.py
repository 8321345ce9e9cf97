"""How figures are painted: networks tinted, their parts solid, what is kept hatched, what collides framed and marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planners.addresses import Block
from widgets.addresses.brushes import DASHES, HATCHES, dashed, hatch
from widgets.addresses.figures import A_SLICE, HEAD, HEADED, OVER_ALL, Cell, Figure
from widgets.addresses.rows import Rows
from widgets.lettering import CENTRE, MIDDLE, letter, width_of
from widgets.look import Look
from widgets.symbols import symbol
from workbench.drawing.colours import on_category
from workbench.model.element import Element, ElementId
from workbench.planning.address_map import AddressMap, Claim, Tile
from workbench.planning.address_map.said import MOST_NAMES, title_of

READABLE = 30
"""Pixels that a name needs at least."""
WIDEST = 160
"""Pixels that most names have room in."""
OPENED = 24
"""Pixels that the name of a vSwitch needs in the row that is opened."""
LINE, LEAST = 16, 13
"""How high a line of text is, and how low it may get."""


class FigurePainter:
    """Paints figures of one map with a look."""

    def __init__(self, painter: QPainter, made: AddressMap, look: Look, ratio: float, rows: Rows) -> None:
        self._rows = rows
        self._painter, self._made, self._look, self._ratio = painter, made, look, ratio
        self.labels: list[tuple[QRectF, Claim]] = []
        """Where names stand that are taken hold of instead of what lies below: those of pools."""
        self._free: Sequence[Figure] = ()
        self._bases: list[int] = []
        self._covered: dict[ElementId, list[QRectF]] = {}

    def painting(self, shown: Sequence[Figure], free: Sequence[Figure]) -> Iterator[None]:
        """Everything in sight, names last, a few at a time."""
        self._free, self._bases = free, [figure.cell.block.base for figure in free]
        self._covered = covered(shown)
        for act, figures in ((self._ground, shown), (self._name_free, free), (self._name, shown)):
            for at, figure in enumerate(figures):
                act(figure)
                if not at % A_SLICE:
                    yield

    def _ground(self, figure: Figure) -> None:
        painter, look, rect, cell = self._painter, self._look, figure.rect, figure.cell
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not isinstance(cell, Claim):
            hatch(painter, rect, cell.fill, look, self._ratio)
            self._frame(rect, HATCHES[cell.fill][2], 1.6)
        elif cell.use in ("reserved", "site", "cloud"):
            hatch(painter, rect, cell.use, look, self._ratio)
            self._frame(rect, "control" if cell.use == "reserved" else "site.border", 1.2)
        elif cell.use == "vswitch":
            painter.fillRect(rect, look.colour(self._ink(cell)))
            if not figure.joined:
                self._frame(rect, "panel", 1.0)
        elif cell.use in ("vpc", "router"):
            painter.fillRect(rect, look.colour(f"{self._ink(cell)}@{22 if cell.use == 'vpc' else 60}"))
            self._frame(rect, self._ink(cell), 1.4)
        elif cell.use == "pool":
            self._frame(rect, "control", 1.0)
        else:
            painter.setPen(dashed(look, "text3" if cell.use == "room" else "accent", DASHES[cell.use]))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _frame(self, rect: QRectF, ink: str, width: float) -> None:
        self._painter.setPen(self._look.pen(ink, width))
        self._painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _ink(self, claim: Claim) -> str:
        tint = self._made.tints.get(claim.element)
        return f"category.{tint.category if tint else 'grey'}"

    def _name(self, figure: Figure) -> None:
        cell, rect = figure.cell, figure.rect
        if figure.joined or rect.width() < self._least(cell) or rect.height() < LINE - 2:
            return
        if isinstance(cell, Claim) and self._is_covered(rect, cell):
            return
        if not isinstance(cell, Claim):
            self._name_shared(rect, cell)
        elif cell.use == "vswitch":
            tint = self._made.tints.get(cell.element)
            ink = on_category(tint.category if tint else "grey")
            self._name_part(self._marked(rect, cell, ink), cell)
        elif cell.use == "vpc":
            self._name_network(self._marked(rect, cell, "text2"), cell)
        elif cell.use == "pool":
            self._name_pool(cell)
        else:
            mark = "mark-reserved" if cell.use == "reserved" else ""
            # A room lies around what it is kept for, which has its name in the middle or to the left.
            self._pill(rect, self._said(cell.element), mark, "text2", to_right=cell.use == "room")

    def _least(self, cell: Cell) -> int:
        """How wide what is named has to be."""
        rows = self._rows
        place = rows.frame.place(cell.block) if isinstance(cell, Claim) and cell.use == "vswitch" else None
        return OPENED if place and place.top == rows.opened else READABLE

    def _is_covered(self, rect: QRectF, claim: Claim) -> bool:
        """Whether what shares its addresses is named where the name of a claim would stand."""
        patch = QRectF(0, 0, min(rect.width(), WIDEST), LINE)
        patch.moveCenter(rect.center())
        return any(over.intersects(patch) for over in self._covered.get(claim.element, ()))

    def _name_shared(self, rect: QRectF, cell: Tile) -> None:
        """All that lie on the same addresses; what is meant to is said without alarm."""
        names = " / ".join(self._said(id) for id in cell.elements[:MOST_NAMES])
        if len(cell.elements) > MOST_NAMES:
            names += f" +{len(cell.elements) - MOST_NAMES:,}"
        is_meant = cell.fill == "declared"
        self._pill(
            rect, names, "intended-overlap" if is_meant else "mark-overlap", "text2" if is_meant else "error"
        )

    def _marked(self, rect: QRectF, cell: Claim, ink: str) -> QRectF:
        """What is left of a rectangle beside the marks of what does not move: a pin, and a lock where it is deployed."""
        element = self._made.design.get(cell.element)
        pinned = (cell.element, cell.block) in self._made.pinned
        marks = [name for name, holds in (("mark-pin", pinned), ("mark-lock", _is_built(element))) if holds]
        if rect.width() < READABLE + 14 * len(marks):
            return rect
        for at, name in enumerate(marks):
            place = QPointF(rect.right() - 14 * (at + 1), rect.top() + 3)
            self._painter.drawPixmap(place, symbol(name, 12, ink, self._look.theme, self._ratio))
        return rect.adjusted(0, 0, -14.0 * len(marks), 0)

    def _name_part(self, rect: QRectF, cell: Claim) -> None:
        tint = self._made.tints.get(cell.element)
        ink = self._look.colour(on_category(tint.category if tint else "grey"))
        room = rect.adjusted(5, 0, -3, 0) if rect.width() >= READABLE else rect.adjusted(2, 0, -1, 0)
        if rect.height() < 2 * LINE:
            letter(self._painter, room, self._said(cell.element), ink, size=11, weight=600, cut=MIDDLE)
            return
        upper = QRectF(room.left(), rect.center().y() - LINE, room.width(), LINE)
        letter(self._painter, upper, self._said(cell.element), ink, size=11, weight=600, cut=MIDDLE)
        letter(self._painter, upper.translated(0, LINE), str(cell.block), ink, size=11)

    def _name_network(self, rect: QRectF, cell: Claim) -> None:
        """Above what stands in the network where there is room, else in the widest part that is free."""
        tint = self._made.tints.get(cell.element)
        chip = f"{tint.letters} · " if tint else ""
        wording = f"{chip}{self._said(cell.element)}  {cell.block}"
        place = self._rows.frame.place(cell.block)
        if place and self._rows.tops[place.top + 1] - self._rows.tops[place.top] >= HEADED:
            head = QRectF(rect.left() + 3, rect.top() + 2, rect.width() - 6, HEAD - 3)
            self._pill(head, wording, "", "text", to_left=True)
            return
        widest = self._widest_free(cell.block, "spare")
        if widest is not None and widest.width() >= READABLE:
            self._pill(widest.adjusted(2, 0, -2, 0), wording, "", "text", to_left=True)

    def _name_pool(self, cell: Claim) -> None:
        """In the widest part that nobody has, to the right: networks have their names to the left."""
        widest = self._widest_free(cell.block, "free")
        if widest is None or widest.width() < 4 * READABLE or widest.height() < LINE - 2:
            return
        right = widest.adjusted(widest.width() / 2 + READABLE, 0, -2, 0)
        patch = self._pill(right, self._said(cell.element), "prefix-list", "text2", to_right=True)
        if patch is not None:
            self.labels.append((patch, cell))

    def _widest_free(self, block: Block, fill: str) -> QRectF | None:
        """The largest of the free parts of a block that can be seen."""
        first, end = (bisect_left(self._bases, address) for address in (block.base, block.end))
        around = max(first - 1, 0)
        parts = [
            one for one in self._free[around:end] if not isinstance(one.cell, Claim) and one.cell.fill == fill
        ]
        within = [one.rect for one in parts if block.holds(one.cell.block)]
        if not within and any(one.cell.block.holds(block) for one in parts):
            within = [rect for rect in (self._rows.rect(block),) if rect]
        return max(within, key=lambda one: one.width() * one.height(), default=None)

    def _name_free(self, figure: Figure) -> None:
        rect, cell = figure.rect, figure.cell
        if (
            isinstance(cell, Claim)
            or cell.fill != "free"
            or rect.width() < 2 * READABLE
            or rect.height() < LINE
        ):
            return
        letter(
            self._painter, rect, f"/{cell.block.length}", self._look.colour("text3"), size=11, align=CENTRE
        )

    def _pill(
        self,
        rect: QRectF,
        wording: str,
        mark: str,
        ink: str,
        *,
        to_left: bool = False,
        to_right: bool = False,
    ) -> QRectF | None:
        """A name on a patch, so that it can be read over lines, with a mark before it; gives the patch."""
        before = 16 if mark else 0
        wide = min(width_of(wording, 11, 600) + 10 + before, rect.width())
        if wide < READABLE or rect.height() < LEAST:
            return None
        patch = QRectF(0, 0, wide, min(LINE, rect.height()))
        patch.moveCenter(rect.center())
        if to_left:
            patch.moveLeft(rect.left())
        if to_right:
            patch.moveRight(rect.right())
        self._painter.fillRect(patch, self._look.colour("panel"))
        if mark:
            picture = symbol(mark, 12, ink, self._look.theme, self._ratio)
            self._painter.drawPixmap(QPointF(patch.left() + 3, patch.center().y() - 6), picture)
        room = patch.adjusted(5 + before, 0, -3, 0)
        letter(self._painter, room, wording, self._look.colour(ink), size=11, weight=600, cut=MIDDLE)
        return patch

    def _said(self, id: str) -> str:
        return self._look.said(title_of(self._made, id))


def covered(shown: Sequence[Figure]) -> dict[ElementId, list[QRectF]]:
    """Where what shares addresses is named, by the elements that it names there."""
    found: dict[ElementId, list[QRectF]] = {}
    for figure in shown:
        cell, rect = figure.cell, figure.rect
        named = rect.width() >= READABLE and rect.height() >= LINE - 2
        if named and not isinstance(cell, Claim) and cell.fill in OVER_ALL:
            for id in cell.elements[:MOST_NAMES]:
                found.setdefault(id, []).append(rect)
    return found


def _is_built(element: Element | None) -> bool:
    return element is not None and element.state == "deployed"
