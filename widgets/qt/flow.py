"""A layout that sets small things side by side and goes to the next line where they end."""

from __future__ import annotations

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
        rect = rect.marginsRemoved(self.contentsMargins())
        x, y, high = rect.x(), rect.y(), 0
        for number, item in enumerate(self._items):
            if item.isEmpty():
                continue  # What is hidden leaves no gap.
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and x > rect.x():
                x, y, high = rect.x(), y + high + self._gap, 0
            width = hint.width()
            if number == len(self._items) - 1 and item.expandingDirections() & Qt.Orientation.Horizontal:
                width = max(width, rect.right() + 1 - x)
            if place:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(width, rect.width()), hint.height())))
            x += width + self._gap
            high = max(high, hint.height())
        return y + high - rect.y() + self.contentsMargins().top() + self.contentsMargins().bottom()
