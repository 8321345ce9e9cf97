"""Opening a design to change it: read it, claim its file, and where that may not be, say why it is only for reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.storage import places
from workbench.storage.claim import Claim, Holder, claimed
from workbench.storage.files import bytes_of, open_design, print_of
from workbench.storage.journal import Left
from workbench.storage.sealing import Key
from workbench.texts import Text, text


@dataclass(frozen=True, slots=True)
class Opened:
    """A design to be shown, and the hold on its file.

    `read_only` says why it may not be changed, if so; `holder` who else has the file open. `unsaved` tells that no file
    holds the design as it is: it was recovered. `seen` is the print of the file as it was read.
    """

    design: Design
    path: Path | None = None
    claim: Claim | None = None
    read_only: Text | None = None
    holder: Holder | None = None
    unsaved: bool = False
    seen: str = ""
    key: Key | None = None


def opened(
    path: Path, take_over: bool = False, password: str | None = None, progress: Progress = untold
) -> Opened:
    """The design of a file, claimed for changing where nobody else has it.

    BrokenFile says what is wrong with it; Sealed where it needs a password and this is not it. Where it is stopped the
    file is let go.
    """
    held = claimed(path, take_over)
    try:
        read = open_design(path, password, progress)
        progress(1)
    except BaseException:
        if isinstance(held, Claim):
            held.end()
        raise
    if isinstance(held, Holder):
        return Opened(
            read.design, path, None, read.read_only or _taken(held), held, seen=read.seen, key=read.key
        )
    if held and read.read_only:
        held.end()
        held = None
    return Opened(read.design, path, held, read.read_only, seen=read.seen, key=read.key)


def recovered(left: Left, progress: Progress = untold) -> Opened:
    """What a crash left, over the file it belongs to; without a file where somebody else has that one open.

    Where it is stopped the file is let go.
    """
    assert left.design is not None, "a sealed journal is opened first"
    held = claimed(left.path) if left.path and places.is_file(left.path) else None
    claim = held if isinstance(held, Claim) else None
    # The file of somebody else is theirs: what was recovered goes elsewhere.
    path = None if isinstance(held, Holder) else left.path
    try:
        seen = print_at(path, progress) if path else ""
    except BaseException:
        if claim:
            claim.end()
        raise
    return Opened(left.design, path, claim, unsaved=True, seen=seen, key=left.key)


def print_at(path: Path, progress: Progress = untold) -> str:
    """The print of the file at a place; "" where there is none."""
    try:
        return print_of(bytes_of(path, progress))
    except OSError:
        return ""


def _taken(holder: Holder) -> Text:
    return text(
        "{user} on {host} has had this design open since {since}. It is open here for reading: File > Take over "
        "lets you change it all the same, File > Save as makes a copy of your own.",
        user=holder.user,
        host=holder.host,
        since=holder.since,
    )
