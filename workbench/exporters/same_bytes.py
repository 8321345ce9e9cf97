"""Office packages without the clock: the same content gives the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Final

_TIME = (1980, 1, 1, 0, 0, 0)
UNDATED: Final = "2000-01-01T00:00:00Z"
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def without_clock(package: bytes, date: str) -> bytes:
    """A zip package with fixed entry times and its core properties dated `date` (yyyy-mm-dd)."""
    stamp = timestamp(date).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in _ordered(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _DATES.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, content)
    return out.getvalue()


def timestamp(date: str) -> str:
    """A date as properties of packages hold it; a fixed one where a person wrote something else than a date."""
    try:
        return f"{datetime.date.fromisoformat(date).isoformat()}T00:00:00Z"
    except ValueError:
        return UNDATED


def _ordered(names: list[str]) -> list[str]:
    """The list of content types first, as readers of packages expect it, then by name."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
