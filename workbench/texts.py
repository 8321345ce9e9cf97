"""Sentences in two languages: the English stands where it is meant, the Chinese in `resources/texts/zh`.

The first window says its menus with this; it reads nothing but the standard library.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
FOLDER: Final = Path(__file__).parent.parent / "resources" / "texts"


class Sayable(Protocol):
    """What has a wording in each language."""

    def said(self, language: Language) -> str:
        """The wording in a language."""


class Text(NamedTuple):
    """A sentence of the program that is put into a language when it is shown."""

    source: str
    values: tuple[tuple[str, object], ...] = ()
    key: str = ""

    def said(self, language: Language) -> str:
        """The sentence in a language, its values filled in."""
        pattern = (
            self.source if language == "en" else catalogue(language).get(self.key or self.source, self.source)
        )
        return (
            pattern.format_map({name: spoken(value, language) for name, value in self.values})
            if self.values
            else pattern
        )


def text(source: str, /, *, key: str = "", **values: object) -> Text:
    """A sentence whose English wording is given here.

    Braces name values, as in `text("Draw {kind}", kind=...)`. The Chinese is looked up under the key,
    which is the English itself unless given.
    """
    return Text(source, tuple(values.items()), key)


def both(said: Sayable) -> dict[Language, str]:
    """A sentence in every language, as it stands in JSON."""
    return {language: said.said(language) for language in LANGUAGES}


def spoken(value: object, language: Language) -> str:
    """A value as it is put into a sentence: words and texts in the language, lists joined, numbers with commas."""
    if isinstance(value, str):
        return value
    # A text is a tuple too, so it is asked first.
    if hasattr(value, "said"):
        return str(value.said(language))
    if isinstance(value, bool):
        return YES_NO[value].said(language)
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(spoken(part, language) for part in value)
    return str(value)


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Every sentence of a language by id; two files that hold one id stop the program."""
    entries: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.json")):
        for id, wording in json.loads(path.read_text(encoding="utf-8")).items():
            if entries.setdefault(id, wording) is not wording:
                raise ValueError(f"{path.name}: the text {id!r} stands in another file already")
    return entries


YES_NO: Final = (text("no"), text("yes"))
