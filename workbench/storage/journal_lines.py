"""The lines of a journal: each says its own checksum, so that a line cut off by a crash is told from a whole one.

The first line is the head, the second the design the steps begin from, every further one a step: the elements it put
in or replaced, and the ids it took out.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.storage.format import BrokenFile, element_bytes, elements_from

FORMAT: Final = "landing-zone-journal"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Head:
    """What a journal belongs to: the file of the design, "" for one that was never saved."""

    path: str = ""


class BrokenJournal(Exception):
    """A journal of which not even the beginning can be read."""


def head_line(head: Head) -> bytes:
    """The line that names what a journal is."""
    return _line(json.dumps({"format": FORMAT, "version": VERSION, "path": head.path}).encode())


def base_line(design: Design) -> bytes:
    """The design that steps begin from."""
    return _line(b'{"set":[%s]}' % b",".join(element_bytes(element) for element in design))


def step_line(change: Change) -> bytes:
    """One step."""
    put = [*change.added, *(new for _, new in change.replaced)]
    gone = json.dumps([element.id for element in change.removed]).encode()
    return _line(b'{"set":[%s],"gone":%s}' % (b",".join(element_bytes(element) for element in put), gone))


def read(raw: bytes) -> tuple[Head, Design, int]:
    """Head, design after the last whole step, and number of steps; BrokenJournal where there is no whole beginning."""
    lines = _whole_lines(raw)
    head = _head(next(lines, b""))
    design = _after(Design.of(), next(lines, b""))
    if design is None:
        raise BrokenJournal("the design that the steps begin from is not whole")
    steps = 0
    for line in lines:
        following = _after(design, line)
        if following is None:
            break
        design, steps = following, steps + 1
    return head, design, steps


def _line(plain: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(plain), plain)


def _whole_lines(raw: bytes) -> Iterator[bytes]:
    """The lines up to the first that is not as it was written."""
    for line in raw.split(b"\n")[:-1]:
        check, _, plain = line.partition(b" ")
        if check != b"%08x" % zlib.crc32(plain):
            return
        yield plain


def _head(line: bytes) -> Head:
    try:
        plain = json.loads(line)
        known = plain["format"] == FORMAT and plain["version"] == VERSION
        return Head(str(plain["path"])) if known else _refused("another format or version")
    except (ValueError, KeyError, TypeError) as wrong:
        raise BrokenJournal("the head is not whole") from wrong


def _refused(reason: str) -> Head:
    raise BrokenJournal(reason)


def _after(design: Design, line: bytes) -> Design | None:
    """The design after a line, None where the line is none."""
    try:
        plain: dict[str, Any] = json.loads(line)
        gone: Iterable[ElementId] = plain.get("gone", ())
        return design.removing(gone).adding(*elements_from(plain["set"]))
    except (ValueError, BrokenFile, KeyError, TypeError, AttributeError):
        return None
