"""The view of the address map: what is looked at above, the field, and what is told of a block below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from planners.addresses import Block
from widgets.addresses.act_bar import ActBar, offer_menu
from widgets.addresses.acts import ActName, Acts
from widgets.addresses.field import Field
from widgets.addresses.figures import Cell
from widgets.addresses.next_free import NextFree
from widgets.addresses.parts import Parts
from widgets.addresses.side import Side
from widgets.addresses.top_bar import TopBar
from widgets.look import Look
from widgets.qt.ending import Ending
from widgets.qt.one_line import OneLine
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.edits.addressing import Ground
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.planning.address_map import AddressMap, Claim, Space, Tile, address_map, frame_of
from workbench.texts import Text, text

NARROW: Final = 640
"""Below this width overview and legend are shown only when they are asked for."""
LOW: Final = 430
"""Below this height of the map everything around it shares lines, so that a row can still open and name its blocks."""


class AddressMapView(QWidget):
    """Follows the design while it is seen; the map is made beside the window."""

    said = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self.made: AddressMap | None = None
        self._work: Work | None = None
        self._filling = False
        self.setAutoFillBackground(True)
        self._side_wanted = {False: True, True: False}
        self._asks = 0
        self.told, self.side = OneLine(look, self), Side(look, self)
        self.acts = Acts(editor, look, self)
        self.field, self.act_bar = Field(look, self.acts, self), ActBar(self.acts, look, self)
        self.parts = Parts(editor, look, self.acts.following, self)
        self.next_free = NextFree(look, self)
        self.top = TopBar(look, self.parts, self.next_free, self)
        self.spaces, self.tintings = self.top.spaces, self.top.tintings
        self.foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self._listen()
        self.destroyed.connect(Ending(editor.subscribe(self._changed)))
        self.destroyed.connect(Ending(editor.subscribe_selection(self._selected)))
        self.retell()

    def retell(self) -> None:
        """Says and paints everything in the present language and theme."""
        self.top.retell()
        self.field.setAccessibleName(self._look.said(text("Address map")))
        self.field.forget()
        self.side.retell()
        self.parts.retell()
        self._tell(None)
        self._offer()

    def do(self, act: ActName) -> None:
        """Does an act with what is picked."""
        self.field.setFocus()
        self.field.hands.do(act)

    def reveal(self, ids: Sequence[ElementId]) -> None:
        """Selects elements and shows the first that has a block."""
        self._editor.select(ids)
        self._selected(self._editor.selection)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make()

    def resizeEvent(self, event: object) -> None:
        self._show_side()

    def _lay_out(self) -> None:
        middle, column = QHBoxLayout(), QVBoxLayout(self)
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self.field, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.parts, 1)
        upper = self.parts.upper
        upper.addWidget(self.next_free)
        upper.addLayout(middle, 1)
        self.told.setContentsMargins(12, 4, 12, 4)
        self.foot.addWidget(self.told, 1)
        self.foot.addWidget(self.act_bar)
        upper.addLayout(self.foot)
        self.setFocusProxy(self.field)

    def _ask_for_side(self, wanted: bool) -> None:
        """Overview and legend as they are wanted, for windows as wide or as narrow as this one."""
        self._side_wanted[self.width() < NARROW] = wanted
        self._show_side()

    def _show_side(self) -> None:
        wanted = self._side_wanted[self.width() < NARROW]
        self.top.beside.setChecked(wanted)
        self.side.setVisible(wanted)

    def _fold(self) -> None:
        """In a low window what is free next goes into the line above, and what can be done stands behind what is told."""
        is_low = self.parts.map_height < LOW
        self.next_free.fold(is_low)
        ways = QBoxLayout.Direction
        self.foot.setDirection(ways.LeftToRight if is_low else ways.TopToBottom)
        self._share_the_foot()

    def _share_the_foot(self) -> None:
        """What is told of the picked block takes of a common line what it needs, the acts the rest.

        What is told in passing gets an ellipsis there: the acts must not run away from the pointer."""
        is_low = self.parts.map_height < LOW
        self.act_bar.share(self.parts.width() - self._asks if is_low else None)

    def _listen(self) -> None:
        self.spaces.currentIndexChanged.connect(self._space_picked)
        self.tintings.currentIndexChanged.connect(self._tinting_picked)
        self.top.out.clicked.connect(lambda: self.field.zoom(-4))
        self.field.walked.connect(self._walked)
        self.field.pointed.connect(self._tell)
        self.field.framed.connect(self._offer)
        self.top.beside.clicked.connect(self._ask_for_side)
        self.parts.map_resized.connect(self._fold)
        self.next_free.picked.connect(self._go_to_free)
        self.side.overview.framed.connect(self.field.go)
        self.side.legend.picked.connect(self.spaces.setCurrentIndex)
        self.acts.said.connect(self.said)
        self.act_bar.picked.connect(self.do)
        self.field.asked.connect(lambda at: offer_menu(self.act_bar, at))
        self.field.announced.connect(self._announce)

    def _make(self) -> None:
        """Makes the map anew beside the window; what changes meanwhile is made next."""
        if not self.isVisible() or self._work:
            return
        design, tinting, laid = self._editor.design, self.tintings.currentData(), self.acts.is_ready
        self._work = Work(
            lambda progress: (address_map(design, tinting), None if laid else Ground(design)), self
        )
        self._work.done.connect(self._made)
        self._work.start()

    def _made(self, done: tuple[AddressMap, Ground | None]) -> None:
        self._work = None
        made, ground = done
        first, self.made = self.made is None, made
        self.acts.take(ground)
        self.acts.following.prepare()
        self._fill_spaces()
        space = self._space()
        frame = self.field.frame
        if frame is None or frame.space != space.block:
            frame = frame_of(space.block, space.block)
        self.field.current = again(made, space, self.field.current, self.field.hands.took)
        self.field.show_map(made, space, frame)
        self.side.legend.tell(made, space)
        self._tell(None)
        self._offer()
        if first or not isinstance(self.field.current, Claim):
            self._selected(self._editor.selection)
        if made.design is not self._editor.design or made.tinting != self.tintings.currentData():
            self._make()

    def _fill_spaces(self) -> None:
        assert self.made
        before, self._filling = self.spaces.currentText(), True
        self.spaces.clear()
        for space in self.made.spaces:
            self.spaces.addItem(str(space.block))
        self.spaces.setCurrentIndex(max(self.spaces.findText(before), 0))
        self._filling = False

    def _space(self) -> Space:
        assert self.made
        return self.made.spaces[max(self.spaces.currentIndex(), 0)]

    def _tinting_picked(self, at: int) -> None:
        if not self._filling:
            self._make()

    def _space_picked(self, at: int) -> None:
        if self.made and not self._filling and at >= 0:
            space = self._space()
            self.field.current = None
            self.field.show_map(self.made, space, frame_of(space.block, space.block))
            self.side.legend.tell(self.made, space)
            self._offer()

    def _changed(self, change: Change) -> None:
        self._make()

    def _selected(self, ids: tuple[ElementId, ...]) -> None:
        """Shows what was selected here or elsewhere."""
        held = [claim for id in ids for claim in (self.made.claims_of(id) if self.made else ())]
        if not self.made or not held or not self.isVisible():
            return
        current = self.field.current
        if isinstance(current, Claim) and current in held:
            return
        self.field.current = held[0]
        for at, space in enumerate(self.made.spaces):
            if space.block.holds(held[0].block) and at != self.spaces.currentIndex():
                self.spaces.setCurrentIndex(at)
        self.field.current = held[0]
        self.field.bring(held[0].block)
        self.field.open()
        self.field.update()
        self._tell(None)
        self._offer()

    def _walked(self, cell: Cell | None) -> None:
        self._editor.select([cell.element] if isinstance(cell, Claim) else [])
        self._tell(None)
        self._offer()

    def _announce(self, words: Text) -> None:
        """Says what stands in the bubble where it is read aloud, and keeps it below the map."""
        said = self._look.said(words)
        self.told.say(said)
        self.field.setAccessibleDescription(said)

    def _go_to_free(self, block: Block | None) -> None:
        if block:
            self.field.bring(block)
            self.field.pick(Tile(block, "free"))

    def _tell(self, cell: Cell | None) -> None:
        """What is under the pointer, else what is picked."""
        shown = cell or self.field.current
        hint = text(
            "Double-click or Enter zooms in, Enter asks for a free block, Esc zooms out, arrows walk from block to block."
        )
        words = self._look.said(self.field.said(shown) if shown else hint)
        self.told.say(words)
        if cell is None:
            self.field.setAccessibleDescription(words)
            self.act_bar.tell(self.field.current)
            self._asks = self.told.sizeHint().width()
            self._share_the_foot()

    def _offer(self) -> None:
        """Where one is, and what is free there."""
        frame = self.field.frame
        if not self.made or frame is None:
            return
        space, current = self._space(), self.field.current
        self.side.overview.tell(space, frame)
        self.top.tell(frame)
        within, vpc = frame.block, ""
        if isinstance(current, Claim) and current.use in ("vpc", "vswitch"):
            owners = [c for c in self.made.claims_of(current.owner) if c.block.holds(current.block)]
            within, vpc = (owners[0].block, current.owner) if owners else (within, "")
        self.next_free.tell(space, within, vpc)


def again(made: AddressMap, space: Space, cell: Cell | None, took: Block | None) -> Cell | None:
    """What was picked on an earlier map, on this one: its element wherever it stands now, else what is at its place."""
    if cell is None or not space.block.holds(cell.block):
        return cell if cell and isinstance(cell, Claim) and cell in made.claims_of(cell.element) else None
    if isinstance(cell, Claim):
        held = made.claims_of(cell.element)
        if cell in held or not held:
            return cell if held else space.tile_at(cell.block.base)
        return next((one for one in held if one.block == took), held[0])
    tile = space.tile_at(cell.block.base)
    held_here = [one for one in space.at(cell.block.base) if one.use != "pool"]
    is_free = tile.fill in ("free", "spare")
    return cell if is_free and tile.block.holds(cell.block) else held_here[-1] if held_here else tile
