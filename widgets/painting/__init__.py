"""Paints a Drawing with Qt: the same strokes on the canvas, in PDF and in PNG."""

from widgets.painting.painter import QtPainter

__all__ = ["QtPainter"]
