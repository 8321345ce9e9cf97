"""Recent: the designs opened last, and a small picture of each."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Final

from workbench.storage import places

MOST: Final = 12


def recent() -> tuple[Path, ...]:
    """The designs opened last that are still there, latest first."""
    return tuple(path for path in _listed() if places.is_file(path))


def note(path: Path) -> None:
    """Puts a design first in the list; where the list cannot be written it stays as it was."""
    path = path.absolute()
    paths = [path, *(other for other in _listed() if other != path)]
    for dropped in paths[MOST:]:
        with contextlib.suppress(OSError):
            preview_of(dropped).unlink(missing_ok=True)
    _write(
        places.recent(),
        json.dumps([str(one) for one in paths[:MOST]], ensure_ascii=False).encode("utf-8", "surrogatepass"),
    )


def preview_of(path: Path) -> Path:
    """Where the picture of a design is, if it has one."""
    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:20]
    return places.previews() / f"{name}.png"


def keep_preview(path: Path, png: bytes) -> None:
    """Keeps the picture of a design; an empty one takes the earlier away."""
    if png:
        _write(preview_of(path), png)
    else:
        with contextlib.suppress(OSError):
            preview_of(path).unlink(missing_ok=True)


def _listed() -> list[Path]:
    try:
        found = json.loads(places.recent().read_text(encoding="utf-8"))
        return [Path(one) for one in found if isinstance(one, str)][:MOST]
    except (OSError, ValueError, TypeError, RecursionError):
        return []


def _write(path: Path, raw: bytes) -> None:
    with contextlib.suppress(OSError):
        places.write_whole(path, raw)
