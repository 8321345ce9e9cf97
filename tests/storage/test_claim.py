"""Two people never overwrite one another unknowingly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.storage.claim import Claim, Holder, beside, claimed

HOLDING = """
import sys
from pathlib import Path
from workbench.storage.claim import claimed
claim = claimed(Path(sys.argv[1]))
print(claim.holder.token, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the design open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path / "a.lzd")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout
    process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def claim_of(path: Path, take_over: bool = False) -> Claim:
    found = claimed(path, take_over)
    assert isinstance(found, Claim)
    return found


def test_a_file_nobody_holds_is_claimed_and_let_go_without_a_trace(tmp_path: Path) -> None:
    claim = claim_of(tmp_path / "a.lzd")
    held = claimed(tmp_path / "a.lzd")

    claim.end()

    assert isinstance(held, Holder)
    assert held.user == claim.holder.user
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_runs_keeps_its_file(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    assert isinstance(claimed(tmp_path / "a.lzd"), Holder)


def test_what_a_killed_program_held_is_free_at_once(tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()

    claim_of(tmp_path / "a.lzd").end()


def test_who_is_taken_over_is_told_by_whom(tmp_path: Path) -> None:
    first = claim_of(tmp_path / "a.lzd")
    beside(first.path).write_text(json.dumps({"user": "li", "host": "desk", "since": "x", "token": "1"}))

    lost = first.lost_to
    first.end()

    assert lost == Holder("li", "desk", "x", "1")
    assert beside(first.path).exists()


def test_a_running_program_is_taken_over_when_a_person_says_so(
    tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    mine = claim_of(tmp_path / "a.lzd", take_over=True)

    assert mine.lost_to is None
    mine.end()


def test_somebody_on_another_machine_is_never_overruled_silently(tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    beside(path).write_text(
        json.dumps({"user": "li", "host": "desk", "since": "2026-11-20 09:00", "token": "1"})
    )

    assert claimed(path) == Holder("li", "desk", "2026-11-20 09:00", "1")


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"user": 1}', "\x00" * 100, "[" * 9000])
def test_a_broken_note_beside_the_file_holds_nobody_up(tmp_path: Path, content: str) -> None:
    beside(tmp_path / "a.lzd").write_text(content)

    claim_of(tmp_path / "a.lzd").end()


@pytest.mark.skipif(os.name == "nt", reason="folders are closed in another way there")
def test_a_folder_that_takes_no_file_gives_no_claim(tmp_path: Path) -> None:
    assert claimed(tmp_path / "missing" / "a.lzd") is None
