"""Keeps pictures of the runs by hand in both languages, both themes and at 100 and 200 per cent.

    python -m tests.walkthrough.pictures FOLDER [en-light-100 ...]

Each run has a virtual display of 1920 x 1080 of its own (xvfb-run), and a folder of its own for its pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.walkthrough.photo import FOLDER
from tests.walkthrough.test_on_a_display import DISPLAY

RUNS: Final = ("en-light-100", "zh-dark-100", "zh-light-200", "en-dark-200")
TESTS: Final = ("test_draw_a_landing_zone.py", "test_dialogs.py", "test_hostile.py")


def main(folder: str, *wanted: str) -> int:
    """Makes the pictures; the exit code is that of the first run that failed."""
    codes = [_run(Path(folder).absolute() / run, *run.split("-")) for run in wanted or RUNS]
    return next((code for code in codes if code), 0)


def _run(folder: Path, language: str, theme: str, scale: str) -> int:
    settings = {
        FOLDER: str(folder),
        "WORKBENCH_LOOK": f"{language},{theme}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(int(scale) / 100),
    }
    here = Path(__file__).parent
    command = [*DISPLAY, sys.executable, "-m", "pytest", "-q", *(str(here / name) for name in TESTS)]
    return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
