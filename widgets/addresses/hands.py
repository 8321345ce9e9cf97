"""Hands on the field: blocks and borders dragged, the ground moved, and the keys that do something with a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from planners.addresses import Block
from widgets.addresses.acts import ACTS, ActName
from widgets.addresses.drags import BlockDrag, BorderDrag, KeyMove, Side
from widgets.addresses.figures import Cell
from widgets.addresses.namings import ask_name
from workbench.edits.addressing import Proposal
from workbench.planning.address_map import AddressMap, Claim, Frame
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.addresses.field import Field

NEAR: Final = 4.0
"""Pixels to both sides of a border where it is taken hold of."""
WIDE_ENOUGH: Final = 14.0
"""Pixels that a block has to be wide for its borders to be taken hold of."""
STEPS: Final = {
    Qt.Key.Key_Left: (-1, False),
    Qt.Key.Key_Right: (1, False),
    Qt.Key.Key_Up: (-1, True),
    Qt.Key.Key_Down: (1, True),
}


class Hands:
    """What mouse and keys are about on one field; nothing of the design changes before the button is let go."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._pressed: QPointF | None = None
        self._held: tuple[Cell | None, Side | None] = (None, None)
        self._drag: BlockDrag | BorderDrag | None = None
        self._pan: tuple[float, Frame] | None = None
        self._space = self._keeps = False
        self.key_move: KeyMove | None = None
        self._done: Proposal | None = None
        self._took: Block | None = None
        self.touched: int | None = None
        """The address that was clicked last."""

    @property
    def took(self) -> Block | None:
        """The block that the last gesture gave."""
        return self._took

    @property
    def is_at_work(self) -> bool:
        """Whether a gesture has begun and has not ended."""
        return self._drag is not None or self._pan is not None or self.key_move is not None

    @property
    def is_pressed(self) -> bool:
        """Whether a button is down: rows stay where they are until it is up."""
        return self._pressed is not None or self._drag is not None

    def ghost_over(self, made: AddressMap) -> Proposal | None:
        """What is still to be shown over a map just made: a gesture that goes on, or one that it does not know yet."""
        field = self._field
        if self._done and made.design.elements is not field.acts.editor.design.elements:
            return self._done
        self._done = None
        return field.ghost if self.is_at_work else None

    # The mouse.

    def press(self, event: QMouseEvent) -> None:
        """Picks what is under the pointer, and takes hold of it."""
        field, at = self._field, event.position()
        self.cancel()
        field.bubble.hide()
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (self._space and event.button() == Qt.MouseButton.LeftButton):
            self._begin_pan(at)
        elif event.button() == Qt.MouseButton.LeftButton:
            border = border_at(field, at)
            cell = border[0] if border else field.cell_at(at)
            self.touched = field.rows.address(at) if field.frame else None
            self._pressed, self._held = at, (cell, border[1] if border else None)
            self._keeps = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if cell:
                field.pick(cell)

    def move(self, event: QMouseEvent) -> None:
        """Carries on with what is held, else tells what is under the pointer."""
        field, at = self._field, event.position()
        if self._pan:
            self._go_on_panning(at)
        elif self._drag:
            self._go_on_dragging(event)
        elif self._pressed is not None:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag(event)
        else:
            border = border_at(field, at)
            shape = Qt.CursorShape.SplitHCursor if border else Qt.CursorShape.ArrowCursor
            if field.cursor().shape() != shape:
                field.setCursor(QCursor(shape))
            field.pointed.emit(border[0] if border else field.cell_at(at))

    def release(self, event: QMouseEvent) -> None:
        """Does what was shown, or says why it is not done."""
        drag, self._pressed, self._pan = self._drag, None, None
        if drag and event.button() == Qt.MouseButton.LeftButton:
            self._drag = None
            self.finish(self._proposed(drag, event), event.position().toPoint())
        self._field.unsetCursor()
        self._field.open()

    def cancel(self) -> None:
        """Leaves everything as it is."""
        if self._drag or self.key_move:
            self._field.show_ghost(None)
            self._field.bubble.hide()
        self._pressed = self._drag = self._pan = self.key_move = None

    def let_go_of_space(self) -> None:
        """The space bar is up again."""
        self._space = False
        self._field.unsetCursor()

    def _begin_drag(self, event: QMouseEvent) -> None:
        field, (cell, side) = self._field, self._held
        if not isinstance(cell, Claim) or cell.use in ("pool", "room"):
            self._begin_pan(self._pressed or event.position())
            self._go_on_panning(event.position())
            return
        stale = cell not in field.acts.ground.claims_of(cell.element)
        if stale or not self._may_change(event.position().toPoint()):
            self._pressed = None
            return
        assert self._pressed is not None
        assert field.space
        ground, space = field.acts.ground, field.space.block
        grabbed = field.rows.nearest(self._pressed)
        self._drag = (
            BorderDrag(ground, cell, side, space)
            if side and not self._keeps
            else BlockDrag(ground, cell, space, grabbed)
        )
        self._go_on_dragging(event)

    def _go_on_dragging(self, event: QMouseEvent) -> None:
        assert self._drag
        proposal = self._proposed(self._drag, event)
        self._field.show_ghost(proposal)
        self._tell(proposal, event.position().toPoint())

    def _proposed(self, drag: BlockDrag | BorderDrag, event: QMouseEvent) -> Proposal:
        splits = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return drag.at(self._field.rows.nearest(event.position()), splits)

    def _begin_pan(self, at: QPointF) -> None:
        if self._field.frame:
            self._pan, self._pressed = (at.y(), self._field.frame), None
            self._field.setCursor(QCursor(Qt.CursorShape.ClosedHandCursor))

    def _go_on_panning(self, at: QPointF) -> None:
        assert self._pan
        y, frame = self._pan
        high = max(self._field.rows.ground(0).height(), 1.0)
        moved = frame.moved(round((y - at.y()) / high))
        if moved != self._field.frame:
            self._field.go(moved)

    # The keys.

    def key(self, event: QKeyEvent) -> bool:
        """Does what a key asks for; False where it asks for nothing here."""
        key = Qt.Key(event.key())
        if self._drag or self._pan:
            if key == Qt.Key.Key_Escape:
                self.cancel()
            return True
        if self.key_move:
            return self._moves(self.key_move, key)
        if key == Qt.Key.Key_Space:
            self._space = True
            self._field.setCursor(QCursor(Qt.CursorShape.OpenHandCursor))
            return True
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = next((name for name, act in ACTS.items() if ord(act.key) == event.key()), None)
        if act and held == Qt.KeyboardModifier.NoModifier:
            self.do(act)
            return True
        return False

    def do(self, act: ActName) -> None:
        """Does an act with what is picked, or says why not."""
        field, cell = self._field, self._field.current
        self.cancel()
        if isinstance(cell, Claim):
            cell = field.current = field.acts.fresh(cell, self._took)
        if not field.acts.applies(act, cell):
            self._refuse(_unfit(act, cell))
        elif self._may_change(self._corner()):
            if act == "move":
                self._begin_key_move()
            elif isinstance(cell, Claim) and (proposal := field.acts.at_once(act, cell)):
                self.finish(proposal, self._corner())
            else:
                ask_name(field, act, self._end_of_naming)

    def _begin_key_move(self) -> None:
        field, claim = self._field, self._field.current
        assert isinstance(claim, Claim)
        assert field.space
        self.key_move = KeyMove(field.acts.ground, claim, field.space.block)
        first = self.key_move.step(1)
        if first.refused or self.key_move.to == claim.block:
            first = self.key_move.step(-1)
        if first.refused or self.key_move.to == claim.block:
            self.key_move = None
            self._refuse(first.refused or text("{block} fits nowhere else here.", block=str(claim.block)))
        else:
            self._show_key_move(first)

    def _moves(self, move: KeyMove, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_move = None
            self.finish(move.proposal, self._corner())
        elif key in STEPS:
            by, is_row = STEPS[key]
            frame = self._field.frame
            self._show_key_move(move.row(by, frame.row(0)) if is_row and frame else move.step(by))
        else:
            self.cancel()
        return True

    def _show_key_move(self, proposal: Proposal) -> None:
        assert self.key_move
        self._field.bring(self.key_move.to)
        self._field.show_ghost(proposal)
        rect = self._field.rows.rect(self.key_move.to)
        hint = text("{step}: Enter. Arrows go on, Esc leaves it.", step=proposal.title)
        corner = rect.bottomLeft().toPoint() if rect else QPoint(8, 8)
        self._field.bubble.say(
            proposal.refused or hint, corner, True, "error" if proposal.refused else "accent"
        )
        self._field.announced.emit(proposal.refused or hint)

    # What comes of it.

    def finish(self, proposal: Proposal | None, at: QPoint) -> None:
        """Does a proposal; where it is refused, says why and leaves everything as it is."""
        field = self._field
        field.show_ghost(None)
        field.bubble.hide()
        refused = field.acts.perform(proposal) if proposal else None
        if refused:
            field.bubble.say(refused, at)
            field.announced.emit(refused)
        elif proposal and proposal.blocks:
            self._done, self._took = proposal, proposal.blocks[0][1]
            field.acts.editor.select([proposal.blocks[0][0]])
            field.show_ghost(proposal)

    def _end_of_naming(self, proposal: Proposal) -> Text | None:
        if not proposal.refused:
            self.finish(proposal, self._corner())
        elif not self._field.naming.isVisible():
            self._refuse(proposal.refused)
        return proposal.refused

    def _tell(self, proposal: Proposal, at: QPoint) -> None:
        """Beside the pointer: what would come of letting go, or why nothing would."""
        self._field.bubble.say(
            proposal.refused or proposal.title, at, True, "error" if proposal.refused else "accent"
        )

    def _may_change(self, at: QPoint) -> bool:
        reason = self._field.acts.editor.read_only
        if reason:
            self._field.bubble.say(reason, at)
            self._field.announced.emit(reason)
        return reason is None

    def _refuse(self, reason: Text) -> None:
        self._field.bubble.say(reason, self._corner())
        self._field.announced.emit(reason)

    def _corner(self) -> QPoint:
        """The lower left corner of what is picked, where that can be seen."""
        current = self._field.current
        rect = self._field.rows.rect(current.block) if current and self._field.frame else None
        return rect.bottomLeft().toPoint() - QPoint(12, 14) if rect else QPoint(24, 8)


def border_at(field: Field, at: QPointF) -> tuple[Claim, Side] | None:
    """The border of a block under a point: of the picked one first, then of the innermost."""
    rows, current = field.rows, field.current
    if field.space is None:
        return None
    address = rows.nearest(at)
    around = (
        rows.nearest(QPointF(at.x() - NEAR, at.y())),
        address,
        rows.nearest(QPointF(at.x() + NEAR, at.y())),
    )
    claims = [claim for one in around for claim in reversed(field.space.at(one))]
    claims.sort(key=lambda claim: claim != current)
    for claim in claims:
        rect = rows.rect(claim.block) if claim.use not in ("pool", "room", "site", "cloud") else None
        if rect is None or rect.width() < WIDE_ENOUGH or not rect.top() <= at.y() <= rect.bottom():
            continue
        if abs(at.x() - rect.right()) <= NEAR and claim.block.end <= rows.frame.end:
            return claim, "last"
        if abs(at.x() - rect.left()) <= NEAR and claim.block.base >= rows.frame.first:
            return claim, "first"
    return None


def _unfit(act: ActName, cell: Cell | None) -> Text:
    if cell is None:
        return text("Pick a block first: click it, or walk to it with the arrows.")
    if ACTS[act].with_free:
        return text("{block} is taken. Pick free addresses for that.", block=str(cell.block))
    return text("{block} is no block of an element. Pick one for that.", block=str(cell.block))
