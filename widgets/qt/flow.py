"""A layout that sets small things side by side and goes to the next line where they end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Left to right, then down; as high as its width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        found = QSize(0, 0)
        for item in self._items:
            found = found.expandedTo(item.minimumSize())
        return found.grownBy(self.contentsMargins())

    def _laid(self, rect: QRect, place: bool) -> int:
        """The height that the items take in a width, margins included; sets them there when asked."""
        edges = self.contentsMargins()
        inner = rect.marginsRemoved(edges)
        y = bottom = inner.y()
        for line in self._lines(inner.width()):
            x, high = inner.x(), max(size.height() for _, size in line)
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            bottom = y + high
            y = bottom + self._gap
        return bottom - inner.y() + edges.top() + edges.bottom()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """The items line by line with their sizes; what is hidden leaves no gap."""
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if line and used + hint.width() > width:
                yield line
                line, used = [], 0
            wide = hint.width()
            if item is self._items[-1] and item.expandingDirections() & Qt.Orientation.Horizontal:
                wide = max(wide, width - used)
            line.append((item, QSize(min(wide, width), hint.height())))
            used += wide + self._gap
        if line:
            yield line
