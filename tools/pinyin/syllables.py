"""Writes `resources/pinyin/syllables.json`: `python -m tools.pinyin.syllables` after another version of pypinyin is taken.

The program reads the table: pypinyin itself takes fifty megabytes and a fifth of a second to be read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).parents[2] / "resources" / "pinyin" / "syllables.json"
CHARACTERS: Final = range(0x4E00, 0xA000)
"""The main block of Chinese characters; the rarer ones stand in no name."""
ALSO: Final = {"lve": "lue", "nve": "nue"}
"""Syllables with ü that are written with u as well, for no other begins so."""


def table() -> dict[str, str]:
    """Per syllable without its tone, in the order of letters, the characters that are ever read so; ü is v."""
    found: dict[str, list[str]] = {}
    for character in map(chr, CHARACTERS):
        for syllable in _syllables(character):
            found.setdefault(syllable, []).append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def _syllables(character: str) -> set[str]:
    from pypinyin import Style, pinyin

    (read,) = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore") or ((),)
    # A sigh that is no letter of a keyboard is left out: what is read so is read otherwise too.
    typed = {syllable for syllable in read if syllable.isascii() and syllable.isalpha()}
    return typed | {ALSO[syllable] for syllable in typed & set(ALSO)}


def main() -> None:
    """Write the table."""
    wording = json.dumps(table(), ensure_ascii=False, indent=0)
    TARGET.write_text(wording + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
