"""No planner, importer, exporter, full check, reading or writing of a file runs on the window's thread."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.safety.on_the_thread import long_work

ROOT = Path(__file__).parents[2]
SMALL_ENOUGH = {"arrange at file.new"}
"""A sheet of a few boxes is arranged between two frames."""


def test_nothing_long_runs_on_the_windows_thread_whatever_is_picked(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.safety.on_the_thread", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    *seen, looked_for = ran.stdout.splitlines()
    assert looked_for == f"looked for {len(list(long_work()))}"
    assert set(seen) <= SMALL_ENOUGH
