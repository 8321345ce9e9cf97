"""Traces: everything the program has left on this machine beside the designs themselves, and how it goes."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from workbench.storage import places
from workbench.storage.journal import left_behind
from workbench.texts import Text, text


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of trace: what it is, and its files."""

    title: Text
    files: tuple[Path, ...]


def traces() -> tuple[Trace, ...]:
    """What there is now; what running windows are using is among it."""
    found = (
        Trace(text("Unsaved changes kept for the case of a crash"), _files(places.journals())),
        Trace(text("Designs saved when the program was at fault"), _files(places.rescued())),
        Trace(text("The list of designs opened last"), _files(places.recent())),
        Trace(text("Small pictures of designs opened last"), _files(places.previews())),
        Trace(text("Preferences"), _files(places.preferences())),
        Trace(text("Locks of open designs"), _files(places.claims())),
    )
    return tuple(trace for trace in found if trace.files)


def remove_traces() -> tuple[Path, ...]:
    """Removes everything that no running window is using; the answer is what could not be removed."""
    for left in left_behind():
        for file in (left.journal, left.journal.with_name(f"{left.journal.name}.lock")):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
    for place in (places.recent(), places.preferences()):
        with contextlib.suppress(OSError):
            place.unlink(missing_ok=True)
    for folder in (places.previews(), places.rescued()):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (places.claims(), places.journals(), places.recent().parent, places.preferences().parent):
        with contextlib.suppress(OSError):
            folder.rmdir()
    return tuple(file for trace in traces() for file in trace.files)


def _files(place: Path) -> tuple[Path, ...]:
    if place.is_file():
        return (place,)
    return tuple(sorted(path for path in place.rglob("*") if path.is_file())) if place.is_dir() else ()
