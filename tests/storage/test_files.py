"""Saving never loses anything: whatever fails, the file is the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.campaign import share
from workbench.model.sketch import sketch
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.storage.format import BrokenFile, design_bytes

FIRST = sketch("a account")
SECOND = sketch("a account\n  v vpc blocks=10.0.0.0/16")


def test_what_was_there_before_stays_as_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    save_design(FIRST, path)

    save_design(SECOND, path)

    assert open_design(path).design == SECOND
    assert open_design(tmp_path / "a.lzd.bak").design == FIRST
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.lzd", "a.lzd.bak"]


@pytest.mark.parametrize(
    "content", [b"", b"not a design", b'{"format": "landing-zone-design", "version": 99, "elements": []}']
)
def test_a_file_that_is_no_whole_design_of_ours_is_never_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.lzd"
    path.write_bytes(content)

    with pytest.raises(NotSaved, match="not overwritten"):
        save_design(FIRST, path)

    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["open", "fsync", "replace"])
@pytest.mark.parametrize("at", range(3))
def test_a_fault_at_any_write_leaves_a_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    path = tmp_path / "a.lzd"
    save_design(FIRST, path)
    _fail_at(monkeypatch, name, at)

    with contextlib.suppress(NotSaved):
        save_design(SECOND, path)
    monkeypatch.undo()

    assert open_design(path).design in (FIRST, SECOND)
    assert not [entry for entry in tmp_path.iterdir() if entry.name.endswith(".new")]


def _fail_at(monkeypatch: pytest.MonkeyPatch, name: str, at: int) -> None:
    """Makes the nth call of a function of `os` fail as on a full disk."""
    count = iter(range(1000))
    real: Callable[..., Any] = getattr(os, name) if name != "open" else open

    def failing(*arguments: Any, **named: Any) -> Any:
        writes = name != "open" or (len(arguments) > 1 and "w" in str(arguments[1]))
        if writes and next(count) == at:
            raise OSError(28, "No space left on device")
        return real(*arguments, **named)

    if name == "open":
        monkeypatch.setattr("builtins.open", failing)
    else:
        monkeypatch.setattr(os, name, failing)


def test_a_full_disk_is_told_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_at(monkeypatch, "fsync", 0)

    with pytest.raises(NotSaved, match=r"No space left on device\. The file on disk is unchanged"):
        save_design(FIRST, tmp_path / "a.lzd")


def test_a_missing_or_unreadable_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="cannot be read"):
        open_design(tmp_path / "nowhere.lzd")
    with pytest.raises(BrokenFile, match="cannot be read"):
        open_design(tmp_path)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="was not saved"):
        save_design(FIRST, tmp_path / "missing" / "a.lzd")


def test_half_a_character_is_told_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    save_design(FIRST, path)

    with pytest.raises(NotSaved, match="half a character"):
        save_design(FIRST.replacing("a", owner="x\ud800"), path)

    assert open_design(path).design == FIRST


SAVING = """
import sys
from pathlib import Path
from workbench.model.sketch import sketch
from workbench.storage.files import save_design
path = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    number += 1
    save_design(sketch("\\n".join(f"v{n} vpc" for n in range(number % 50 + 1))), path)
"""


def test_a_kill_in_mid_save_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    save_design(FIRST, path)

    for round in range(share(300, 0.02, 6)):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.02 + (round * 37 % 100) / 1000)
        process.kill()
        process.wait()
        process.stdout.close()

        assert design_bytes(open_design(path).design) == path.read_bytes()
