"""The text of a design file: one JSON object, elements in the order of ids, a line a field, so that git can merge it.

{"format": "landing-zone-design", "version": 2, "elements": [{"kind": "vpc", "id": "vpc-1", ...}, ...]}
"""

from __future__ import annotations

import codecs
import contextlib
import gc
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, Union

import msgspec

from workbench.model import elements as _elements
from workbench.model.design import Design
from workbench.model.element import KINDS, Element
from workbench.model.elements.opaque import Opaque
from workbench.progress import Progress, untold
from workbench.storage.migrations import cost_centres_as_elements
from workbench.texts import Text, text

assert _elements  # importing the package registers the kinds

FORMAT: Final = "landing-zone-design"
VERSION: Final = 2
MIGRATIONS: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {1: cost_centres_as_elements}
"""From a version to the next: a function on the plain JSON object."""
DEEPEST: Final = 100
"""Levels that a value may be nested in."""
TOLD_EVERY: Final = 500
"""Elements between two words of how far it is."""


class BrokenFile(Exception):
    """A file that is not a design; `text` says which line and field, why, and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


class _Head(msgspec.Struct):
    format: str = ""
    version: int = 0


class _Parts(msgspec.Struct):
    elements: list[msgspec.Raw] = []


def design_bytes(design: Design, progress: Progress = untold) -> bytes:
    """The file of a design; equal designs give equal bytes."""
    written: list[bytes] = []
    for element in design:
        written.append(_element_bytes(element))
        if len(written) % TOLD_EVERY == 0:
            progress(len(written) / len(design))
    elements = b",\n".join(written)
    body = b"\n" + elements + b"\n " if elements else b""
    return b'{\n "format": "%s",\n "version": %d,\n "elements": [%s]\n}\n' % (FORMAT.encode(), VERSION, body)


def element_bytes(element: Element) -> bytes:
    """An element as one line of JSON; half a character, which a file cannot hold, is escaped."""
    if isinstance(element, Opaque) and element.content:
        return json.dumps(json.loads(element.content)).encode()
    try:
        return _encoder().encode(element)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(element)).encode()


def design_from(raw: bytes, progress: Progress = untold) -> tuple[Design, Text | None]:
    """The design in a file, and why it may only be read where it was written by a newer version.

    BrokenFile names line, field, reason and next step.
    """
    raw = raw.removeprefix(codecs.BOM_UTF8)
    head = _head(raw)
    if head.version > VERSION:
        reason = text(
            "This file was written by a newer version of the workbench (format {theirs}, this one knows {ours}). "
            "It is open for reading; save a copy or update the workbench to change it.",
            theirs=head.version,
            ours=VERSION,
        )
        return _lenient(_plain(raw).get("elements"), raw), reason
    if head.version < VERSION:
        return _lenient(migrated(_plain(raw), head.version).get("elements"), raw), None
    try:
        return _design(_decoded(raw, progress), raw), None
    except msgspec.ValidationError as wrong:
        return _explained(raw, str(wrong)), None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        # The head's reader passes over what it does not look for.
        raise _not_json(raw, wrong) from wrong


def schema() -> dict[str, Any]:
    """The JSON Schema of a design file."""
    found = msgspec.json.schema(_document_type())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORMAT, **found}


@cache
def _document_type() -> Any:
    return msgspec.defstruct(
        "LandingZoneDesign",
        [("format", str), ("version", int), ("elements", list[_element_type()])],  # type: ignore[misc]
    )


def _element_type() -> Any:
    return Union[tuple(kind.type for kind in KINDS.values())]  # noqa: UP007 - made at run time


def _decoded(raw: bytes, progress: Progress) -> list[Element]:
    """The elements of a file, read one by one, so that other threads have their turn between two."""
    parts, decode = _part_decoder().decode(raw).elements, _element_decoder().decode
    found: list[Element] = []
    try:
        with uncollected():
            for written in parts:
                found.append(decode(written))
                if len(found) % TOLD_EVERY == 0:
                    progress(len(found) / len(parts))
    except msgspec.ValidationError:
        # Only who reads the whole knows which element it is.
        found = _decoder().decode(raw).elements
    return found


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage: elements never form circles, and a search among many stops every thread."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def _decoder() -> Any:
    return msgspec.json.Decoder(_document_type())


@cache
def _element_decoder() -> Any:
    return msgspec.json.Decoder(_element_type())


@cache
def _part_decoder() -> msgspec.json.Decoder[_Parts]:
    return msgspec.json.Decoder(_Parts)


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(order="deterministic")


def _element_bytes(element: Element) -> bytes:
    plain = (
        element.content.encode()
        if isinstance(element, Opaque) and element.content
        else _encoder().encode(element)
    )
    return b"  " + msgspec.json.format(plain, indent=1).replace(b"\n", b"\n  ")


def _head(raw: bytes) -> _Head:
    try:
        head = msgspec.json.decode(raw, type=_Head)
    except msgspec.ValidationError as wrong:
        raise BrokenFile(text("The head of the file is wrong: {reason}.", reason=str(wrong))) from wrong
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise _not_json(raw, wrong) from wrong
    except RecursionError as wrong:
        raise BrokenFile(text("The file is nested too deep to be a design.")) from wrong
    if head.format != FORMAT:
        raise BrokenFile(
            text(
                "This is not a design file: its “format” is “{found}”, not “{wanted}”.",
                found=head.format[:40],
                wanted=FORMAT,
            )
        )
    return head


def _plain(raw: bytes) -> dict[str, Any]:
    """The JSON object of a file; stricter than the head's reader, which passes over what it does not look for."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise _not_json(raw, wrong) from wrong
    return found if isinstance(found, dict) else {}


