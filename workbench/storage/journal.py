"""Journal: what was changed since the last save, on disk within a second, so that no crash takes more.

A thread of its own writes; whoever edits only hands over values. The file is held by a lock of the system for as long
as the program lives: one that nobody holds is what a crash left behind.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from filelock import FileLock, Timeout

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.storage import places
from workbench.storage.journal_lines import (
    BrokenJournal,
    Head,
    UnfinishedJournal,
    base_line,
    head_line,
    head_of,
    read,
    step_line,
)
from workbench.storage.sealing import Key
from workbench.texts import Text, text

SUFFIX: Final = ".lzd-journal"
LOCK: Final = ".lock"
FORCED_EVERY: Final = 0.5
"""Seconds after which what was written is forced to disk, so that not even a power cut takes more than a second."""
AGAIN_AFTER: Final = 5.0
"""Seconds between two tries to write where the disk refuses."""


@dataclass(frozen=True, slots=True)
class Left:
    """A journal that a crash left: its design, the file it belongs to if any, and when the last step was written.

    `when` is in seconds since the epoch. A sealed one has no design until `opened_left` is given its password; one that
    cannot be read never has, and `wrong` says why.
    """

    journal: Path
    design: Design | None
    path: Path | None
    when: float
    key: Key | None = None
    wrong: Text | None = None


class Journal:
    """The changes of one open design. `refused` is called from the thread, with the reason, when the disk refuses."""

    def __init__(
        self,
        design: Design,
        path: Path | None = None,
        folder: Path | None = None,
        refused: Callable[[OSError], None] = lambda wrong: None,
        key: Key | None = None,
    ) -> None:
        self._folder, self._refused = folder or places.journals(), refused
        self._held = threading.Condition()
        self._saved, self._path, self._latest, self._key = design, path, design, key
        self._told = self._ended = self._behind = False
        self._file: _File | None = None
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def follow(self, design: Design) -> None:
        """Notes what a step led to; a design that is saved already needs no journal."""
        self._tell(self._saved, self._path, design, self._key)

    def saved(self, design: Design, path: Path | None, key: Key | None = None) -> None:
        """Notes what the file holds now, and the key it is sealed with from now on."""
        self._tell(design, path, self._latest, key)

    def is_up(self, seconds: float) -> bool:
        """Whether what was noted last is written, waiting so long for it; False where the disk refuses."""
        with self._held:
            return self._held.wait_for(lambda: not self._behind, seconds)

    def end(self) -> None:
        """Ends without leaving anything: the design was saved or given up."""
        with self._held:
            self._ended = True
            self._held.notify_all()
        self._thread.join()

    def _tell(self, saved: Design, path: Path | None, latest: Design, key: Key | None) -> None:
        with self._held:
            self._saved, self._path, self._latest, self._key = saved, path, latest, key
            self._told = self._behind = True
            self._held.notify_all()

    def _run(self) -> None:
        wait: float | None = None
        willing = True
        while True:
            with self._held:
                if not (self._told or self._ended):
                    self._held.wait(wait)
                if self._ended:
                    break
                self._told = False
                head = Head(str(self._path or ""), self._key)
                saved, latest = self._saved, self._latest
            try:
                wait, willing = self._bring(head, saved, latest), True
                with self._held:
                    self._behind = self._told
                    self._held.notify_all()
            except OSError as wrong:
                # Half a journal helps nobody; the next try begins one anew, from the design as it is then.
                self._drop()
                wait = AGAIN_AFTER
                if willing:
                    self._refused(wrong)
                willing = False
        self._drop()

    def _bring(self, head: Head, saved: Design, latest: Design) -> float | None:
        """Brings the file up to a design; the answer is when it must be forced to disk, in seconds, None for never."""
        if latest.elements is saved.elements:
            self._drop()
            return None
        if self._file and self._file.head == head:
            self._file.append(latest)
        else:
            self._drop()
            self._file = _File.made(self._folder, head, latest)
        return self._file.force()

    def _drop(self) -> None:
        if self._file:
            self._file.remove()
        self._file = None


class _File:
    """A journal's file with its lock; it belongs to the thread that writes it."""

    def __init__(self, path: Path, lock: FileLock, file: BinaryIO, head: Head, design: Design) -> None:
        self._path, self._lock, self._file = path, lock, file
        self.head, self._design = head, design
        self._forced, self._loose = 0.0, False

    @classmethod
    def made(cls, folder: Path, head: Head, design: Design) -> _File:
        """A new file that begins with a design; OSError where the disk refuses, and then there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{secrets.token_hex(8)}{SUFFIX}"
        lock = FileLock(path.with_name(path.name + LOCK))
        lock.acquire(timeout=0)
        try:
            made = cls(path, lock, path.open("xb", buffering=0), head, design)
        except OSError:
            _let_go(lock)
            raise
        try:
            made._hand_over(head_line(head) + base_line(design, head.key))
        except OSError:
            made.remove()
            raise
        return made

    def append(self, design: Design) -> None:
        """Adds the step to a design."""
        change = Change.between(self._design, design)
        if change:
            self._hand_over(step_line(change, self.head.key))
        self._design = design

    def _hand_over(self, raw: bytes) -> None:
        """Hands lines to the system: from then on only the machine's own end can take them."""
        view = memoryview(raw)
        while view:
            view = view[self._file.write(view) or 0 :]
        self._loose = True

    def force(self) -> float | None:
        """Forces lines to disk where it is time; the answer is when it will be, None where nothing is loose."""
        if not self._loose:
            return None
        left = self._forced + FORCED_EVERY - time.monotonic()
        if left > 0:
            return left
        os.fsync(self._file.fileno())
        self._forced, self._loose = time.monotonic(), False
        return None

    def remove(self) -> None:
        """Takes file and lock away."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        _let_go(self._lock)


def _let_go(lock: FileLock) -> None:
    # Even the end of a lock may fail on a disk that fails; the journal's thread has to go on.
    with contextlib.suppress(OSError):
        lock.release()
    with contextlib.suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)


def left_behind(folder: Path | None = None, progress: Progress = untold) -> tuple[Left, ...]:
    """What crashes left, latest first, whether it can be read or not.

    Journals of programs that run are not listed, nor those without a beginning.
    """
    found: list[Left] = []
    for number, path in enumerate(_loose(folder or places.journals()), 1):
        if left := _read(path):
            found.append(left)
        progress(1 - 1 / (number + 1))
    return tuple(sorted(found, key=lambda left: -left.when))


def discard(left: Left) -> None:
    """Takes a journal away: its design was recovered, or nobody wants it."""
    _take_away(left.journal)


def _take_away(journal: Path) -> None:
    for path in (journal, journal.with_name(journal.name + LOCK)):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _loose(folder: Path) -> Iterator[Path]:
    """The journals that no running program holds."""
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        lock = FileLock(path.with_name(path.name + LOCK))
        try:
            with lock.acquire(timeout=0):
                yield path
        except (Timeout, OSError):
            continue


def is_anything_left(folder: Path | None = None) -> bool:
    """Whether a crash left a journal; none is read for it."""
    return any(True for _ in _loose(folder or places.journals()))


def opened_left(left: Left, password: str) -> Left:
    """A sealed journal with its design; Sealed where the password is another. Takes a moment on purpose."""
    head, design, _ = read(left.journal.read_bytes(), password)
    return replace(left, design=design, key=head.key)


def _read(path: Path) -> Left | None:
    try:
        raw, when = path.read_bytes(), path.stat().st_mtime
        belongs, is_sealed = head_of(raw)
        design = None if is_sealed else read(raw)[1]
        return Left(path, design, Path(belongs) if belongs else None, when)
    except UnfinishedJournal:
        # The program ended in the moment it began to write: nothing can be had of it, now or later.
        _take_away(path)
        return None
    except FileNotFoundError:
        return None
    except OSError as wrong:
        reason = text("It cannot be read: {reason}.", reason=wrong.strerror or str(wrong))
        return Left(path, None, None, 0.0, wrong=reason)
    except BrokenJournal as broken:
        return Left(path, None, None, when, wrong=broken.text)
