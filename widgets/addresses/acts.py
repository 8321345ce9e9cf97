"""What can be done with a block: the same by key, button and menu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from planners.addresses import Block
from widgets.addresses.figures import Cell
from widgets.addresses.following import Following
from widgets.look import Look
from workbench.editor import Editor, ReadOnly
from workbench.edits.addressing import Followed, Ground, Proposal, is_pinned, join, pin, split
from workbench.planning.address_map import Claim
from workbench.texts import Text, text

ActName = Literal["split", "join", "move", "pin", "label", "reserve", "ask"]


class Act(NamedTuple):
    """A verb, its key, and whether it is done with what is taken or with what is free."""

    title: Text
    key: str
    with_free: bool = False


ACTS: Final[Mapping[ActName, Act]] = {
    "split": Act(text("Split"), "S"),
    "join": Act(text("Join"), "J"),
    "move": Act(text("Move…", key="map.move"), "M"),
    "pin": Act(text("Pin", key="map.pin"), "P"),
    "label": Act(text("Rename"), "L"),
    "reserve": Act(text("Reserve…"), "R", True),
    "ask": Act(text("Ask for a block…"), "N", True),
}
UNPIN: Final = text("Unpin", key="map.unpin")


class Acts(QObject):
    """Makes proposals from the design as it is now, and does them as one step each."""

    said = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor, self._look = editor, look
        self.following = Following(editor, self)
        self._ground: Ground | None = None

    def take(self, ground: Ground | None) -> None:
        """Takes a ground that was laid beside the window."""
        self._ground = ground or self._ground

    @property
    def is_ready(self) -> bool:
        """Whether there is a ground."""
        return self._ground is not None

    @property
    def ground(self) -> Ground:
        """The ground of the design as it is now."""
        if self._ground is None:
            self._ground = Ground(self.editor.design)
        self._ground.follow(self.editor.design)
        return self._ground

    def applies(self, act: ActName, cell: Cell | None) -> bool:
        """Whether an act is one for a block of its sort, allowed or not."""
        if isinstance(cell, Claim):
            return (not ACTS[act].with_free and cell.use != "room") or (act == "ask" and cell.use == "vpc")
        return cell is not None and ACTS[act].with_free and cell.fill in ("free", "spare", "room")

    def fresh(self, claim: Claim, took: Block | None = None) -> Claim | None:
        """A claim as it is now, where the map that shows it is not made yet; None where there is none any more."""
        held = self.ground.claims_of(claim.element)
        if claim in held:
            return claim
        return next((one for one in held if one.block == took), held[0] if held else None)

    def title(self, act: ActName, cell: Cell | None) -> Text:
        """The verb as it is meant for a block."""
        if act != "pin" or not isinstance(cell, Claim) or not self.is_ready:
            return ACTS[act].title
        return UNPIN if is_pinned(self.ground, cell) else ACTS[act].title

    def at_once(self, act: ActName, claim: Claim) -> Proposal | None:
        """What an act that asks for nothing more would do, None for one that does."""
        made = {"split": split, "join": join, "pin": pin}.get(act)
        return made(self.ground, claim) if made else None

    def perform(self, proposal: Proposal) -> Text | None:
        """Does a proposal as one step and says so; gives the reason where it may not be."""
        if proposal.refused:
            return proposal.refused
        try:
            self.following.perform(proposal.title, proposal.edit, lambda done: self._tell(proposal, done))
        except ReadOnly as refused:
            reason: Text = refused.args[0]
            return reason
        return None

    def _tell(self, proposal: Proposal, done: Followed) -> None:
        step = proposal.title
        told = text("{step}{followed} · {keys} takes it back", step=step, followed=done.told, keys="Ctrl Z")
        self.said.emit(told)
