"""The sheet one draws on: figures, tools, zoom and selection."""

from widgets.canvas.canvas import Canvas

__all__ = ["Canvas"]
