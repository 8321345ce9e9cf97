"""A day of eight hours in a script ends with the memory it had in the morning, and without a warning of Qt."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.campaign import LONG, share

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "standard.lzd"
GROWTH = 1.25
"""What the history of a day may add: every step keeps what it changed."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory as Linux tells it")
def test_a_long_day_at_the_window_keeps_its_memory_and_qt_silent(tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    shutil.copy(SAMPLE, path)
    seed = random.SystemRandom().randrange(2**32) if LONG else 7
    edits = share(5_000, 0.04, 100)

    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.safety.long_session",
            str(path),
            str(tmp_path / "out"),
            str(edits),
            str(seed),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    print(f"seed {seed}\n{ran.stdout}")
    assert ran.returncode == 0, ran.stderr[-3000:]
    lines = [line.split() for line in ran.stdout.splitlines()]
    memory = [float(words[2]) for words in lines if words[0] == "memory"]
    (said,) = (words for words in lines if words[0] == "warnings")
    assert said[1] == "0", said
    # The first tenth still reads modules and fills stores of symbols.
    assert memory[-1] <= GROWTH * memory[1], memory
