"""The points of the curve and the rows of a list, as Qt's item models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from widgets.look import Look
from widgets.qt.headed_table import HeadedTable, Index
from widgets.synthesis.listing import HEADS, Line, Sort
from workbench.reachability.synthesis.points import Figures
from workbench.texts import Text, spoken, text

POINT_HEADS: Final = (
    text("Point"),
    text("Security domains"),
    text("Rules"),
    text("Over-permitted"),
    text("Share"),
    text("By data class"),
)
POINT_WIDTHS: Final = (76, 112, 70, 112, 76)
LINE_WIDTHS: Final = (360, 190)
ELEMENT: Final = int(Qt.ItemDataRole.UserRole)


class PointsTable(HeadedTable):
    """A row a point of the curve with its figures."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, POINT_HEADS, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(index.row(), self._rows[index.row()], index.column())
        return None

    def _said(self, row: int, one: Figures, column: int) -> str:
        if column == 4:
            return f"{100 * one.share:.1f} %"
        figures = (row + 1, one.domains, one.rules, one.extra, None, one.weighted)
        said = spoken(figures[column], self._look.language)
        if column == 0 and one.extra == 0:
            return self._look.said(text("{number}, exact", number=row + 1))
        return said


class LinesTable(HeadedTable):
    """The rows of the list that is shown."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, HEADS["domains"], parent)

    def show_list(self, sort: Sort, lines: Sequence[Line]) -> None:
        """Shows another list with its heads."""
        self._heads: Sequence[Text] = HEADS[sort]
        self.show_rows(lines)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._heads) - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line: Line = self._rows[index.row()]
        if role == ELEMENT:
            return line.element
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.said(line[index.column()])  # type: ignore[arg-type]
        return None
