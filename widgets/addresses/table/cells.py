"""Paints the cells of the plan table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from widgets.addresses.table.model import PlanModel
from widgets.lettering import MIDDLE, RIGHT, letter, width_of
from widgets.look import Look
from widgets.symbols import symbol
from workbench.planning.plan_table import PlanRow
from workbench.planning.plan_table.columns import ORDER, Column, wording
from workbench.planning.plan_table.comparison import Moved

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 24
EDGE: Final = 6
BAR: Final = 40
PIN: Final = 14
PINNABLE: Final = frozenset({"vpc", "vswitch", "request"})


class CellPainter:
    """One cell at a time, from the row of a model."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a cell on the ground that its row has."""
        model = index.model()
        assert isinstance(model, PlanModel)
        key, column, table = model.key(index), ORDER[index.column()], model.table
        if table is None or key not in table.seats:
            return
        row, rect = table.row(key), QRectF(option.rect)
        said = wording(table, key, column, self._look.language)
        if column == "name":
            self._name(painter, rect, row, said, table.seats[key].is_shared)
        elif column == "block":
            self._block(painter, rect, said, table.why(key).is_wrong, model.move_of(key))
        elif column == "used":
            self._used(painter, rect, row, said)
        elif column == "state":
            self._state(painter, rect, row, said)
            if (
                option.state & QStyle.StateFlag.State_Selected
                and table.seats[key].use in PINNABLE
                and row.block
            ):
                self._offer_pin(painter, rect, row)
        else:
            self._plain(painter, rect, column, said, column == "why" and table.why(key).is_wrong)

    def pin_room(self, cell: QRectF) -> QRectF:
        """Where the pin of a row is clicked, at the right of its state."""
        return QRectF(cell.right() - PIN - EDGE, cell.top(), PIN + EDGE, cell.height())

    def _name(self, painter: QPainter, rect: QRectF, row: PlanRow, said: str, is_group: bool) -> None:
        self._mark(painter, rect.left() + 1, rect, row.symbol, "text2", 15)
        room = rect.adjusted(21, 0, -EDGE, 0)
        letter(
            painter,
            room,
            said,
            self._look.colour("text2" if is_group else "text"),
            weight=600 if is_group else 400,
            cut=MIDDLE,
        )

    def _block(self, painter: QPainter, rect: QRectF, said: str, is_wrong: bool, move: Moved | None) -> None:
        room = rect.adjusted(EDGE, 0, -EDGE, 0)
        if move is None:
            if is_wrong and said:
                self._mark(painter, room.left() - 2, rect, "mark-overlap", "error", 12)
                room.setLeft(room.left() + 13)
            letter(painter, room, said, self._look.colour("error" if is_wrong else "text"), weight=600)
            return
        grey = self._look.colour("text3")
        taken = letter(painter, room, move.old, grey)
        if move.old:
            painter.fillRect(QRectF(room.left(), room.center().y(), taken, 1), grey)
            room.setLeft(room.left() + taken + 8)
        letter(painter, room, move.new or "–", self._look.colour("accent"), weight=600)

    def _used(self, painter: QPainter, rect: QRectF, row: PlanRow, said: str) -> None:
        if row.used is None:
            return
        look, share = self._look, min(max(row.used, 0.0), 1.0)
        groove = QRectF(rect.left() + EDGE, rect.center().y() - 3, BAR, 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.drawRoundedRect(groove, 3, 3)
        if share:
            painter.setBrush(look.colour("error" if row.used > 1 else "text2"))
            painter.drawRoundedRect(QRectF(groove.left(), groove.top(), max(share * BAR, 4), 6), 3, 3)
        painter.restore()
        room = rect.adjusted(EDGE + BAR + 6, 0, -2, 0)
        letter(painter, room, said, look.colour("error" if row.used > 1 else "text"))

    def _state(self, painter: QPainter, rect: QRectF, row: PlanRow, said: str) -> None:
        room = rect.adjusted(EDGE, 0, -PIN - EDGE, 0)
        if row.is_locked:
            self._mark(painter, room.left(), rect, "mark-lock", "text2", 12)
            room.setLeft(room.left() + 16)
        letter(painter, room, said, self._look.colour("text2"))
        if row.is_pinned:
            self._mark(painter, self.pin_room(rect).left() + 2, rect, "mark-pin", "accent", 12)

    def _offer_pin(self, painter: QPainter, rect: QRectF, row: PlanRow) -> None:
        """Where a click would pin the block of a row that is not pinned."""
        if not row.is_pinned:
            self._mark(painter, self.pin_room(rect).left() + 2, rect, "mark-pin", "line2", 12)

    def _plain(self, painter: QPainter, rect: QRectF, column: Column, said: str, is_wrong: bool) -> None:
        room = rect.adjusted(EDGE, 0, -EDGE, 0)
        if column == "usable":
            letter(painter, room, said, self._look.colour("text"), align=RIGHT)
        else:
            ink = "error" if is_wrong else "text2" if column in ("why", "room") else "text"
            letter(painter, room, said, self._look.colour(ink))

    def _mark(self, painter: QPainter, left: float, rect: QRectF, name: str, ink: str, size: int) -> None:
        picture = symbol(name, size, ink, self._look.theme, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(left), round(rect.center().y() - size / 2), picture)

    def wanted(self, index: Index) -> QSize:
        """The room that a cell would fill, for a column that is made to fit."""
        wide = width_of(str(index.data() or ""), 12, 600) + 2 * EDGE + 18
        return QSize(round(wide), ROW)
