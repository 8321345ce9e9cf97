"""Reading and saving design files: a save is atomic, and the state before it stays beside as a verified backup."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from workbench.model.design import Design
from workbench.progress import Progress, part, untold
from workbench.storage.format import BrokenFile, design_bytes, design_from, uncollected
from workbench.storage.sealing import Key, is_sealed, sealed, unsealed
from workbench.texts import Text, text

SUFFIX = ".lzd"
BACKUP = ".bak"
CHUNK = 1 << 20
"""Bytes read at once: what is read from afar can be stopped in between."""


class NotSaved(Exception):
    """A design that could not be written; `text` says why and what to do. The file on disk is as it was."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


@dataclass(frozen=True, slots=True)
class Read:
    """A design read from a file; `read_only` says why it may not be changed, if so; `key` is that of a sealed file.

    `seen` is the print of the bytes it was read from.
    """

    design: Design
    path: Path
    read_only: Text | None = None
    key: Key | None = None
    seen: str = ""


def open_design(path: Path, key: Key | str | None = None, progress: Progress = untold) -> Read:
    """The design in a file; BrokenFile says what is wrong with it, where, and what to do next.

    `key` is the key or the password of a sealed file; Sealed where it is missing or another.
    """
    try:
        raw = bytes_of(path, part(progress, 0, 0.4))
    except OSError as wrong:
        raise BrokenFile(
            text("{path} cannot be read: {reason}.", path=path, reason=wrong.strerror or str(wrong))
        ) from wrong
    try:
        content, key = unsealed(raw, key) if is_sealed(raw) else (raw, None)
        design, reason = design_from(content, part(progress, 0.4, 1))
    except BrokenFile as wrong:
        raise BrokenFile(text("{path}: {reason}", path=path.name, reason=wrong.text)) from wrong
    return Read(design, path, reason, key, print_of(raw))


def bytes_of(path: Path, progress: Progress = untold) -> bytes:
    """The content of a file, read a piece at a time; OSError where it cannot be read."""
    chunks: list[bytes] = []
    with path.open("rb") as file:
        size = max(os.fstat(file.fileno()).st_size, 1)
        while chunk := file.read(CHUNK):
            chunks.append(chunk)
            progress(min(len(chunks) * CHUNK / size, 1))
    return b"".join(chunks)


def print_of(raw: bytes) -> str:
    """What tells a file from the same file changed by somebody else."""
    return hashlib.sha256(raw).hexdigest()


def save_design(design: Design, path: Path, key: Key | None = None, progress: Progress = untold) -> str:
    """Writes a design so that a file is always whole: the old one or the new one. The print of what was written.

    The new text is written beside, forced to disk, read back and compared, and only then takes the place of the old
    one, which stays as `.bak`. A file on disk that is not a design is never overwritten. NotSaved says why not.
    With a key the file is sealed, and no backup of what was not stays beside it.
    """
    raw = _writable(design, path, part(progress, 0, 0.3))
    raw = sealed(raw, key) if key else raw
    beside, backup = _beside(path), _beside(path.with_name(path.name + BACKUP))
    try:
        # What is read here is let go here: nothing of it is left to be searched for garbage.
        with uncollected():
            _refuse_foreign(path, part(progress, 0.3, 0.6))
            _write_through(beside, raw)
            progress(0.65)
            is_same = _is_same(_read_back(beside, key, part(progress, 0.65, 0.95)), design)
        if not is_same:
            raise NotSaved(
                text(
                    "{path} was not written: what was read back differs. The disk may be failing.",
                    path=path.name,
                )
            )
        # The last place to stop at: from here on the new file takes the old one's place.
        progress(0.95)
        _keep_backup(path, backup, only_sealed=key is not None)
        os.replace(beside, path)
        _sync_folder(path.parent)
        return print_of(raw)
    except OSError as wrong:
        raise NotSaved(
            text(
                "{path} was not saved: {reason}. The file on disk is unchanged; save to another place.",
                path=path.name,
                reason=wrong.strerror or str(wrong),
            )
        ) from wrong
    finally:
        for left in (beside, backup):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _writable(design: Design, path: Path, progress: Progress) -> bytes:
    """The file of a design; NotSaved where a text holds half a character, which no file can."""
    try:
        return design_bytes(design, progress)
    except UnicodeEncodeError as wrong:
        near = wrong.object[max(wrong.start - 20, 0) : wrong.start]
        raise NotSaved(
            text(
                "{path} was not saved: a text holds half a character after “{near}”. Type that text again.",
                path=path.name,
                near=near,
            )
        ) from wrong


def _refuse_foreign(path: Path, progress: Progress) -> None:
    """NotSaved where the file at the place is broken or of a newer version."""
    if not path.exists():
        return
    raw = path.read_bytes()
    if is_sealed(raw):
        return
    try:
        _, newer = design_from(raw, progress)
    except BrokenFile as wrong:
        raise NotSaved(
            text(
                "{path} is not overwritten: it is not a whole design file ({reason}). Save under another name.",
                path=path.name,
                reason=wrong.text,
            )
        ) from wrong
    if newer:
        raise NotSaved(text("{path} is not overwritten: {reason}", path=path.name, reason=newer))


def _write_through(path: Path, raw: bytes) -> None:
    with open(path, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _read_back(path: Path, key: Key | None, progress: Progress) -> Design:
    raw = path.read_bytes()
    return design_from(unsealed(raw, key)[0] if key else raw, progress)[0]


def _is_same(one: Design, other: Design) -> bool:
    """Whether two designs are equal, asked element by element, so that other threads have their turn."""
    return len(one) == len(other) and all(other.get(id) == element for id, element in one.elements.items())


def _keep_backup(path: Path, beside: Path, only_sealed: bool) -> None:
    """Leaves the present file as a backup; it is a whole design, as `_refuse_foreign` has seen."""
    backup = path.with_name(path.name + BACKUP)
    if only_sealed and backup.exists() and not is_sealed(backup.read_bytes()):
        backup.unlink()
    raw = path.read_bytes() if path.exists() else b""
    if raw and (is_sealed(raw) or not only_sealed):
        _write_through(beside, raw)
        os.replace(beside, backup)


def _beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(f".{path.name}.new")


def _sync_folder(folder: Path) -> None:
    """Forces the renames to disk, where the system lets folders be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
