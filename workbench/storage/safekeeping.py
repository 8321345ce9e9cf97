"""Safekeeping: what protects the design in a window, from a crash by a journal and from a second writer by a claim."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from workbench.editor import Editor
from workbench.model.design import Design
from workbench.storage.claim import Claim, Holder, claimed
from workbench.storage.files import NotSaved, save_design
from workbench.storage.journal import Journal
from workbench.storage.opening import Opened, print_at
from workbench.storage.sealing import Key
from workbench.texts import text


class Changed(Exception):
    """The file was changed by somebody else since it was read; saving would undo that."""


class Safekeeping:
    """The journal and the claim of one open design; ends with `end`.

    `refused` is called from the journal's thread when the disk refuses.
    """

    def __init__(
        self, editor: Editor, opened: Opened, refused: Callable[[OSError], None] = lambda wrong: None
    ) -> None:
        self._editor, self._claim, self._seen = editor, opened.claim, opened.seen
        self.path, self.key = opened.path, opened.key
        self._journal = Journal(editor.saved_design, opened.path, refused=refused, key=opened.key)
        self._journal.follow(editor.design)
        self._unsubscribe = editor.subscribe(lambda change: self._journal.follow(editor.design))

    @property
    def lost_to(self) -> Holder | None:
        """Who has taken the file over since it was opened here."""
        return self._claim.lost_to if self._claim else None

    def is_kept(self, seconds: float) -> bool:
        """Whether a crash would take nothing now, waiting so long for the journal."""
        return self._journal.is_up(seconds)

    def seal(self, key: Key | None) -> None:
        """Seals the file from the next save on, or no longer; the journal at once."""
        self.key = key
        self._editor.mark_saved(Design.of())
        self._journal.saved(Design.of(), self.path, key)

    def save(self, path: Path, over: bool = False) -> None:
        """Writes the design to a file, which becomes its own.

        NotSaved says why it was not; Changed asks whether to go over what somebody else wrote, which `over` does.
        """
        design, own = self._editor.design, path == self.path
        claim = self._claim if own else self._claimed(path)
        try:
            if own and (holder := self.lost_to):
                raise _taken_over(path, holder)
            if own and not over and self._seen and print_at(path) not in (self._seen, ""):
                raise Changed
            save_design(design, path, self.key)
        except BaseException:
            if claim and not own:
                claim.end()
            raise
        if not own and self._claim:
            self._claim.end()
        self.path, self._claim, self._seen = path, claim, print_at(path)
        self._editor.mark_saved(design)
        self._journal.saved(design, path, self.key)

    def end(self) -> None:
        """Lets go of everything; what was not saved is given up."""
        self._unsubscribe()
        self._journal.end()
        if self._claim:
            with contextlib.suppress(OSError):
                self._claim.end()

    def _claimed(self, path: Path) -> Claim | None:
        held = claimed(path)
        if isinstance(held, Holder):
            raise _taken_over(path, held)
        return held


def _taken_over(path: Path, holder: Holder) -> NotSaved:
    return NotSaved(
        text(
            "{path} was not saved: {user} on {host} has it open since {since}. Save under another name, and put the two "
            "together afterwards.",
            path=path.name,
            user=holder.user,
            host=holder.host,
            since=holder.since,
        )
    )
