"""Takes the pictures of the workshop, in English and Chinese, and puts them beside the page that tells of it.

    python -m tests.walkthrough.story

The page itself, `docs/workshop.md`, is written by hand; this only makes its pictures anew.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from tests.walkthrough.pictures import SHEETS, run

RUNS: Final = ("en-light-100", "zh-dark-100")
TEST: Final = "test_workshop.py"
WIDTH: Final = QSize(1280, 800)
QUALITY: Final = 60


def main() -> int:
    """Makes the pictures; the exit code is that of the first run that failed."""
    with tempfile.TemporaryDirectory() as own:
        for one in RUNS:
            if code := run(Path(own) / one, (TEST,), *one.split("-")):
                return code
            _keep(Path(own) / one, one[:2])
    return 0


def _keep(folder: Path, language: str) -> None:
    for picture in sorted(folder.glob("* workshop, *.png")):
        stage = picture.stem.partition("workshop, ")[2].partition(" ")[0]
        small = QImage(str(picture)).scaled(
            WIDTH, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.save(str(SHEETS / f"workshop-{stage}-{language}.webp"), "webp", QUALITY)


if __name__ == "__main__":
    sys.exit(main())
