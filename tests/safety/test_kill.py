"""Whenever the program is killed: the file opens, and at most the last second is missing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.campaign import LONG, share
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.patterns import started
from workbench.storage.files import open_design, save_design
from workbench.storage.journal import left_behind

ROOT = Path(__file__).parents[2]
LASTS = 3.0
"""Seconds of the editing in which the kill comes."""
CHANCE = random.Random(None if LONG else 20)


def accounts(design: Design) -> int:
    """How many accounts were drawn."""
    return len(design.of_kind(Account))


@pytest.mark.parametrize("round", range(share(300, 0.02, 6)))
def test_a_kill_takes_at_most_the_last_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, round: int
) -> None:
    path, home = tmp_path / "a.lzd", tmp_path / "home"
    monkeypatch.setenv("WORKBENCH_HOME", str(home))
    save_design(started("empty", "standard"), path)
    editing = subprocess.Popen(
        [sys.executable, "-m", "tests.safety.editing", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert editing.stdout
    assert editing.stdout.readline().startswith("done")

    time.sleep(CHANCE.uniform(0, LASTS))
    editing.kill()
    killed = time.time()
    # The last line may have been cut off with the program.
    told = [line.split() for line in editing.stdout if line.count(" ") == 2 and line.endswith("\n")]
    editing.wait()
    editing.stdout.close()

    drawn = [int(number) for word, number, at in told if word == "done" and float(at) < killed - 1]
    saved = [int(number) for word, number, _ in told if word == "saved"]
    in_file = accounts(open_design(path).design)
    kept = max([in_file, *(accounts(left.design) for left in left_behind())])
    assert in_file >= max(saved, default=0)
    assert kept >= max(drawn, default=0)
    assert all(left.path == path for left in left_behind())
