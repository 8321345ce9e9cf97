"""Office packages without the clock: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

_TIME = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def without_clock(package: bytes, date: str) -> bytes:
    """A zip package with fixed entry times and its core properties dated `date` (yyyy-mm-dd)."""
    stamp = f"{date or '2000-01-01'}T00:00:00Z".encode()
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


def _ordered(names: list[str]) -> list[str]:
    """The list of content types first, as readers of packages expect it, then by name."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
