"""What a gesture would do, painted over the field: dashed and named where it may be, crossed and marked where it may not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from widgets.addresses.brushes import DASHES, dashed, hatch
from widgets.addresses.rows import Rows
from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from widgets.symbols import symbol
from workbench.edits.addressing import Proposal

LEAST, LINE = 3.0, 16
OVER = 0.75
"""How much of what lies below is covered."""


def paint_ghost(painter: QPainter, rows: Rows, proposal: Proposal, look: Look, ratio: float) -> None:
    """The blocks of a proposal, the one that was taken hold of last."""
    wrong = proposal.refused is not None
    for id, block in reversed(proposal.blocks):
        rect = rows.rect(block)
        if rect is None:
            continue
        rect.setWidth(max(rect.width(), LEAST))
        if wrong:
            hatch(painter, rect, "overlap", look, ratio)
        else:
            tone = QColor(look.colour("accent-bg"))
            tone.setAlphaF(OVER)
            painter.fillRect(rect, tone)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashed(look, "error" if wrong else "accent", DASHES["room"], 2.0))
        painter.drawRect(rect)
        if (id, block) == proposal.blocks[0]:
            _name(painter, rect, str(block), wrong, look, ratio)


def _name(painter: QPainter, rect: QRectF, wording: str, wrong: bool, look: Look, ratio: float) -> None:
    patch = QRectF(0, 0, width_of(wording, 11, 600) + (28 if wrong else 12), LINE)
    patch.moveCenter(rect.center())
    painter.fillRect(patch, look.colour("panel"))
    ink = "error" if wrong else "accent"
    if wrong:
        picture = symbol("mark-error", 12, ink, look.theme, ratio)
        painter.drawPixmap(QPointF(patch.left() + 4, patch.center().y() - 6), picture)
        patch.setLeft(patch.left() + 14)
    letter(painter, patch, wording, look.colour(ink), size=11, weight=600, align=CENTRE)