def _not_json(raw: bytes, wrong: Exception) -> BrokenFile:
    """Where and why a file is not JSON."""
    if not raw.strip():
        return BrokenFile(
            text(
                "The file is empty. The copy beside it that ends in .bak holds the state before the last save."
            )
        )
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4]:
        return BrokenFile(text("The file is UTF-16 or UTF-32. Save it as UTF-8."))
    place = _place_of(raw, wrong)
    if place is None:
        return BrokenFile(
            text("The file holds no text and so no design. Choose one that the workbench saved.")
        )
    return BrokenFile(
        text(
            "Line {line}, column {column}: not valid JSON. The file may be cut off or hold merge marks; "
            "the copy beside it that ends in .bak holds the state before the last save.",
            line=place[0],
            column=place[1],
        )
    )


def _place_of(raw: bytes, wrong: Exception) -> tuple[int, int] | None:
    """Line and column that a text stops being JSON at; None where it is no text or nobody can tell."""
    try:
        json.loads(raw.decode())
    except json.JSONDecodeError as found:
        return found.lineno, found.colno
    except (UnicodeDecodeError, RecursionError, ValueError):
        return None
    # What Python's reader lets pass: numbers that are none, half a character.
    byte, half = re.search(r"\(byte (\d+)\)", str(wrong)), re.search(rb"\\u[dD][89a-fA-F]", raw)
    if not (byte or half):
        return None
    before = raw[: int(byte[1]) if byte else half.start() if half else 0]
    return before.count(b"\n") + 1, len(before) - before.rfind(b"\n")


def _design(elements: list[Element], raw: bytes) -> Design:
    if not all(element.id for element in elements):
        raise BrokenFile(
            text(
                "Line {line}: an element has no id. Give it one that no other element has.",
                line=next(iter(_lines_of(raw, "")), 0),
            )
        )
    try:
        return Design.of(elements)
    except ValueError:
        seen: set[str] = set()
        twice = next(e.id for e in elements if e.id in seen or seen.add(e.id))  # type: ignore[func-returns-value]
        lines = _lines_of(raw, twice)
        raise BrokenFile(
            text(
                "Line {line}: the id “{id}” is used twice. Give one of the two another id.",
                line=lines[-1] if lines else 0,
                id=twice,
            )
        ) from None


