"""The changes of pairs as Qt's item model; each is put into words when it is seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Qt

from widgets.look import Look
from widgets.qt.headed_table import HeadedTable, Index
from widgets.qt.marked_rows import MARK, RowMark
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.changes import TURNS, Changes, PairChange, Turn
from workbench.reachability.changes_said import SAID, VERDICTS, change_said, name_of
from workbench.reachability.exposure_said import ports_said
from workbench.searching import NOTHING, Called, Sought, called
from workbench.texts import LANGUAGES, spoken, text

DISPLAY: Final = Qt.ItemDataRole.DisplayRole
HEADS: Final = (
    text("Change", key="changes.head.turn"),
    text("From", key="changes.head.from"),
    text("To", key="changes.head.to"),
    text("Ports", key="exposure.head.ports"),
    text("Now", key="changes.head.now"),
    text("Before", key="changes.head.before"),
    text("Party", key="changes.head.party"),
)
MARKS: Final[Mapping[Turn, RowMark]] = {
    "opened": RowMark("ui-plus", "warning-fill"),
    "closed": RowMark("ui-minus", "text2"),
    "doubtful": RowMark("mark-unknown", "hint"),
    "settled": RowMark("mark-ok", "ok"),
}


class Compared(NamedTuple):
    """Two versions, what differs between them, and what each party is found by."""

    before: Design
    after: Design
    changes: Changes
    names: Mapping[ElementId, Called]


def prepared(before: Design, after: Design, changes: Changes) -> Compared:
    """A comparison ready to be shown."""
    names = {
        id: called(*(spoken(name_of(id, before, after), language) for language in LANGUAGES))
        for id in changes.parties
    }
    return Compared(before, after, changes, names)


class ChangesTable(HeadedTable):
    """A row for each pair and what became of some ports of it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, HEADS, parent)
        self.compared: Compared | None = None

    def narrow(self, turn: Turn | None, sought: Sought = NOTHING) -> None:
        """Shows the changes of a turn, or all, with a party of a name."""
        one = self.compared
        if one is None:
            self.show_rows(())
            return
        among = {id for id, name in one.names.items() if sought.finds(name)} if sought else None
        self.show_rows(one.changes.places((turn,) if turn else TURNS, among=among))

    def change(self, place: int) -> PairChange:
        """The change that a row shows; the place is that among all changes."""
        assert self.compared is not None
        return self.compared.changes[place]

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        change, one = self.change(self.row(index.row())), self.compared
        assert one is not None
        if role == MARK:
            return MARKS[change.turn]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._look.said(change_said(change, one.before, one.after))
        if role in (DISPLAY, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(_cell(change, one, index.column()), self._look.language)
        return None


def _cell(change: PairChange, one: Compared, column: int) -> object:
    if column in (1, 2):
        return name_of((change.source, change.target)[column - 1], one.before, one.after)
    return (
        SAID[change.turn],
        "",
        "",
        ports_said(change.ports),
        VERDICTS[change.after],
        VERDICTS[change.before],
        _party(change, one.changes),
    )[column]


def _party(change: PairChange, changes: Changes) -> object:
    """Whether somebody of the pair came or went."""
    ends = {change.source, change.target}
    if ends & changes.added:
        return text("added", key="changes.party.added")
    return text("removed", key="changes.party.removed") if ends & changes.removed else ""
