"""The moves of a new plan and what each touches, as Qt's item model: thousands of rows, worded when they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTableView, QWidget

from widgets.look import Look
from widgets.qt.headed_table import HeadedTable, Index, headed_view
from workbench.model.element import ElementId
from workbench.planning.renumbering import Moved, Renumbered
from workbench.planning.renumbering.touching import HOWS, Touch
from workbench.texts import Text, text

Sort = Literal["moves", "rewritten", "look", "follows"]
SORTS: Final[dict[Sort, Text]] = {
    "moves": text("moves"),
    "rewritten": text("rewritten"),
    "look": text("to look at"),
    "follows": text("get new addresses"),
}
"""The rows that can be shown or hidden, by what they are."""
HEADS: Final = (text("Element"), text("Where"), text("From"), text("To"), text("What becomes of it"))
WIDTHS: Final = (180, 120, 110, 150)
ELEMENT: Final = int(Qt.ItemDataRole.UserRole)


class MovesTable(HeadedTable):
    """A row a move, and below it a row for each text that it touches."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, HEADS, parent)
        self._plan: Renumbered | None = None

    def show(self, plan: Renumbered | None, wanted: frozenset[Sort]) -> None:
        """Shows the rows of a plan that are of the wanted sorts."""
        self._plan = plan
        self.show_rows([row for row in rows_of(plan) if sort_of(row) in wanted] if plan else [])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ELEMENT:
            return row.element
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and isinstance(row, Touch):
            return self._look.colour("warning" if row.to_look_at else "text2")
        return None

    def _said(self, row: Moved | Touch, column: int) -> str:
        if column == 0:
            name = self._name(row.element)
            return name if isinstance(row, Moved) else f"    ↳ {name}"
        if column in (2, 3):
            return (row.old, row.new)[column - 2]
        if isinstance(row, Moved):
            return self._field(row) if column == 1 else self._look.said(becomes(self._design, row))
        return self._look.said(place_of(row) if column == 1 else happens(row))

    @property
    def _design(self) -> Any:
        assert self._plan is not None
        return self._plan.before

    def _name(self, id: ElementId) -> str:
        return self._look.said(self._design[id].title())

    def _field(self, row: Moved) -> str:
        return self._look.said(self._design[row.element].kind.field(row.field).label)


def moves_view(model: MovesTable, parent: QWidget) -> QTableView:
    """The table as a view."""
    return headed_view(model, WIDTHS, parent)


def rows_of(plan: Renumbered) -> Iterator[Moved | Touch]:
    """Every move, followed by what it touches."""
    touches: dict[str, list[Touch]] = {}
    for touch in plan.touches:
        touches.setdefault(touch.cause, []).append(touch)
    for move in plan.moves:
        yield move
        yield from touches.get(move.slot, ())


def sort_of(row: Moved | Touch) -> Sort:
    """What a row is."""
    if isinstance(row, Moved):
        return "moves"
    if row.to_look_at:
        return "look"
    return "follows" if row.how == "follows" else "rewritten"


def counts(rows: Iterable[Moved | Touch]) -> dict[Sort, int]:
    """How many rows there are of each sort."""
    found: dict[Sort, int] = dict.fromkeys(SORTS, 0)
    for row in rows:
        found[sort_of(row)] += 1
    return found


def becomes(design: Any, row: Moved) -> Text:
    """The state of what moves, and why it does."""
    state = design[row.element].kind.field("state").choices[row.state]
    return text("{state}: {reason}", state=state, reason=row.reason)


def place_of(touch: Touch) -> Text:
    """The field of a text, and the row in a table."""
    return text("{field} {row}", field=touch.field, row=touch.row) if touch.row else touch.field


def happens(touch: Touch) -> Text:
    """What becomes of a text."""
    said = HOWS[touch.how]
    return text("{how}; look: a site has this address too", how=said) if touch.is_doubtful else said
