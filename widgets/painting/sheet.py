"""Paints a whole Drawing: containers, then lines, then what stands in them, marks and labels on top."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from widgets.painting.detail import is_container
from widgets.painting.inks import Inks, inks
from widgets.painting.parts import stroke_of
from widgets.painting.wires import bundles, ends, halo, label, wire
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Box, Drawing


def paint_sheet(painter: QPainter, drawing: Drawing, theme: Theme = "print") -> None:
    """Paints everything of a drawing in points, without a ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    colours = inks(theme)
    for box in drawing.boxes:
        if is_container(box):
            _paint_box(painter, box, theme)
    _paint_lines(painter, drawing, colours)
    for box in drawing.boxes:
        if not is_container(box):
            _paint_box(painter, box, theme)
    for line in drawing.lines:
        ends(line, colours)(painter)
        if line.label:
            label(line.label, colours)(painter)
    for free in drawing.labels:
        label(free, colours)(painter)


def _paint_lines(painter: QPainter, drawing: Drawing, colours: Inks) -> None:
    for bundle in bundles(drawing.lines):
        for line in bundle:
            halo(line, colours)(painter)
        for line in bundle:
            wire(line, colours)(painter)


def _paint_box(painter: QPainter, box: Box, theme: Theme) -> None:
    painter.save()
    painter.translate(box.rect.x, box.rect.y)
    for part in box.parts:
        stroke_of(part, inks(theme))(painter)
    painter.restore()
