"""A journal holds what no file holds yet: whatever ends the program, at most the last second is missing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.campaign import share
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.storage import journal as journals
from workbench.storage.journal import Journal, discard, left_behind
from workbench.storage.journal_lines import BrokenJournal, Head, base_line, head_line, read, step_line

SAVED = sketch("a account")
WAIT = 5.0


def until(true: Callable[[], bool]) -> None:
    """Waits for a thread, a little while."""
    end = time.monotonic() + WAIT
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def written(folder: Path) -> tuple[Path, ...]:
    """The journals in a folder."""
    return tuple(sorted(folder.glob("*.lzd-journal")))


def held(folder: Path) -> Design | None:
    """The design that the one journal in a folder holds now."""
    found = written(folder)
    try:
        return read(found[0].read_bytes())[1] if found else None
    except (BrokenJournal, OSError):
        return None


def test_nothing_is_written_while_nothing_is_changed(tmp_path: Path) -> None:
    journal = Journal(SAVED, tmp_path / "a.lzd", tmp_path)

    journal.end()

    assert list(tmp_path.iterdir()) == []


def test_every_step_is_on_disk_soon_and_gone_with_the_save(tmp_path: Path) -> None:
    journal = Journal(SAVED, tmp_path / "a.lzd", tmp_path)
    second = sketch("a account\n  v vpc blocks=10.0.0.0/16")
    third = second.removing(["a"])

    journal.follow(second)
    until(lambda: held(tmp_path) == second)
    journal.follow(third)
    until(lambda: held(tmp_path) == third)
    journal.saved(third, tmp_path / "a.lzd")
    until(lambda: not written(tmp_path))
    journal.end()

    assert list(tmp_path.iterdir()) == []


def test_a_journal_in_use_is_not_what_a_crash_left(tmp_path: Path) -> None:
    journal = Journal(SAVED, None, tmp_path)
    journal.follow(Design.of())
    until(lambda: bool(written(tmp_path)))

    assert left_behind(tmp_path) == ()
    journal.end()


EDITING = """
import sys, time
from pathlib import Path
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.storage.journal import Journal
design = sketch("a account")
journal = Journal(design, Path("a.lzd"), Path(sys.argv[1]))
number = 0
while True:
    number += 1
    design = design.adding(Vpc(id=f"v{number:06}", parent="a", blocks=("10.0.0.0/16",)))
    if number % 7 == 0:
        design = design.removing([f"v{number - 3:06}"])
    journal.follow(design)
    print(number, time.time(), flush=True)
    time.sleep(0.003)
"""


@pytest.mark.parametrize("round", range(share(300, 0.02, 6)))
def test_a_kill_takes_at_most_the_last_second(tmp_path: Path, round: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", EDITING, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout
    process.stdout.readline()

    time.sleep((round * 61 % 300) / 1000)
    process.kill()
    killed = time.time()
    # The last line may have been cut off with the program.
    told = [line.split() for line in process.stdout if line.endswith("\n")]
    steps = {int(number): float(at) for number, at in told}
    process.wait()
    process.stdout.close()

    (left,) = left_behind(tmp_path) or (None,)
    older = [number for number, at in steps.items() if at < killed - 1]
    design = (left and left.design) or SAVED
    latest = max((int(element.id[1:]) for element in design if element.id != "a"), default=0)
    assert latest >= max(older, default=0)
    if left:
        assert left.path == Path("a.lzd")
        assert "a" in design
        discard(left)
    assert written(tmp_path) == ()


def cut(raw: bytes, at: int) -> bytes:
    return raw[:at]


@settings(max_examples=share(2000))
@given(some.integers(0, 100_000), some.integers(0, 255))
def test_a_journal_cut_or_bent_anywhere_gives_the_steps_before(at: int, bend: int) -> None:
    first, second = sketch("a account"), sketch("a account\nb account")
    raw = head_line(Head("x")) + base_line(first) + step_line(Change.between(first, second))
    at %= len(raw)

    for broken in (raw[:at], raw[:at] + bytes([bend]) + raw[at + 1 :]):
        try:
            _, design, steps = read(broken)
        except BrokenJournal:
            continue
        assert (design, steps) in ((first, 0), (second, 1))


def test_a_journal_whose_beginning_was_cut_off_goes_and_one_of_a_newer_version_stays(tmp_path: Path) -> None:
    cut, newer = tmp_path / "cut.lzd-journal", tmp_path / "newer.lzd-journal"
    cut.write_bytes(head_line(Head("x"))[:-9])
    plain = b'{"format": "landing-zone-journal", "version": 99, "path": ""}'
    newer.write_bytes(b"%08x %s\n" % (zlib.crc32(plain), plain))

    (left,) = left_behind(tmp_path)

    assert left.wrong
    assert "newer version" in left.wrong.said("en")
    assert written(tmp_path) == (newer,)


def test_half_a_character_survives_a_crash_though_no_file_can_hold_it() -> None:
    torn = sketch("a account").replacing("a", owner="x\ud800")

    _, design, _ = read(head_line(Head()) + base_line(torn))

    assert design == torn


@pytest.mark.parametrize("name", ["open", "write", "fsync", "mkdir"])
def test_a_disk_that_refuses_is_told_once_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told: list[OSError] = []
    full = _refuses(monkeypatch, name)
    monkeypatch.setattr(journals, "AGAIN_AFTER", 0.02)
    journal = Journal(SAVED, None, tmp_path / "deep", refused=told.append)

    journal.follow(Design.of())
    until(lambda: bool(told))
    time.sleep(0.1)
    full.clear()
    until(lambda: held(tmp_path / "deep") == Design.of())
    journal.end()

    assert len(told) == 1
    assert list((tmp_path / "deep").iterdir()) == []


def _refuses(monkeypatch: pytest.MonkeyPatch, name: str) -> list[bool]:
    """Makes a call of the journal fail as on a full disk for as long as the list is not empty."""
    full = [True]

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if full:
                raise OSError(28, "No space left on device")
            return real(*arguments, **named)

        return call

    if name == "fsync":
        monkeypatch.setattr(os, "fsync", failing(os.fsync))
    elif name == "mkdir":
        monkeypatch.setattr(Path, "mkdir", failing(Path.mkdir))
    elif name == "write":
        monkeypatch.setattr(journals._File, "_hand_over", failing(journals._File._hand_over))
    else:
        monkeypatch.setattr(Path, "open", failing(Path.open))
    return full
