"""The rows of the exposure as Qt's item model, and what narrows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Qt

from planners.pace import breathe
from widgets.look import Look
from widgets.qt.headed_table import HeadedTable, Index
from widgets.qt.marked_rows import MARK, RowMark
from workbench.model.design import Design
from workbench.reachability.exposure import Direction, Exposed
from workbench.reachability.exposure_said import Said, in_a_sentence, said
from workbench.searching import NOTHING, Called, Sought, called
from workbench.texts import Sayable, Text, text

HEADS: Final = (
    text("Verdict", key="exposure.head.verdict"),
    text("Who", key="exposure.head.who"),
    text("Way", key="exposure.head.way"),
    text("Ports", key="exposure.head.ports"),
    text("Wanted", key="exposure.head.wanted"),
    text("Through", key="exposure.head.through"),
    text("Cloud Firewall", key="exposure.head.guard"),
    text("Owner"),
)
DISPLAY: Final = Qt.ItemDataRole.DisplayRole
WORST, BAD, OPEN, FINE = (
    RowMark("mark-error", "error"),
    RowMark("mark-warning", "warning-fill"),
    RowMark("mark-unknown", "hint"),
    RowMark("mark-ok", "ok"),
)


class Narrowed(NamedTuple):
    """What is listed: one direction or both, only what is not wanted, only what passes no boundary, and a name."""

    direction: Direction | None = None
    unwanted: bool = False
    unguarded: bool = False
    sought: Sought = NOTHING


class Listed(NamedTuple):
    """A row with its cells in words, in a sentence, and what it is found by."""

    row: Exposed
    words: Said
    sentence: Text
    called: Called


def listed(design: Design, rows: Sequence[Exposed]) -> tuple[Listed, ...]:
    """Rows ready to be shown; of many it takes long, so not on the window's thread."""
    found = []
    for row in rows:
        breathe()
        words = said(row, design)
        names = (words.party, words.owner, words.environment, words.account, words.through)
        found.append(Listed(row, words, in_a_sentence(row, design), called(*_both(names))))
    return tuple(found)


def _both(names: Iterable[Sayable | str]) -> Iterator[str]:
    for name in names:
        yield from (name,) if isinstance(name, str) else (name.said("en"), name.said("zh"))


def mark_of(row: Exposed) -> RowMark:
    """How bad a row is: what comes in or is forbidden is worse than what goes out."""
    if row.verdict == "unknown":
        return OPEN
    if row.wanted:
        return FINE if row.guard == "guarded" and row.verdict == "allow" else BAD
    return WORST if row.forbidden or (row.direction == "in" and row.guard != "guarded") else BAD


class ExposureTable(HeadedTable):
    """A row for each party, direction and way."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, HEADS, parent)
        self.every: tuple[Listed, ...] = ()

    def narrow(self, wanted: Narrowed) -> None:
        """Shows the rows that are wanted of those held."""
        self.show_rows([one for one in self.every if fits(one, wanted)])

    def place_of(self, row: Exposed) -> int | None:
        """Where a row is shown, though it may be of an earlier design; None where it is not."""
        shown = (one.row for one in self._rows)
        keys = [(one.party, one.direction, one.ports) for one in shown]
        key = (row.party, row.direction, row.ports)
        return keys.index(key) if key in keys else None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        one: Listed = self.row(index.row())
        if role == MARK:
            return mark_of(one.row)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._look.said(one.sentence)
        if role in (DISPLAY, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(one.words, index.column())
        return None

    def _said(self, one: Said, column: int) -> str:
        cells = (
            one.verdict,
            one.party,
            one.direction,
            one.ports,
            one.wanted,
            one.through,
            one.guard,
            one.owner,
        )
        cell = cells[column]
        return cell if isinstance(cell, str) else self._look.said(cell)


def fits(one: Listed, wanted: Narrowed) -> bool:
    """Whether a row is wanted."""
    row = one.row
    if wanted.direction not in (None, row.direction):
        return False
    if (wanted.unwanted and row.wanted) or (wanted.unguarded and row.guard == "guarded"):
        return False
    return not wanted.sought or wanted.sought.finds(one.called)
