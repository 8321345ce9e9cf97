"""Chinese found by the letters of its pinyin: whole syllables, their initials, or both in turn, whatever the tone.

A character may be read in each way that it is ever read in, so that 重庆 answers to chongqing without a list of
words; a few answers too many are the price. The table is read when Chinese is first searched by letters.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parents[1] / "resources" / "pinyin" / "syllables.json"
_TWO_LETTERS: Final = ("zh", "ch", "sh")
_TONE: Final = "Mn"
_BETWEEN: Final = "'’"
"""What may be typed between two syllables, as in xi'an."""

Steps = tuple[tuple[int, int], ...]


class Spelling:
    """Letters that somebody typed, to be held against many wordings.

    A state says how many letters are used up, and whether a Chinese character has been read for any of them; all
    states reached are one number, a bit a state. A character takes states to states.
    """

    def __init__(self, typed: str) -> None:
        self._letters = _plain(typed)
        self._end = 1 << (2 * len(self._letters) + 1)
        self._steps: dict[str, Steps] = {}
        self._known: dict[str, bool] = {}

    def fits(self, wording: str) -> bool:
        """Whether the letters spell a part of a wording, from the beginning of one of its characters on."""
        known = self._known.get(wording)
        if known is None:
            known = self._known[wording] = self._spells(wording, anywhere=1)
        return known

    def begins(self, wording: str) -> bool:
        """Whether the letters spell the beginning of a wording."""
        return self._spells(wording, anywhere=0)

    def _spells(self, wording: str, anywhere: int) -> bool:
        steps, end, states = self._steps, self._end, 1
        for character in wording:
            taken = steps.get(character)
            if taken is None:
                taken = steps[character] = tuple(self._taken(character))
            reached = anywhere
            for start, stop in taken:
                if states & start:
                    reached |= stop
            if reached & end:
                return True
            states = reached
        return False

    def _taken(self, character: str) -> Iterator[tuple[int, int]]:
        letters, own = self._letters, character.casefold()
        spelt = syllables(character)
        for used in range(len(letters)):
            for count in {count for one in spelt for count in _lengths(one, letters[used:])}:
                stop = 2 << 2 * (used + count)
                yield 1 << 2 * used, stop
                yield 2 << 2 * used, stop
            if letters.startswith(own, used):
                yield 1 << 2 * used, 1 << 2 * (used + len(own))
                yield 2 << 2 * used, 2 << 2 * (used + len(own))
        if not character.isalnum():
            yield from ((1 << state, 1 << state) for state in range(2 * len(letters)))


@cache
def _table() -> dict[str, str]:
    return dict(json.loads(TABLE.read_text(encoding="utf-8")))


@cache
def syllables(character: str) -> tuple[str, ...]:
    """How a character may be read, without tones, ü as v; nothing for what is not Chinese."""
    if character.isascii():
        return ()
    # The names of a design hold some hundred characters: to look for these is less than to turn the table round.
    return tuple(syllable for syllable, read_so in _table().items() if character in read_so)


def is_spelt(typed: str) -> bool:
    """Whether what was typed may be pinyin: it holds Latin letters."""
    return any("a" <= letter <= "z" for letter in _plain(typed))


def _plain(typed: str) -> str:
    """The letters without tones and what parts syllables; ü is v, as it is typed."""
    apart = unicodedata.normalize("NFD", typed.casefold()).replace("u\u0308", "v")
    bare = "".join(sign for sign in apart if unicodedata.category(sign) != _TONE and sign not in _BETWEEN)
    return unicodedata.normalize("NFC", bare)


def _lengths(syllable: str, letters: str) -> Iterator[int]:
    """How many of the letters a syllable uses up: all of its own, its initial, or all that are left if it begins so."""
    if letters.startswith(syllable):
        yield len(syllable)
    if syllable.startswith(letters):
        yield len(letters)
    if letters.startswith(syllable[0]):
        yield 1
    if syllable[:2] in _TWO_LETTERS and letters.startswith(syllable[:2]):
        yield 2
