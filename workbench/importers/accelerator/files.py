"""The files of an import: found below its sources, and read as plain values."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from workbench.importers.accelerator.plain_json import json_value
from workbench.importers.accelerator.plain_yaml import yaml_value
from workbench.importers.plan import ImportItem, Refused
from workbench.texts import text

LARGEST: Final = 2_000_000
MOST_FILES: Final = 20_000
SUFFIXES: Final = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Found:
    """A file below a source: its path to show, the folders that lead to it (nearest first), and where it is."""

    name: str
    words: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Content:
    """A file's value and the lines its parts stand on."""

    file: Found
    value: Any
    lines: dict[str, int]


def found_files(sources: Sequence[Path]) -> Iterator[Found | ImportItem]:
    """The files below the sources in the order of names; items for what is no file of ours or is refused."""
    seen: set[Path] = set()
    for source in sources:
        top = source.resolve()
        if not top.exists():
            yield _refused(str(source), text("There is no such file or folder. Check the name."))
            continue
        for path in [top] if top.is_file() else _below(top):
            if path not in seen:
                seen.add(path)
                yield _found(path, top)
            if len(seen) > MOST_FILES:
                yield _refused(
                    str(source),
                    text(
                        "More than {most} files. Name the folders that hold the configuration.",
                        most=MOST_FILES,
                    ),
                )
                return


def content(file: Found) -> Content:
    """The value in a file; Refused says where and why it cannot be read."""
    written = _text(file.path)
    if file.path.suffix.lower() == ".json":
        value = json_value(written)
        lines: dict[str, int] = {}
    else:
        value, lines = yaml_value(written)
    return Content(file, value, lines)


def _below(top: Path) -> Iterator[Path]:
    """Every entry below a folder that is no folder itself; links are not followed, hidden folders are left out."""
    for folder, folders, names in os.walk(top):
        here = Path(folder)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in linked and not name.startswith("."))
        for name in sorted([*names, *linked]):
            yield here / name


def _found(path: Path, top: Path) -> Found | ImportItem:
    """A file to read, or what is said of an entry that is not read."""
    above = top if top.is_dir() else top.parent
    name = path.relative_to(above).as_posix()
    if path.is_symlink():
        return _linked(path, above, name)
    if not stat.S_ISREG(path.stat().st_mode):
        return ImportItem(name, "", "unheld", text("not a file"))
    if path.suffix.lower() not in SUFFIXES:
        return ImportItem(name, "", "unheld", text("neither YAML nor JSON"))
    folders = path.relative_to(above).parts[:-1]
    return Found(name, (path.stem, *reversed(folders), above.name), path)


def _linked(path: Path, above: Path, name: str) -> ImportItem:
    try:
        inside = path.resolve(strict=True).is_relative_to(above)
    except (OSError, RuntimeError):
        return _refused(name, text("A link that leads nowhere. Take it out of the folder."))
    if inside:
        return ImportItem(
            name, "", "unheld", text("a link to another file of the folder, which is read there")
        )
    return _refused(name, text("A link that leads out of the folder. Copy the file here instead."))


def _text(path: Path) -> str:
    """The text of a file; Refused for what is too large, not UTF-8 or holds control characters."""
    size = path.stat().st_size
    if size > LARGEST:
        raise Refused(
            text(
                "The file has {size} bytes; configuration files have at most {most}.", size=size, most=LARGEST
            )
        )
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        raise Refused(text("The file is UTF-16 or UTF-32. Save it as UTF-8."))
    try:
        written = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise Refused(text("The file is not UTF-8. Save it as UTF-8."), line=line) from wrong
    for number, line_text in enumerate(written.split("\n"), 1):
        if any(character < " " and character not in "\t\r" for character in line_text):
            raise Refused(text("The line holds a control character. Take it out."), line=number)
    return written


def _refused(name: str, why: Any) -> ImportItem:
    return ImportItem(name, "", "refused", why)
