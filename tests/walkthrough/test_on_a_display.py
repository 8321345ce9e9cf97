"""The landing zone is drawn by hand on a real display too, where windows, popups and keys are the system's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="needs a virtual display (xvfb)")
def test_the_landing_zone_is_drawn_by_hand_on_a_virtual_display() -> None:
    drawing = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        str(Path(__file__).with_name("test_draw_a_landing_zone.py")),
    ]

    ended = subprocess.run(
        [*DISPLAY, *drawing],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
