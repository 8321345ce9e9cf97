"""The table of syllables is what the dictionary says."""

from __future__ import annotations

import json

from tools.pinyin.syllables import TARGET, table


def test_the_table_is_made_of_the_dictionary_of_today() -> None:
    assert json.loads(TARGET.read_text(encoding="utf-8")) == table()


def test_syllables_are_letters_of_a_keyboard_and_together_read_the_whole_block() -> None:
    read = table()

    assert all(syllable.isascii() and syllable.islower() for syllable in read)
    assert len(set("".join(read.values()))) > 20_000
