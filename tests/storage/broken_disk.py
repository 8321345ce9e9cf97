"""A disk that fails on purpose: at its nth step with an error, with half a write, or by the power going.

Every step that changes the disk or opens a file is counted: opening, writing, forcing, closing, renaming, removing,
making folders. It stands between the program and the system; none of the program's own code is replaced.
"""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

import pytest

ERRORS: Final = tuple(
    getattr(errno, name) for name in ("ENOSPC", "EIO", "EROFS", "EACCES", "EINTR", "EDQUOT")
)
STEPS: Final = ("open", "close", "fsync", "replace", "rename", "unlink", "remove", "mkdir", "rmdir", "write")
"""The functions of `os` that are steps."""


CUT: Final = 9
"""The exit code of a program whose machine stopped."""


class Disk:
    """Counts steps, and fails at one.

    `fails` is the number of the step, None for a disk that only counts; `code` the error, or 0 for a cut of the power: the
    program ends there and then, without tidying up, and `report` takes note of what was not forced to disk.
    `lasting` fails every later step of the same kind too, as a full disk does; `short` writes half before it fails.
    """

    def __init__(
        self,
        fails: int | None = None,
        code: int = 0,
        *,
        lasting: bool = False,
        short: bool = False,
        report: Path | None = None,
    ) -> None:
        self.fails, self.code, self.lasting, self.short, self._report = fails, code, lasting, short, report
        self.steps: list[str] = []
        self.loose: dict[str, int] = {}
        """What is not forced to disk yet: how much of each file is."""
        self._kind = ""

    @property
    def has_failed(self) -> bool:
        """Whether the step that fails was reached."""
        return self.fails is not None and len(self.steps) > self.fails

    def step(self, kind: str, before: Callable[[], object] = lambda: None) -> None:
        """One step: fails where it is its turn, after `before` did half of it."""
        self.steps.append(kind)
        at = len(self.steps) - 1
        again = self.lasting and self.has_failed and kind == self._kind
        if at == self.fails or again:
            self._kind = kind
            if self.short and kind == "write":
                before()
            if not self.code:
                self._cut()
            raise OSError(self.code, os.strerror(self.code))

    def _cut(self) -> NoReturn:
        assert self._report
        self._report.write_text(json.dumps(self.loose))
        os._exit(CUT)


class _File(io.FileIO):
    """A file whose writing and closing are steps."""

    def __init__(self, file: Any, mode: str, disk: Disk) -> None:
        self._disk = disk
        super().__init__(file, mode)
        disk.loose.setdefault(str(file), 0 if "w" in mode or "x" in mode else self._size())

    def write(self, raw: Any) -> int:
        half = bytes(raw)[: len(raw) // 2]
        self._disk.step("write", lambda: super(_File, self).write(half))
        return super().write(raw)

    def close(self) -> None:
        if not self.closed:
            try:
                self._disk.step("close")
            finally:
                super().close()

    def _size(self) -> int:
        return os.fstat(self.fileno()).st_size


@contextmanager
def broken(disk: Disk, folder: Path) -> Iterator[Disk]:
    """Puts the disk under everything below a folder for as long as it is open."""
    real = {name: getattr(os, name) for name in STEPS}
    opening = io.open
    handles: dict[int, str] = {}

    def is_here(path: object) -> bool:
        return isinstance(path, (str, Path)) and str(path).startswith(str(folder))

    def open_file(file: Any, mode: str = "r", buffering: int = -1, *more: Any, **named: Any) -> Any:
        if not is_here(file) or not set(mode) & set("wxa"):
            if is_here(file):
                disk.step("read")
            return opening(file, mode, buffering, *more, **named)
        disk.step("open")
        raw = _File(file, mode.replace("b", "").replace("t", ""), disk)
        handles[raw.fileno()] = str(file)
        if buffering == 0:
            return raw
        buffered = io.BufferedWriter(raw)
        return (
            buffered
            if "b" in mode
            else io.TextIOWrapper(buffered, more[0] if more else named.get("encoding"))
        )

    def call(name: str) -> Callable[..., Any]:
        def done(*arguments: Any, **named: Any) -> Any:
            first = arguments[0] if arguments else None
            ours = first in handles if isinstance(first, int) else is_here(first)
            if ours:
                disk.step(name)
            result = real[name](*arguments, **named)
            _note(disk, handles, name, arguments, result if ours else None)
            return result

        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(io, "open", open_file)
        patch.setattr("builtins.open", open_file)
        for name in STEPS:
            patch.setattr(os, name, call(name))
        yield disk


def _note(disk: Disk, handles: dict[int, str], name: str, arguments: tuple[Any, ...], result: Any) -> None:
    """Keeps in mind which handle is which file, and what of it is on the disk for good."""
    if name == "open" and isinstance(result, int):
        handles[result] = str(arguments[0])
    elif name == "fsync" and (path := handles.get(arguments[0])) and Path(path).is_file():
        disk.loose[path] = os.fstat(arguments[0]).st_size
    elif name in ("replace", "rename"):
        disk.loose[str(arguments[1])] = disk.loose.pop(str(arguments[0]), 0)


def lose_what_is_loose(report: Path) -> None:
    """What a cut of the power takes on a disk that keeps names and loses content that was not forced."""
    for path, kept in json.loads(report.read_text()).items():
        if Path(path).is_file() and Path(path).stat().st_size > kept:
            os.truncate(path, kept)
