"""Paints a Drawing with Qt: the same strokes on the canvas, in PDF and in PNG."""
