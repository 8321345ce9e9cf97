"""What a search leaves, and which of it stands first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.searching import NOTHING, Index, Sought, called

NAMES = ("生产网络", "sc", "scope", "审查", "Production", "disc", "测试", "生产")


def ranked(typed: str) -> list[str]:
    index = Index(NAMES, called)
    return index.ranked(typed, lambda name: (name, ""))


def test_every_word_must_be_there_as_written_or_as_pinyin() -> None:
    thing = called("Production network", "生产网络", "vpc-1", "10.1.0.0/16")

    assert Sought("shengchan 10.1").finds(thing)
    assert Sought("prod wl").finds(thing)
    assert Sought("网络 VPC-1").finds(thing)
    assert not Sought("shengchan 10.2").finds(thing)


def test_pinyin_does_not_run_from_one_part_into_the_next() -> None:
    assert not Sought("shengchanvpc").finds(called("生产", "vpc"))


def test_nothing_typed_finds_everything() -> None:
    assert not NOTHING
    assert NOTHING.finds(called("anything"))
    assert Index(NAMES, called).found("  ") == list(NAMES)


def test_what_was_typed_itself_comes_first_then_beginnings_then_pinyin_then_the_rest() -> None:
    assert ranked("sc") == ["sc", "scope", "生产网络", "审查", "生产", "disc"]


def test_an_id_typed_whole_comes_first_too() -> None:
    index = Index([("one", "vsw-10"), ("vsw-1 of two", "x"), ("two", "vsw-1")], lambda pair: called(*pair))

    assert index.ranked("vsw-1", lambda pair: pair)[0] == ("two", "vsw-1")


def test_an_index_read_in_parts_finds_the_same() -> None:
    index = Index(NAMES, called)

    assert index.read(3)
    assert index.found("sc") == Index(NAMES, called).found("sc")
    assert not index.read(3)


@settings(max_examples=share(300))
@given(
    st.lists(st.text("生产测试重 -1ascx", max_size=6), max_size=8),
    st.lists(st.text("生schangce1x ü'", max_size=7), max_size=6),
    st.text("shengchan ceshi1", max_size=10),
)
def test_typing_on_or_anew_finds_what_a_fresh_search_finds(
    names: list[str], typed: list[str], long: str
) -> None:
    index = Index(names, called)

    for wording in (*typed, *(long[:length] for length in range(len(long) + 1))):
        assert index.found(wording) == Index(names, called).found(wording)
