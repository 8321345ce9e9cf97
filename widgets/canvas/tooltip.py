"""What is told of the box under a pointer that rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def tell(canvas: Canvas, event: Any) -> None:
    """Shows name, kind and what else is said of the box at the place of an event, or nothing where there is none."""
    at = canvas.mapToScene(event.pos())
    box = canvas.places.box_at((at.x(), at.y()))
    element = canvas.editor.design.get(box.element) if box else None
    if not box or element is None:
        QToolTip.hideText()
        return
    kind = element.kind.label.said(canvas.language)
    told = "\n".join(part for part in (box.title, kind, box.meta) if part)
    QToolTip.showText(event.globalPos(), told, canvas)
