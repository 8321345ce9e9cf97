"""The watch over hostile cases sees what it is there for."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.safety.hostile import cases, watch
from tests.safety.hostile.cases import Wrong, look_at_sentence, tried
from tests.safety.hostile.watch import Watched
from workbench.texts import text


def test_a_case_that_hangs_is_told_and_the_next_one_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Watched(tmp_path) as watched:
        assert "result" in watched.tried("own", 1)
        monkeypatch.setattr(watch, "LONGEST", 0.0)
        hung = watched.tried("own", 2)
        monkeypatch.undo()
        after = watched.tried("own", 3)

    assert "took longer" in hung["wrong"]
    assert "result" in after


def test_a_case_that_ends_the_program_is_told(tmp_path: Path) -> None:
    with Watched(tmp_path) as watched:
        ended = watched.tried("", 0)

    assert "ended the program" in ended["wrong"]


def test_a_fault_a_changed_file_and_a_missing_translation_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touches(folder: Path, dice: object) -> str:
        (folder / "a").write_bytes(b"a")
        before = cases.seen(folder)
        time.sleep(0.01)
        os.utime(folder / "a")
        cases._unchanged(folder, before)
        return "not seen"

    monkeypatch.setitem(cases.KINDS_OF_CASES, "touches", touches)
    monkeypatch.setitem(cases.KINDS_OF_CASES, "raises", lambda folder, dice: str(1 // 0))

    assert "changed on disk: ['a']" in tried("touches", 0, tmp_path)["wrong"]
    assert "ZeroDivisionError" in tried("raises", 0, tmp_path)["wrong"]
    with pytest.raises(Wrong, match="no Chinese"):
        look_at_sentence(text("{path}: said in English only", path="a"))
