"""The lines of a journal: each says its own checksum, so that a line cut off by a crash is told from a whole one.

The first line is the head, the second the design the steps begin from, every further one a step: the elements it put
in or replaced, and the ids it took out. The head names the version of the lines and that of the elements in them, so
that a journal outlives an update of the program as a file does.
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
from workbench.storage import format as file_format
from workbench.storage.format import BrokenFile, element_bytes, elements_from, migrated
from workbench.storage.sealing import Key, Sealed, key_of, token, untoken
from workbench.texts import Text, text

FORMAT: Final = "landing-zone-journal"
VERSION: Final = 2
"""2 names the version of the elements; 1 did not, and held those of the first version or the second."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a journal belongs to: the file of the design, "" for one that was never saved, and the key of a sealed one.

    With a key every line but the head is sealed; of the key only what makes it of a password is written.
    """

    path: str = ""
    key: Key | None = None


class BrokenJournal(Exception):
    """A journal that nothing can be had of; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


class UnfinishedJournal(BrokenJournal):
    """A journal whose beginning was cut off while it was written: there is nothing in it."""

    def __init__(self) -> None:
        super().__init__(text("The program ended before anything was kept."))


def head_line(head: Head) -> bytes:
    """The line that names what a journal is."""
    plain = {"format": FORMAT, "version": VERSION, "design": file_format.VERSION, "path": head.path}
    if head.key:
        plain |= {"salt": head.key.salt.hex(), "cost": head.key.cost}
    return _line(json.dumps(plain).encode())


def base_line(design: Design, key: Key | None = None) -> bytes:
    """The design that steps begin from."""
    return _line(b'{"set":[%s]}' % b",".join(element_bytes(element) for element in design), key)


def step_line(change: Change, key: Key | None = None) -> bytes:
    """One step."""
    put = [*change.added, *(new for _, new in change.replaced)]
    gone = json.dumps([element.id for element in change.removed]).encode()
    return _line(
        b'{"set":[%s],"gone":%s}' % (b",".join(element_bytes(element) for element in put), gone), key
    )


def head_of(raw: bytes) -> tuple[str, bool]:
    """The file a journal belongs to, and whether it is sealed; BrokenJournal where not even that can be read."""
    plain = _head(next(_whole_lines(raw), b""))
    return str(plain["path"]), "salt" in plain


def read(raw: bytes, password: str | None = None) -> tuple[Head, Design, int]:
    """Head, design after the last whole step, and number of steps; BrokenJournal where there is no whole beginning.

    Sealed where the journal needs a password and this is not it.
    """
    lines = _whole_lines(raw)
    plain = _head(next(lines, b""))
    head = _keyed(plain, password)
    if head.key:
        lines = _opened(lines, head.key)
    if plain["design"] < file_format.VERSION:
        return head, *_of_earlier(lines, plain["design"])
    return head, *_followed(lines)


def _followed(lines: Iterator[bytes]) -> tuple[Design, int]:
    """The design after the last whole step, and the number of steps."""
    design = _after(Design.of(), next(lines, b""))
    if design is None:
        raise UnfinishedJournal
    steps = 0
    for line in lines:
        following = _after(design, line)
        if following is None:
            break
        design, steps = following, steps + 1
    return design, steps


def _of_earlier(lines: Iterator[bytes], version: int) -> tuple[Design, int]:
    """The same of steps whose elements are of an earlier version: a migration sees a whole design, so it comes last."""
    items: dict[str, Any] = {}
    steps = -1
    for line in lines:
        try:
            plain: dict[str, Any] = json.loads(line)
            for id in plain.get("gone", ()):
                items.pop(id, None)
            items |= {item["id"]: item for item in plain["set"]}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            break
        steps += 1
    if steps < 0:
        raise UnfinishedJournal
    try:
        moved = migrated({"version": version, "elements": list(items.values())}, version)
        return Design.of(elements_from(moved["elements"])), steps
    except BrokenFile as wrong:
        raise BrokenJournal(
            text("What was kept of an earlier version cannot be read: {reason}", reason=wrong.text)
        ) from wrong


def _opened(lines: Iterator[bytes], key: Key) -> Iterator[bytes]:
    """The lines without their seal; the first tells whether the password is right."""
    from cryptography.fernet import InvalidToken

    for line in lines:
        try:
            yield untoken(line, key)
        except InvalidToken as wrong:
            raise Sealed(wrong=True) from wrong


def _line(plain: bytes, key: Key | None = None) -> bytes:
    plain = token(plain, key) if key else plain
    return b"%08x %s\n" % (zlib.crc32(plain), plain)


def _whole_lines(raw: bytes) -> Iterator[bytes]:
    """The lines up to the first that is not as it was written."""
    for line in raw.split(b"\n")[:-1]:
        check, _, plain = line.partition(b" ")
        if check != b"%08x" % zlib.crc32(plain):
            return
        yield plain


def _head(line: bytes) -> dict[str, Any]:
    """The head with the version of its elements; BrokenJournal where it is none that this program reads."""
    if not line:
        raise UnfinishedJournal
    try:
        plain: dict[str, Any] = json.loads(line)
        known = plain["format"] == FORMAT
        version, holds = int(plain["version"]), int(plain.get("design", 1))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as wrong:
        raise _not_ours() from wrong
    if not known or version < 1 or holds < 1:
        raise _not_ours()
    if version > VERSION or holds > file_format.VERSION:
        raise BrokenJournal(
            text(
                "It was kept by a newer version of the workbench. Update the workbench to recover it; it stays until then."
            )
        )
    if "path" not in plain:
        raise _not_ours()
    return {**plain, "design": holds}


def _not_ours() -> BrokenJournal:
    return BrokenJournal(
        text("What was kept cannot be read: its head is damaged. The design's file is as it was last saved.")
    )


def _keyed(plain: dict[str, Any], password: str | None) -> Head:
    if "salt" not in plain:
        return Head(str(plain["path"]))
    if password is None:
        raise Sealed
    try:
        key = key_of(password, bytes.fromhex(plain["salt"]), int(plain["cost"]))
    except (ValueError, TypeError, KeyError) as wrong:
        raise _not_ours() from wrong
    return Head(str(plain["path"]), key)


def _after(design: Design, line: bytes) -> Design | None:
    """The design after a line, None where the line is none."""
    try:
        plain: dict[str, Any] = json.loads(line)
        gone: Iterable[ElementId] = plain.get("gone", ())
        return design.removing(gone).adding(*elements_from(plain["set"]))
    except (ValueError, BrokenFile, KeyError, TypeError, AttributeError, RecursionError):
        return None
