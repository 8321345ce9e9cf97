"""Safekeeping: what protects the design in a window, from a crash by a journal and from a second writer by a claim."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.editor import Editor
from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.storage.claim import Claim, Holder, claimed
from workbench.storage.files import NotSaved, save_design
from workbench.storage.journal import Journal
from workbench.storage.opening import Opened, print_at
from workbench.storage.sealing import Key
from workbench.texts import text


class Changed(Exception):
    """The file was changed by somebody else since it was read; saving would undo that."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds since a moment ago: the design, its print, the key it is sealed with, and the hold on it."""

    design: Design
    path: Path
    seen: str
    key: Key | None
    claim: Claim | None


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

    def write(self, design: Design, path: Path, over: bool = False, progress: Progress = untold) -> Written:
        """Writes a design to a file; may be called from another thread, one at a time, and is then told to `wrote`.

        NotSaved says why it was not; Changed asks whether to go over what somebody else wrote, which `over` does.
        """
        own, key = path == self.path, self.key
        claim = self._claim if own else self._claimed(path)
        try:
            if own and (holder := self.lost_to):
                raise _taken_over(path, holder)
            if own and not over and self._seen and print_at(path) not in (self._seen, ""):
                raise Changed
            seen = save_design(design, path, key, progress)
        except BaseException:
            if claim and not own:
                claim.end()
            raise
        return Written(design, path, seen, key, claim)

    def wrote(self, written: Written) -> None:
        """The file that was written becomes the design's own; what was changed meanwhile is not saved yet."""
        if written.claim is not self._claim and self._claim:
            self._claim.end()
        self.path, self._claim, self._seen = written.path, written.claim, written.seen
        if written.key is self.key:
            self._editor.mark_saved(written.design)
            self._journal.saved(written.design, written.path, written.key)

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
