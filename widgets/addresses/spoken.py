"""The address map for those who do not see it: every block that can be told apart is something a screen reader walks to.

Nothing here is made before something asks Qt for it: without a screen reader it costs nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from widgets.addresses.figures import Cell
from widgets.marks import told as told_of_findings
from workbench.edits.addressing import is_pinned
from workbench.planning.address_map import Claim
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.addresses.field import Field


class SpokenBlock(QAccessibleInterface):
    """A block on the map that is shown; once it is gone it is not valid any more."""

    def __init__(self, map: SpokenMap, cell: Cell) -> None:
        super().__init__()
        self._map, self.cell = map, cell

    def isValid(self) -> bool:
        return self.cell in self._map.places

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._map.field.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._map

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        return self._map.rect_of(self.cell)

    def state(self) -> QAccessible.State:
        state, field = QAccessible.State(), self._map.field
        picked = field.current == self.cell
        told = {"invalid": not self.isValid(), "selectable": True, "focusable": True, "selected": picked}
        told["focused"] = picked and field.hasFocus()
        for name, holds in told.items():
            setattr(state, name, holds)
        return state

    def text(self, kind: QAccessible.Text) -> str:
        return spoken(self._map.field, self.cell) if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, kind: QAccessible.Text, wording: str) -> None:
        """Names are changed in place on the map, or in the inspector."""


class SpokenMap(QAccessibleWidget):
    """The field with its blocks in the order of addresses, the outer ones before what lies in them."""

    def __init__(self, field: Field) -> None:
        super().__init__(field, QAccessible.Role.Canvas, "")
        self.field = field
        self._blocks: dict[Cell, tuple[SpokenBlock, int]] = {}
        self._places: tuple[object, dict[Cell, int]] = (None, {})
        field.painted.connect(self._painted)
        field.walked.connect(self._walked)
        field.destroyed.connect(self._end)

    @property
    def places(self) -> dict[Cell, int]:
        """Every block that is told apart now, with its place among them; none once the field is gone."""
        if not shiboken6.isValid(self.field) or self.field.frame is None:
            return {}
        now = self.field.now()
        if self._places[0] is not now:
            seen = {one.cell for one in (*now.free, *now.shown) if not one.joined}
            ordered = sorted(
                seen, key=lambda cell: (cell.block.base, -cell.block.bits, str(type(cell)), cell[1:])
            )
            self._places = (now, {cell: at for at, cell in enumerate(ordered)})
        return self._places[1]

    def block(self, cell: Cell) -> SpokenBlock:
        """The one thing that speaks for a block, made when it is first asked for."""
        if cell not in self._blocks:
            made = SpokenBlock(self, cell)
            self._blocks[cell] = (made, QAccessible.registerAccessibleInterface(made))
        return self._blocks[cell][0]

    def rect_of(self, cell: Cell) -> QRect:
        """Where a block is on the screen."""
        rect = self.field.rows.rect(cell.block) if cell in self.places else None
        return rect.toAlignedRect().translated(self.field.mapToGlobal(QPoint(0, 0))) if rect else QRect()

    def childCount(self) -> int:
        return len(self.places)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        cells = list(self.places)
        return self.block(cells[index]) if 0 <= index < len(cells) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.places.get(child.cell, -1) if isinstance(child, SpokenBlock) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self.field.cell_at(self.field.mapFromGlobal(QPoint(x, y)).toPointF())
        return self.block(found) if found is not None and found in self.places else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        current = self.field.current
        return self.block(current) if current in self.places and self.field.hasFocus() else None

    def _walked(self) -> None:
        """Has what was picked spoken, where the map has the keys."""
        front = self.focusChild() if QAccessible.isActive() else None
        if front:
            QAccessible.updateAccessibility(QAccessibleEvent(front, QAccessible.Event.Focus))

    def _painted(self) -> None:
        """Gives up what speaks for blocks that are shown no more."""
        self._forget([cell for cell in self._blocks if cell not in self.places])

    def _end(self) -> None:
        self._forget(list(self._blocks))

    def _forget(self, cells: list[Cell]) -> None:
        for cell in cells:
            # Qt deletes it while it is still held here; the other way round it would be deleted twice.
            _, id = self._blocks.pop(cell)
            QAccessible.deleteAccessibleInterface(id)


def spoken(field: Field, cell: Cell) -> str:
    """A block as a screen reader says it: what it is told as, that it is pinned, and what was found about it."""
    said = [field.said(cell).said(field.language)]
    if isinstance(cell, Claim):
        if field.acts.is_ready and is_pinned(field.acts.ground, cell):
            said.append(text("pinned").said(field.language))
        mark = field.marks.get(cell.element)
        if mark:
            said.append(told_of_findings(*mark).said(field.language))
    return " · ".join(said)


def _made(name: str, thing: QObject) -> QAccessibleInterface | None:
    from widgets.addresses.field import Field

    return SpokenMap(thing) if isinstance(thing, Field) else None


@cache
def listen() -> None:
    """Lets Qt find what speaks for a field; once is enough."""
    QAccessible.installFactory(_made)
