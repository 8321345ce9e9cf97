"""Places for the boxes of a sheet and lines between them; nested boxes in, points out."""

from planners.layout.cell import Arrangement, Cell, Rect, Wire
from planners.layout.memory import Memory
from planners.layout.moving import moved
from planners.layout.sheetwork import arrange

__all__ = ["Arrangement", "Cell", "Memory", "Rect", "Wire", "arrange", "moved"]
