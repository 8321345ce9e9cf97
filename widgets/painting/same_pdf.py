"""PDF files without the clock and without chance: the same drawings give the same bytes."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_DATE: Final = re.compile(rb"\(D:\d{14}[^)]*\)")
_FIXED_DATE: Final = b"(D:20000101000000Z)"
_XMP_DATE: Final = re.compile(rb'(Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^"]{6}(")')
_UUID: Final = re.compile(rb"uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ID: Final = re.compile(rb"/ID \[ <[0-9a-f]+> <[0-9a-f]+> \]", re.IGNORECASE)
_TABLE: Final = re.compile(rb"xref\n0 \d+ *\n((?:\d{10} \d{5} [nf] \n)+)")
_START: Final = re.compile(rb"startxref\n(\d+)")


def settled(content: bytes) -> bytes:
    """A PDF as Qt writes it, with a fixed date and an id that follows from what it shows."""
    content = _XMP_DATE.sub(rb"\g<1>2000-01-01T00:00:00+00:00\g<2>", content)
    content = _with_fixed_dates(_UUID.sub(b"uuid:" + b"0" * 36, content))
    shown = hashlib.sha256(_ID.sub(b"", content)).hexdigest().encode()
    return _ID.sub(lambda found: _id(found.group(), shown), content)


def _id(written: bytes, shown: bytes) -> bytes:
    """The pair of ids, as long as it was written."""
    return re.sub(
        rb"<[0-9a-f]+>", lambda one: b"<" + (shown * 2)[: len(one.group()) - 2] + b">", written, flags=re.I
    )


def _with_fixed_dates(content: bytes) -> bytes:
    """The dates are written with the zone of the machine: another length moves all that follows."""
    while (found := _DATE.search(content)) and found.group() != _FIXED_DATE:
        grown = len(_FIXED_DATE) - len(found.group())
        content = content[: found.start()] + _FIXED_DATE.replace(b"(D:", b"(d:") + content[found.end() :]
        content = _moved(content, found.start(), grown)
    return content.replace(b"(d:", b"(D:")


def _moved(content: bytes, behind: int, by: int) -> bytes:
    """The file with the places in its table corrected after something grew."""
    if not by:
        return content

    def place(written: bytes) -> bytes:
        number = int(written)
        return b"%0*d" % (len(written), number + by if number > behind else number)

    table = _TABLE.search(content)
    if table:
        entries = re.sub(rb"\d{10}(?= \d{5} n)", lambda one: place(one.group()), table.group(1))
        content = content[: table.start(1)] + entries + content[table.end(1) :]
    return _START.sub(lambda one: b"startxref\n" + place(one.group(1)), content)