def _lines_of(raw: bytes, id: str) -> list[int]:
    """The lines on which elements of an id begin to be told."""
    written = json.dumps(id, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return [
        number
        for number, line in enumerate(raw.split(b"\n"), 1)
        if b'"id": ' + written in line or b'"id":' + written in line
    ]


def _explained(raw: bytes, reason: str) -> Design:
    """The design after unknown kinds were set aside; else BrokenFile with line and field of the first wrong value."""
    plain = _plain(raw)
    unknown = (
        [item for item in plain["elements"] if _is_unknown(item)]
        if isinstance(plain.get("elements"), list)
        else []
    )
    if unknown:
        return _lenient(plain["elements"], raw)
    raise _wrong_value(raw, plain, reason)


def _lenient(items: Any, raw: bytes = b"") -> Design:
    """The design with elements of unknown kinds kept as they came."""
    return _design(elements_from(items, raw), raw)


def elements_from(items: Any, raw: bytes = b"") -> list[Element]:
    """The elements of plain values, those of unknown kinds kept as they came; BrokenFile says which is wrong."""
    found: list[Element] = []
    for number, item in enumerate(items if isinstance(items, list) else []):
        if _is_unknown(item):
            found.append(_opaque(item))
            continue
        try:
            found.append(msgspec.convert(item, KINDS[item["kind"]].type))
        except (msgspec.ValidationError, KeyError, TypeError, UnicodeEncodeError) as wrong:
            where = (
                str(wrong).replace("`$", f"`$.elements[{number}]")
                if "`$" in str(wrong)
                else f"{wrong} - at `$.elements[{number}]`"
            )
            raise _wrong_value(raw, {"elements": items}, where) from wrong
    return found


def _is_unknown(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and isinstance(item.get("kind"), str)
        and item["kind"] not in KINDS
        and isinstance(item.get("id"), str)
    )


def _opaque(item: dict[str, Any]) -> Opaque:
    """An element of an unknown kind as it came; what nobody could write back is no design."""
    if _is_deep(item):
        raise BrokenFile(text("The file is nested too deep to be a design."))
    parent = item.get("parent")
    return Opaque(
        id=item["id"],
        parent=parent if isinstance(parent, str) else None,
        kind_name=item["kind"],
        content=json.dumps(item, ensure_ascii=False, sort_keys=False),
    )


def _is_deep(item: Any) -> bool:
    level = [item]
    for _ in range(DEEPEST):
        parts = [part for part in level if isinstance(part, (dict, list))]
        level = [one for part in parts for one in (part.values() if isinstance(part, dict) else part)]
    return bool(level)


def _wrong_value(raw: bytes, plain: Any, reason: str) -> BrokenFile:
    """The line, element and field that a reason such as "Expected `int` - at `$.elements[3].vlan`" points at."""
    says, _, path = reason.partition(" - at `$")
    number = re.match(r"\.elements\[(\d+)\]\.?([^`]*)", path)
    if not number:
        return BrokenFile(text("The file is not a design: {reason}.", reason=reason))
    item = plain["elements"][int(number[1])]
    id = str(item.get("id", "")) if isinstance(item, dict) else ""
    field = re.split(r"[.\[]", number[2])[0]
    return BrokenFile(
        text(
            "Line {line}, element “{id}”, field “{field}”: {reason}. Mend the line, or open the copy that ends in .bak.",
            line=_line_of(raw, int(number[1]), id, field),
            id=id,
            field=number[2] or "-",
            reason=says,
        )
    )


def _line_of(raw: bytes, number: int, id: str, field: str) -> int:
    """The line of a field of the element at a position; 0 where it cannot be told."""
    lines = raw.decode("utf-8", "replace").split("\n")
    starts = [n for n, line in enumerate(lines) if f'"id": {json.dumps(id, ensure_ascii=False)}' in line]
    if not starts:
        return 0
    # A field stands within its element: from the brace that opens it to the next element's.
    first = starts[0]
    while first and lines[first].strip() not in ("{", "},{"):
        first -= 1
    for n in range(first, min(first + 2000, len(lines))):
        if f'"{field}"' in lines[n]:
            return n + 1
    return starts[0] + 1


def migrated(plain: dict[str, Any], version: int) -> dict[str, Any]:
    """The JSON object of a file of an earlier version as one of the present; BrokenFile where no such version was."""
    while version < VERSION:
        if version not in MIGRATIONS:
            raise BrokenFile(
                text("The file says format version {version}, which never existed.", version=version)
            )
        plain = MIGRATIONS[version](plain)
        version += 1
    return plain
