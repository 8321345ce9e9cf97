"""Names of the files that exporters write: customer, what it is, version, language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.texts import Language

MOST: Final = 60
_REFUSED: Final = re.compile(r'[<>:"/\\|?*\s.]+')
_DEVICES: Final = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def file_name(design: Design, what: str, language: Language, suffix: str) -> str:
    """A name every system takes, such as "Lanan-Group_drawings_v0.7_en.svg"; the customer is left out where unknown."""
    engagement = next(iter(design.of_kind(Engagement)), None)
    customer = safe(engagement.title().said(language)) if engagement and engagement.customer else ""
    version = f"v{safe(engagement.version, dots=True)}" if engagement and engagement.version else ""
    return "_".join(part for part in (customer, safe(what), version, language) if part) + suffix


def file_names(design: Design, whats: Iterable[str], language: Language, suffix: str) -> list[str]:
    """A name for each, numbered where two would be equal on a system that does not tell capitals."""
    taken: set[str] = set()
    names: list[str] = []
    for what in whats:
        name, number = file_name(design, what, language, suffix), 1
        while name.casefold() in taken:
            number += 1
            name = file_name(design, f"{what} {number}", language, suffix)
        taken.add(name.casefold())
        names.append(name)
    return names


def safe(words: str, dots: bool = False) -> str:
    """The words as part of a file name: no signs a system refuses, no control or direction characters, not too long."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFC", words)
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn") or character.isspace()
    )
    kept = _REFUSED.sub(lambda found: "." if dots and found.group() == "." else "-", plain).strip("-. ")[
        :MOST
    ]
    name = kept.rstrip("-. ") or "untitled"
    return f"{name}-" if _DEVICES.match(name) else name
