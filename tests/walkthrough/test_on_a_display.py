"""The runs by hand on a real display too, where windows, popups and keys are the system's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]
RUNS = {
    "drawing": ("en,light", "1", ["test_draw_a_landing_zone.py"]),
    "dialogs on a small dark screen in Chinese": ("zh,dark", "2", ["test_dialogs.py", "test_by_keyboard.py"]),
    "who reaches whom on a small dark screen": (
        "en,dark",
        "2",
        ["test_asking_a_path.py", "test_security_domains.py", "test_invariants.py"],
    ),
}


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="needs a virtual display (xvfb)")
@pytest.mark.parametrize("run", RUNS)
def test_runs_by_hand_hold_on_a_virtual_display(run: str) -> None:
    look, scale, files = RUNS[run]
    settings = {"QT_QPA_PLATFORM": "xcb", "WORKBENCH_LOOK": look, "QT_SCALE_FACTOR": scale}

    ended = subprocess.run(
        [*DISPLAY, sys.executable, "-m", "pytest", "-q", *(str(HERE / name) for name in files)],
        cwd=HERE.parents[1],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
