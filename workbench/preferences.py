"""Preferences: what a user wants of the program whatever the design, kept in the platform's place for it.

They never reach what a design says: author and platform figures are only put into designs that are begun, and belong
to those from then on.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from workbench.storage import places
from workbench.texts import Text, text

SCALES: Final = (100, 125, 150, 175, 200)


class Figure(NamedTuple):
    """A platform figure that this user's designs begin with, and where it was read."""

    fact: str = ""
    value: str = ""
    source: str = ""
    dated: str = ""


class Preferences(NamedTuple):
    """ "" stands for what the system says; `scale` is in percent; `symbols` is a folder of the user's own symbols."""

    language: Literal["", "en", "zh"] = ""
    theme: Literal["", "light", "dark"] = ""
    scale: int = 100
    symbols: str = ""
    author: str = ""
    figures: tuple[Figure, ...] = ()
    address_part: str = "map"
    """What is shown of the address plan: map, table or both."""


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
    chosen = preferences()._replace(**fields)
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
        return _understood(json.loads(place.read_bytes()))
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return Preferences()


def _understood(plain: dict[str, Any]) -> Preferences:
    """The preferences in plain values; ValueError or TypeError where they are none."""
    figures = tuple(Figure(**figure) for figure in plain.get("figures", ()))
    found = Preferences(**{**plain, "figures": figures})
    words = (
        found.language,
        found.theme,
        found.symbols,
        found.author,
        found.address_part,
        *(word for one in found.figures for word in one),
    )
    if not all(isinstance(word, str) for word in words):
        raise TypeError("a preference is no text")
    if found.language not in ("", "en", "zh") or found.theme not in ("", "light", "dark"):
        raise ValueError("a preference is none of those there are")
    return found if found.scale in SCALES else found._replace(scale=SCALES[0])


def _keep(place: Path, chosen: Preferences) -> None:
    plain = {**chosen._asdict(), "figures": [figure._asdict() for figure in chosen.figures]}
    try:
        places.write_whole(place, json.dumps(plain, indent=1).encode())
    except OSError as wrong:
        raise NotKept(
            text(
                "The preferences could not be kept: {reason}. They hold until the program ends.",
                reason=wrong.strerror or str(wrong),
            )
        ) from wrong
