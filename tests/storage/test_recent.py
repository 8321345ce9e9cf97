"""The designs opened last, and what goes when every trace is removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.model.sketch import sketch
from workbench.storage import places
from workbench.storage.files import save_design
from workbench.storage.journal import Journal
from workbench.storage.recent import MOST, keep_preview, note, preview_of, recent
from workbench.storage.traces import remove_traces, traces


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of the user's own for one test."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


def designs(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.lzd" for number in range(count)]
    for path in paths:
        save_design(sketch("a account"), path)
        note(path)
    return paths


def test_the_latest_stands_first_and_none_twice(tmp_path: Path) -> None:
    first, second = designs(tmp_path, 2)

    note(first)

    assert recent() == (first, second)


def test_the_list_has_an_end_and_pictures_of_those_dropped_go(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (old,) = designs(tmp_path / "first", 1)
    keep_preview(old, b"png")

    paths = designs(tmp_path, MOST)

    assert recent() == tuple(reversed(paths))
    assert not preview_of(old).exists()


def test_what_is_gone_is_not_listed(tmp_path: Path) -> None:
    first, second = designs(tmp_path, 2)

    first.unlink()

    assert recent() == (second,)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, null]", b"\xff\xfe", b'"x"'])
def test_a_broken_list_is_an_empty_one_and_is_mended_by_the_next(tmp_path: Path, content: bytes) -> None:
    places.recent().parent.mkdir(parents=True)
    places.recent().write_bytes(content)

    before = recent()
    paths = designs(tmp_path, 1)

    assert before == ()
    assert recent() == tuple(paths)


def test_every_trace_goes_but_what_a_running_window_holds(tmp_path: Path, home: Path) -> None:
    designs(tmp_path, 1)
    keep_preview(tmp_path / "0.lzd", b"png")
    running = Journal(sketch("a account"), None)
    running.follow(sketch("b account"))
    while not list(places.journals().glob("*.lzd-journal")):
        pass

    named = {trace.title.said("en") for trace in traces()}
    left = remove_traces()
    running.end()
    remove_traces()

    assert len(named) == 3
    assert {path.parent for path in left} == {places.journals()}
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert (tmp_path / "0.lzd").exists()


def test_a_name_that_no_system_takes_is_passed_over(home: Path, tmp_path: Path) -> None:
    (kept,) = designs(tmp_path, 1)
    listed = [str(tmp_path / ("x" * 5000)), "nul\x00", str(kept)]
    places.recent().write_text(json.dumps(listed), encoding="utf-8")

    assert recent() == (kept,)
    places.recent().write_text("[" * 9000, encoding="utf-8")
    assert recent() == ()
