"""Preferences: what a user wants of the program whatever the design, kept in the platform's place for it.

They never reach what a design says: author and platform figures are only put into designs that are begun, and belong
to those from then on.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from workbench.storage import places
from workbench.texts import Text, text

SCALES: Final = (100, 125, 150, 175, 200)


class Figure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A platform figure that this user's designs begin with, and where it was read."""

    fact: str = ""
    value: str = ""
    source: str = ""
    dated: str = ""


class Preferences(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """ "" stands for what the system says; `scale` is in percent; `symbols` is a folder of the user's own symbols."""

    language: Literal["", "en", "zh"] = ""
    theme: Literal["", "light", "dark"] = ""
    scale: int = 100
    symbols: str = ""
    author: str = ""
    figures: tuple[Figure, ...] = ()


class NotKept(Exception):
    """Preferences that could not be written; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


_HELD: Final[dict[Path, Preferences]] = {}
"""The preferences by the place they were read from, so that each is read once."""


def preferences() -> Preferences:
    """The user's preferences; those of a file that cannot be read are the usual ones."""
    place = places.preferences()
    if place not in _HELD:
        _HELD[place] = _read(place)
    return _HELD[place]


def prefer(**fields: Any) -> None:
    """Takes over some preferences and keeps them; NotKept where the disk refuses: they hold until the end all the same."""
    chosen = msgspec.structs.replace(preferences(), **fields)
    _HELD[places.preferences()] = chosen
    _keep(places.preferences(), chosen)


def reset() -> None:
    """Goes back to the usual preferences."""
    place = places.preferences()
    _HELD[place] = Preferences()
    with contextlib.suppress(OSError):
        place.unlink(missing_ok=True)


def _read(place: Path) -> Preferences:
    try:
        found = msgspec.json.decode(place.read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Preferences()
    return found if found.scale in SCALES else msgspec.structs.replace(found, scale=SCALES[0])


def _keep(place: Path, chosen: Preferences) -> None:
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(chosen), indent=1))
        os.replace(beside, place)
    except (OSError, UnicodeError) as wrong:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise NotKept(
            text(
                "The preferences could not be kept: {reason}. They hold until the program ends.",
                reason=getattr(wrong, "strerror", None) or str(wrong),
            )
        ) from wrong
