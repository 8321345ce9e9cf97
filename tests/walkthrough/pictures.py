"""Keeps pictures of the runs by hand, every language, theme and scale beside every other, and lays them out in `docs/pictures`.

    python -m tests.walkthrough.pictures                     all runs, and the contact sheets anew
    python -m tests.walkthrough.pictures FOLDER [RUN ...]    pictures at full size, such as of en-light-100, and no sheets

Each run has a virtual display of 1920 x 1080 of its own (xvfb-run), and a folder of its own for its pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.walkthrough.contact import lay_out
from tests.walkthrough.eyes import lay_out_eyes
from tests.walkthrough.photo import FOLDER
from tests.walkthrough.test_on_a_display import DISPLAY

RUNS: Final = ("zh-light-100", "en-dark-100", "zh-dark-150", "en-light-150", "zh-light-200", "en-dark-200")
"""Every two of language, theme and scale meet in one of them."""
EYES: Final = ("en-light-150", "zh-dark-150")
"""The runs whose views are shown as others see them."""
TESTS: Final = (
    "test_editing.py",
    "test_address_map.py",
    "test_findings.py",
    "test_matrix.py",
    "test_invariants.py",
    "test_asking_a_path.py",
    "test_security_domains.py",
    "test_exposure.py",
    "test_changes.py",
    "test_synthesis.py",
    "test_file_safety.py",
    "test_preferences_and_help.py",
    "test_dialogs.py",
    "test_by_keyboard_alone.py",
)
NOT_SHOWN: Final = ("test_draw_a_landing_zone.py", "test_hostile.py")
"""Kept at full size only."""
SHEETS: Final = Path(__file__).parents[2] / "docs" / "pictures"


def main(folder: str = "", *wanted: str) -> int:
    """Makes the pictures; the exit code is that of the first run that failed."""
    with tempfile.TemporaryDirectory() as own:
        place = Path(folder or own).absolute()
        tests = (*TESTS, *NOT_SHOWN) if folder else TESTS
        codes = [run(place / look, tests, *look.split("-")) for look in wanted or RUNS]
        if not folder:
            _lay_out(place)
    return next((code for code in codes if code), 0)


def _lay_out(place: Path) -> None:
    application = QApplication(["", "-platform", "offscreen"])
    lay_out(place, RUNS, SHEETS)
    lay_out_eyes([place / run for run in EYES], SHEETS, place / "exported")
    application.quit()


def run(folder: Path, tests: Sequence[str], language: str, theme: str, scale: str) -> int:
    """Drives some of the walkthroughs in one look on a display of their own; keeps their pictures in a folder."""
    settings = {
        FOLDER: str(folder),
        "WORKBENCH_LOOK": f"{language},{theme}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(int(scale) / 100),
    }
    here = Path(__file__).parent
    command = [*DISPLAY, sys.executable, "-m", "pytest", "-q", *(str(here / name) for name in tests)]
    # No picture shows where or by whom it was made.
    place = Path(tempfile.gettempdir()) / "consulting"
    settings["HOME"], command = str(place), [*command, f"--basetemp={place}"]
    return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode


def said(given: Sequence[str]) -> int:
    """What the command line asks for: its usage where an option is given, which no folder is named like."""
    options = [one for one in given if one.startswith("-")]
    if not options:
        return main(*given)
    is_help = set(options) <= {"-h", "--help"}
    print(__doc__, file=sys.stdout if is_help else sys.stderr)
    return 0 if is_help else 2


if __name__ == "__main__":
    sys.exit(said(sys.argv[1:]))
