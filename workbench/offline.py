"""Offline: a watch that counts the internet sockets Python opens. None ever is; the count is how one can see that."""

from __future__ import annotations

import sys

_SEEN: list[str] = []
_WATCHED: list[bool] = []
INTERNET = (2, 10, 23, 30)
"""AF_INET, and AF_INET6 on Linux, Windows and macOS."""


def watch() -> None:
    """Begins to count; a second call does nothing."""
    if not _WATCHED:
        _WATCHED.append(True)
        sys.addaudithook(_heard)


def opened_sockets() -> tuple[str, ...] | None:
    """The internet sockets opened since the watch was set, None where it was not."""
    return tuple(_SEEN) if _WATCHED else None


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and len(arguments) > 1:
        family = arguments[1]
        if isinstance(family, int) and int(family) in INTERNET:
            _SEEN.append(f"family {int(family)}")
