"""Words: what people wrote, in one or both languages, and numbers of things."""

from __future__ import annotations

import json
from functools import cache

import msgspec

from workbench.texts import FOLDER, Language, Text


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
