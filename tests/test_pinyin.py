"""Letters that spell Chinese: whole syllables, initials, both in turn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.pinyin import Spelling, is_spelt, syllables

CHARACTERS = "生产测试网络安全重庆银行长沙绿略西安一 -1a"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("shengchan", "生产"),
        ("sc", "生产"),
        ("shengc", "生产"),
        ("schan", "生产"),
        ("shch", "生产"),
        ("shengch", "生产"),
        ("chan", "生产"),
        ("SHENGCHAN", "生产"),
        ("shēngchǎn", "生产"),
        ("chongqing", "重庆"),
        ("zhongyao", "重要"),
        ("yinhang", "银行"),
        ("changsha", "长沙"),
        ("lvse", "绿色"),
        ("lǜse", "绿色"),
        ("celue", "策略"),
        ("celve", "策略"),
        ("xi'an", "西安"),
        ("生chan", "生产"),
        ("wangluo1", "网络-1"),
        ("shengchanwangluo", "生产 - 网络"),
        ("dmzqu", "DMZ 区"),
        ("hd1", "华东1"),
    ],
)
def test_what_a_person_types_for_a_chinese_name_fits_it(typed: str, name: str) -> None:
    assert Spelling(typed).fits(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hengchan", "生产"),
        ("ench", "生产"),
        ("shengwang", "生产网络"),
        ("shengchanx", "生产"),
        ("hc", "生产"),
        ("vpca", "vpc-a 生产"),
        ("shen1", "生产1"),
    ],
)
def test_letters_that_spell_something_else_do_not(typed: str, name: str) -> None:
    assert not Spelling(typed).fits(name)


def test_the_beginning_is_told_from_the_middle() -> None:
    assert Spelling("sc").begins("生产网络")
    assert not Spelling("wl").begins("生产网络")
    assert Spelling("wl").fits("生产网络")


def test_a_character_is_read_in_every_way_it_is_ever_read() -> None:
    assert set(syllables("重")) >= {"chong", "zhong"}
    assert set(syllables("行")) >= {"hang", "xing"}
    assert syllables("a") == syllables("1") == syllables("。") == ()


def test_only_latin_letters_are_pinyin() -> None:
    assert is_spelt("shēng")
    assert not is_spelt("生产")
    assert not is_spelt("10.1.0.0/16")


@settings(max_examples=share(400))
@given(st.data())
def test_every_spelling_of_a_name_finds_it_and_so_does_every_beginning_of_it(data: st.DataObject) -> None:
    name = data.draw(st.text(CHARACTERS, min_size=1, max_size=8))
    typed, spelt = "", False
    for character in name:
        syllable = data.draw(st.sampled_from(syllables(character) or ("",)))
        part = data.draw(st.sampled_from([syllable, syllable[:1]])) or (
            character if character.isalnum() else ""
        )
        typed, spelt = typed + part, spelt or bool(syllable)

    assert Spelling(typed).fits(name) == spelt
    for length in range(1, len(typed)):
        assert Spelling(typed[:length]).fits(name) or not any(map(syllables, name[:length]))
