"""The rows of an answer: hops, the end that is not reached, and below them warnings, facts and readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.look import Look
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer, PathHop
from workbench.reachability.told import called, hop_said, rests_on, standing_for, stop_of
from workbench.texts import Text, text

ROW: Final = int(Qt.ItemDataRole.UserRole)
NoteKind = Literal["warning", "unknown", "assumed"]
NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class HopRow:
    """A hop, its number, whether it is the one that stops request or answer, or the one that nobody knows enough of."""

    hop: PathHop
    number: int
    stops: bool
    asks: bool


@dataclass(frozen=True, slots=True)
class EndRow:
    """The target, where the request does not come so far."""

    element: ElementId


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A sentence below the hops."""

    kind: NoteKind
    said: Text


@dataclass(frozen=True, slots=True)
class FoldRow:
    """The line that unfolds the readings."""

    count: int
    is_open: bool


PathRow = HopRow | EndRow | NoteRow | FoldRow


class HopTable(QAbstractListModel):
    """The rows of one answer; readings are folded until somebody asks."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._answer: PathAnswer | None = None
        self.design = Design.of()
        self._rows: list[PathRow] = []
        self._is_open = False

    def show(self, answer: PathAnswer | None, design: Design) -> None:
        """Shows an answer; None empties the list."""
        self._answer, self.design, self._is_open = answer, design, False
        self._make()

    def fold(self) -> None:
        """Unfolds the readings, or folds them."""
        self._is_open = not self._is_open
        self._make()

    def at(self, row: int) -> PathRow | None:
        """What stands in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def element(self, row: int) -> ElementId | None:
        """The element of a row, where it is about one."""
        found = self.at(row)
        if isinstance(found, HopRow):
            return standing_for(self.design, found.hop.element)
        return found.element if isinstance(found, EndRow) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._look.said(self._said(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._look.said(self._said(row))
        return None

    def _said(self, row: PathRow) -> Text:
        if isinstance(row, HopRow):
            return hop_said(self.design, row.number, row.hop)
        if isinstance(row, EndRow):
            return text("{name}: not reached", name=called(self.design, row.element))
        if isinstance(row, NoteRow):
            titles = {"warning": text("Warning"), "unknown": text("To be stated"), "assumed": text("Reading")}
            return text("{kind}: {said}", kind=titles[row.kind], said=row.said)
        state = text("unfolded") if row.is_open else text("folded")
        return text("{title}, {state}", title=rests_on(row.count), state=state)

    def _make(self) -> None:
        self.beginResetModel()
        self._rows = list(self._made()) if self._answer else []
        self.endResetModel()

    def _made(self) -> Iterator[PathRow]:
        answer = self._answer
        assert answer
        stop = stop_of(answer)
        for number, hop in enumerate(answer.hops, 1):
            asks = answer.verdict == "unknown" and hop.element == answer.deciding
            yield HopRow(hop, number, hop.element == stop, asks)
        if answer.hops and answer.hops[-1].element != answer.target:
            yield EndRow(answer.target)
        yield from (NoteRow("warning", said) for said in answer.warnings)
        yield from (NoteRow("unknown", said) for said in answer.facts)
        if answer.assumed:
            yield FoldRow(len(answer.assumed), self._is_open)
        if self._is_open:
            yield from (NoteRow("assumed", said) for said in answer.assumed)
