"""Walking the field with the keys: from block to block, from row to row, in and out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from widgets.addresses.figures import Cell
from workbench.planning.address_map import Claim

if TYPE_CHECKING:
    from widgets.addresses.field import Field


def walks(field: Field, key: Qt.Key) -> bool:
    """Does what a key asks for; False where it asks for nothing here."""
    frame = field.frame
    if frame is None:
        return False
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        _step(field, 1 if key == Qt.Key.Key_Right else -1)
    elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        _climb(field, 1 if key == Qt.Key.Key_Down else -1)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        _enter(field)
    elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        field.go(frame.moved(frame.rows if key == Qt.Key.Key_PageDown else -frame.rows))
    else:
        return _out(field, key, frame.is_whole)
    return True


def _enter(field: Field) -> None:
    """Asks for a part of free addresses; of what is taken it shows the inside."""
    current = field.current
    if current and not isinstance(current, Claim) and current.fill in ("free", "spare"):
        field.hands.do("ask")
    else:
        field.enter()


def _out(field: Field, key: Qt.Key, is_whole: bool) -> bool:
    """Backspace goes up to what lies around the picked block, and further out as Escape does."""
    around = _around(field) if key == Qt.Key.Key_Backspace else None
    if around:
        field.bring(around.block)
        field.pick(around)
        return True
    if key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and not is_whole:
        field.zoom(-4)
        return True
    return False


def _around(field: Field) -> Claim | None:
    """The innermost claim around what is picked."""
    current, space = field.current, field.space
    if current is None or space is None:
        return None
    held = [one for one in space.at(current.block.base) if one.block.holds(current.block) and one != current]
    if isinstance(current, Claim):
        held = [one for one in held if one.block.bits > current.block.bits]
    return min(held, key=lambda one: one.block.bits, default=None)


def _step(field: Field, by: int) -> None:
    """To the block behind or before the picked one, in the order of addresses and from the outside in."""
    now = field.now()
    seen = [one.cell for one in (*now.free, *now.shown) if not one.joined and _is_stop(one.cell)]
    places = sorted(
        {(cell.block.base, -cell.block.bits): cell for cell in seen}.items(), key=lambda one: one[0]
    )
    if not places:
        return
    keys = [place for place, _ in places]
    if field.current is None:
        field.pick(places[0 if by > 0 else -1][1])
        return
    here = (field.current.block.base, -field.current.block.bits)
    at = bisect_right(keys, here) if by > 0 else bisect_right(keys, here) - 1 - (here in keys)
    field.pick(places[min(max(at, 0), len(places) - 1)][1])


def _climb(field: Field, by: int) -> None:
    """To what stands in the row above or below; at the edge the frame moves on."""
    now, block = field.now(), field.current.block if field.current else None
    rect = now.rows.rect(block) if block else None
    if rect is None:
        _step(field, by)
        return
    y = now.rows.row(rect.bottom() - 1 if by > 0 else rect.top() + 1)
    row = (y or 0) + by
    if not 0 <= row < now.rows.frame.rows:
        field.go(now.rows.frame.moved(by))
        return
    field.pick(field.cell_at(QPointF(rect.center().x(), now.rows.ground(row).center().y())))


def _is_stop(cell: Cell) -> bool:
    return not isinstance(cell, Claim) or cell.use != "pool"
