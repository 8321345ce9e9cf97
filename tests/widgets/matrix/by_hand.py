"""What a hand does in the matrix: where a cell is, whom the heads name, and the wheel with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from widgets.matrix.view import MatrixView

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def spot(view: MatrixView, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return view.grid.visualRect(view.grid.table.index(row, column)).center()


def go(view: MatrixView, row: int, column: int) -> None:
    """Makes a cell the current one."""
    view.grid.setCurrentIndex(view.grid.table.index(row, column))


def at(view: MatrixView) -> tuple[int, int]:
    """The current cell."""
    return view.grid.currentIndex().row(), view.grid.currentIndex().column()


def names(view: MatrixView, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> list[str]:
    """Who has a row, or a column."""
    table = view.grid.table
    count = table.rowCount() if orientation == Qt.Orientation.Vertical else table.columnCount()
    return [table.called(section, orientation).said("en") for section in range(count)]


def wheel(view: MatrixView, by: int, where: QPoint) -> None:
    """The wheel with Ctrl."""
    port = view.grid.viewport()
    event = QWheelEvent(
        QPointF(where),
        QPointF(port.mapToGlobal(where)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)
