"""Exporting: the one function behind window and command line that turns a design into files in a folder."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO

from workbench.exporters import Exporter, File, Job, Painter, exporters
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.placement import Placement
from workbench.progress import Progress, part, untold
from workbench.texts import Language, Text, text


class NotExported(Exception):
    """Files that could not be made or written; `text` says which, why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def export(
    design: Design,
    targets: Sequence[str],
    languages: Sequence[Language],
    out: Path,
    painter: Callable[[], Painter | None] = lambda: None,
    progress: Progress = untold,
) -> list[Path]:
    """The files written into a folder, in the order of targets and languages.

    Every file is made before the first is written, and each is written whole or not at all. NotExported says which
    target is unknown, which names collide, or which file could not be written.
    """
    from workbench.reports.standing import standing

    wanted = [_exporter(target) for target in dict.fromkeys(targets)]
    if not wanted:
        raise NotExported(text("No target is named. The targets are: {targets}.", targets=tuple(exporters())))
    painting = painter() if any(one.painted for one in wanted) else None
    steps = [(one, language) for one in wanted for language in dict.fromkeys(languages)]
    printed, files = for_customer(design), dict[str, File]()
    checked_once = cache(standing)
    for number, (one, language) in enumerate(steps):
        job = Job(
            printed,
            language,
            painting,
            part(progress, number / len(steps), (number + 1) / len(steps)),
            checked_once,
        )
        for file in one.files(job):
            _collect(files, file, one)
    return _written(list(files.values()), out)


def for_customer(design: Design) -> Design:
    """The design without what stays with those who work on it, such as notes that are not printed."""
    kept_back = [element.id for element in design if not element.is_printed()]
    places = [id for inner in kept_back for id in design.referrers(inner) if design.get(id, Placement)]
    return design.removing([*kept_back, *places])


def languages_of(design: Design, asked: str | None = None) -> tuple[Language, ...]:
    """The languages asked for ("zh", "en" or "both"), else those the engagement names."""
    named = asked or next((e.languages for e in design.of_kind(Engagement)), "both")
    return tuple(language for language in ("zh", "en") if named in (language, "both"))


@contextlib.contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place only when it is whole; NotExported says why it could not."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    except OSError as wrong:
        raise NotExported(_why_not(path, wrong)) from wrong
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _exporter(target: str) -> Exporter:
    found = exporters().get(target)
    if found is None:
        raise NotExported(
            text(
                "“{target}” is no target. The targets are: {targets}.",
                target=target,
                targets=tuple(exporters()),
            )
        )
    return found


def _collect(files: dict[str, File], file: File, one: Exporter) -> None:
    """Notes a file under its name as a folder that ignores case would see it."""
    if not file.name or any(c in file.name for c in '/\\:*?"<>|') or file.name.startswith("."):
        raise NotExported(
            text("{target} made a file of the impossible name “{name}”.", target=one.title, name=file.name)
        )
    key = file.name.casefold()
    if key in files:
        raise NotExported(
            text(
                "Two files would be called “{name}”. Give sheets different names and export again.",
                name=file.name,
            )
        )
    files[key] = file


def _written(files: Sequence[File], out: Path) -> list[Path]:
    paths: list[Path] = []
    for file in files:
        path = out / file.name
        with writing(path) as handle:
            handle.write(file.content)
        paths.append(path)
    return paths


def _why_not(path: Path, wrong: OSError) -> Text:
    import errno

    if wrong.errno == errno.ENOSPC:
        return text("{path} was not written: the disk is full. Make room and export again.", path=str(path))
    if isinstance(wrong, PermissionError):
        return text(
            "{path} was not written: it is open in another program, or may not be written there. "
            "Close it or choose another folder, and export again.",
            path=str(path),
        )
    return text(
        "{path} was not written: {reason}. Choose another folder and export again.",
        path=str(path),
        reason=wrong.strerror or str(wrong),
    )
