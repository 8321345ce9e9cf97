"""The rows of a field as Qt's item model; what is typed wrong stays in its cell until it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from widgets.inspector.editors.editor import Rewrite, Surroundings, replaced_by
from workbench.importers.table.rows import with_pasted
from workbench.model.element import Field, Row
from workbench.reading import Refused, read, written
from workbench.texts import YES_NO, Text

Index = QModelIndex | QPersistentModelIndex
WRONG: Final = int(Qt.ItemDataRole.UserRole) + 10
NOWHERE: Final = QModelIndex()


class RowsTable(QAbstractTableModel):
    """A row a record, a column a field; `rewritten` carries what a cell was changed to."""

    rewritten = Signal(object)
    refused = Signal(object)

    def __init__(self, field: Field, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field, self.surroundings = field, around
        self._rows: tuple[Row, ...] = ()
        self._wrong: dict[tuple[int, int], tuple[str, Text]] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The records."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """Shows these records in place of the present ones."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._rows, self._wrong = rows, {}
            self.endResetModel()

    def value(self, row: int, column: int) -> Any:
        """The value of a cell."""
        return getattr(self._rows[row], self.field.columns[column].name)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self.field.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self.surroundings.look.said(self.field.columns[section].label)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wrong = self._wrong.get((index.row(), index.column()))
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return wrong[0] if wrong else self._wording(index.row(), index.column())
        if role == WRONG:
            return wrong is not None
        if role == Qt.ItemDataRole.ToolTipRole and wrong:
            return self.surroundings.look.said(wrong[1])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Takes what was typed or picked in a cell; a text that is no value stays there and is told."""
        row, column = index.row(), index.column()
        field = self.field.columns[column]
        self._wrong.pop((row, column), None)
        try:
            meant = _meant(field, value)
        except Refused as wrong:
            self._wrong[row, column] = (str(value), wrong.text)
            self.dataChanged.emit(index, index)
            self.refused.emit(wrong.text)
            return False
        self.refused.emit(None)
        if meant != self.value(row, column):
            self.rewritten.emit(_with_cell(row, field.name, meant))
        return True

    def empty(self, cells: Iterable[tuple[int, int]]) -> None:
        """Puts what a new row holds into some cells, as one change."""
        places = frozenset(cells)
        for place in places & self._wrong.keys():
            del self._wrong[place]
        if places:
            self.refused.emit(None)
            self.rewritten.emit(_emptied(self.field, places))

    def copied(self, cells: Iterable[tuple[int, int]]) -> str:
        """Some cells as spreadsheets take them: a line a row, tabs between."""
        places = sorted(cells)
        rows = dict.fromkeys(row for row, _ in places)
        return "\n".join(
            "\t".join(self._wording(*place) for place in places if place[0] == row) for row in rows
        )

    def paste(self, plain: str, row: int, column: int) -> None:
        """Takes cells of a spreadsheet in from a cell on, as one change; what is no value is told."""
        try:
            fresh = with_pasted(
                self._rows, self.field, plain, (max(row, 0), max(column, 0)), self.surroundings.design()
            )
        except Refused as wrong:
            self.refused.emit(wrong.text)
            return
        self._wrong = {}
        self.refused.emit(None)
        self.rewritten.emit(replaced_by(fresh))

    def _wording(self, row: int, column: int) -> str:
        field, value = self.field.columns[column], self.value(row, column)
        look = self.surroundings.look
        if isinstance(value, bool):
            return look.said(YES_NO[value])
        if field.choices:
            return look.said(field.choices[value]) if value in field.choices else written(value)
        if field.refers:
            named = self.surroundings.design().get(value)
            return look.said(named.title()) if named else written(value)
        if isinstance(value, tuple):
            return ", ".join(written(part) for part in value)
        return written(value)


def _meant(field: Field, value: Any) -> Any:
    """The value of a cell that a typed text or a pick means."""
    if not isinstance(value, str) or field.choices:
        return value
    if field.refers:
        return value or None
    if field.many:
        parts = (part.strip() for part in value.replace("，", ",").split(","))
        return tuple(read(field, part) for part in parts if part)
    return read(field, value)


def _with_cell(row: int, name: str, value: Any) -> Rewrite:
    return lambda rows: (*rows[:row], msgspec.structs.replace(rows[row], **{name: value}), *rows[row + 1 :])


def _emptied(field: Field, places: frozenset[tuple[int, int]]) -> Rewrite:
    assert field.row
    names, fresh = [column.name for column in field.columns], field.row()

    def rewrite(rows: Any) -> Any:
        return tuple(
            msgspec.structs.replace(
                row, **{name: getattr(fresh, name) for at, name in enumerate(names) if (place, at) in places}
            )
            for place, row in enumerate(rows)
        )

    return rewrite


def with_new(field: Field) -> Rewrite:
    """The rows with an empty one at the end."""
    assert field.row
    made: Callable[[], Row] = field.row
    return lambda rows: (*rows, made())


def without(gone: frozenset[int]) -> Rewrite:
    """The rows without those at some places."""
    return lambda rows: tuple(row for place, row in enumerate(rows) if place not in gone)


def moved(row: int, step: int) -> Rewrite:
    """The rows with one of them a step up or down."""

    def rewrite(rows: Any) -> Any:
        there = row + step
        if not 0 <= there < len(rows):
            return rows
        rest = [*rows[:row], *rows[row + 1 :]]
        return (*rest[:there], rows[row], *rest[there:])

    return rewrite
