"""What was typed or named, made plain enough to be compared, with the way back to the letters as they were typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_FIRST_WIDE: Final = "\u2e80"


class Plain:
    """A wording in small letters of usual width, its spaces single, signs nobody sees left out.

    `at` says for each of its letters, and for its end, where it stands in what was typed.
    """

    __slots__ = ("at", "is_word", "typed", "wording")

    def __init__(self, typed: str) -> None:
        self.typed = typed
        letters: list[str] = []
        at: list[int] = []
        for place, letter in enumerate(typed):
            plain = _plain(letter)
            if plain and not (plain == " " and (not letters or letters[-1] == " ")):
                letters.append(plain)
                at.append(place)
        if letters and letters[-1] == " ":
            letters.pop()
            at.pop()
        self.wording = "".join(letters)
        self.at = (*at, at[-1] + 1 if at else 0)
        self.is_word = [_is_of_a_word(letter) for letter in letters]

    def __len__(self) -> int:
        return len(self.wording)

    def parts_at(self, place: int) -> bool:
        """Whether a word may end or begin at a place; Chinese letters are words of their own."""
        inside = 0 < place < len(self.is_word)
        return not inside or not (self.is_word[place - 1] and self.is_word[place])

    def word_end(self, place: int) -> int:
        """Where the word that begins at a place ends."""
        place += 1
        while not self.parts_at(place):
            place += 1
        return place

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Where a piece stands in what was typed."""
        return self.at[start], self.at[stop - 1] + 1 if stop > start else self.at[start]


def folded(wording: str) -> str:
    """A name as typed words are held against it."""
    if wording.isascii() and wording.isprintable():
        return " ".join(wording.lower().split())
    return Plain(wording).wording


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A letter made plain: one letter again, or nothing for what is not seen."""
    if letter.isascii():
        return " " if letter.isspace() or not letter.isprintable() else letter.lower()
    if unicodedata.category(letter) == "Cf":
        return ""
    for simpler in (_usual, str.casefold):
        made = simpler(letter)
        letter = made if len(made) == 1 else letter
    return " " if letter.isspace() or unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter


def _usual(letter: str) -> str:
    """The letter that another one is only a form of, such as one of full width."""
    return unicodedata.normalize("NFKC", letter)


def _is_of_a_word(letter: str) -> bool:
    if letter.isascii():
        return letter.isalnum() or letter == "_"
    return letter < _FIRST_WIDE and (letter.isalnum() or unicodedata.category(letter)[0] == "M")
