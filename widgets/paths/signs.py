"""How a path is shown: the marks and colours of verdicts, and the triangles of its two directions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from widgets.painting.inks import NO_PEN
from workbench.reachability.answer import Verdict
from workbench.reachability.asked import Role


class Sign(NamedTuple):
    """The mark of a verdict, its colour, and that of the ground it stands on."""

    mark: str
    ink: str
    ground: str


SIGNS: Final[Mapping[Verdict, Sign]] = {
    "allow": Sign("mark-ok", "ok", "ok-bg"),
    "partial": Sign("mark-partial", "warning", "warning-bg"),
    "deny": Sign("mark-error", "error", "error-bg"),
    "unknown": Sign("mark-unknown", "text2", "sunken"),
}
ROLE_INKS: Final[Mapping[Role, str]] = {
    "source": "accent",
    "target": "hint",
    "port": "ok",
    "protocol": "ok",
    "unknown": "error",
    "joiner": "line2",
}
"""The colours under the pieces of a question; what each is stands in words below."""


def paint_way(painter: QPainter, middle: QPointF, back: bool, ink: QColor) -> None:
    """The triangle of a direction: down for the request, up for the answer."""
    side = -3.0 if back else 3.0
    corners = (QPointF(-4, -side), QPointF(4, -side), QPointF(0, side))
    painter.setPen(NO_PEN)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
