"""Sentences in two languages: the English stands where it is meant, the Chinese in `resources/texts/zh`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
FOLDER: Final = Path(__file__).parent.parent / "resources" / "texts"


class Words(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What a person wrote, in one or both languages."""

    en: str = ""
    zh: str = ""

    def said(self, language: Language) -> str:
        """The wording in a language, or the other one where it is missing."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)

    def both(self) -> str:
        """Both wordings, the Chinese first, once where they are equal."""
        return " · ".join(dict.fromkeys(part for part in (self.zh, self.en) if part))

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def saying(self, language: Language, wording: str) -> Words:
        """The same words with one language's wording changed."""
        return Words(en=wording, zh=self.zh) if language == "en" else Words(en=self.en, zh=wording)


class Text(msgspec.Struct, frozen=True):
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


def spoken(value: object, language: Language) -> str:
    """A value as it is put into a sentence: words and texts in the language, lists joined, numbers with commas."""
    if isinstance(value, (Words, Text)):
        return value.said(language)
    if isinstance(value, bool):
        return YES_NO[value].said(language)
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(spoken(part, language) for part in value)
    return str(value)


def counted(count: int, things: Text | Words) -> Words:
    """A number of things; Chinese puts a measure word between the two."""
    en, zh = things.said("en"), things.said("zh")
    return Words(en=f"{count:,} {en}", zh=f"{count:,} {_measure_word(zh)}{zh}")


def _measure_word(noun: str) -> str:
    """The measure word of the longest ending of a noun that has one of its own."""
    known = _measure_words()
    return next(known[noun[at:]] for at in range(len(noun) + 1) if noun[at:] in known)


@cache
def _measure_words() -> dict[str, str]:
    """The Chinese measure words by the ending of their nouns; all others have that of ""."""
    found: dict[str, str] = json.loads((FOLDER / "measures.json").read_text(encoding="utf-8"))["zh"]
    return found


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
