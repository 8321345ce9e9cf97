"""Contact sheets: the pictures of a run small beside each other, each with its name, and a page that shows them all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

PARTS: Final = (
    "editing",
    "map",
    "findings",
    "matrix",
    "invariants",
    "paths",
    "traffic",
    "exposure",
    "changes",
    "synthesis",
    "files",
    "fault",
    "preferences",
    "help",
    "patterns",
    "import",
    "export",
    "keyboard",
)
"""The parts that are shown, in this order: the first word of the names of their pictures."""
ACROSS: Final = 4
CELL: Final = QSize(600, 375)
LINE, GAP = 24, 10
QUALITY: Final = 34
COLOURS: Final = {"ground": "#E4E7EB", "text": "#18202B"}


def lay_out(folder: Path, runs: Sequence[str], sheets: Path) -> None:
    """Writes a sheet a run into a folder, and the page beside that folder."""
    sheets.mkdir(parents=True, exist_ok=True)
    for old in sheets.glob("looks-*.webp"):
        old.unlink()
    for run in runs:
        _sheet(_chosen(folder / run)).save(str(sheets / f"looks-{run}.webp"), "webp", QUALITY)
    _page(runs, sheets)


def _chosen(folder: Path) -> list[Path]:
    """The pictures of the parts, in their order and that of the run."""
    pictures = sorted(folder.glob("*.png"))
    return [one for part in PARTS for one in pictures if _name(one).partition(",")[0] == part]


def _name(picture: Path) -> str:
    return picture.stem.partition(" ")[2]


def _sheet(pictures: Sequence[Path]) -> QImage:
    """All pictures small, each above its name."""
    rows = -(-len(pictures) // ACROSS)
    wide, high = CELL.width() + GAP, CELL.height() + LINE + GAP
    sheet = QImage(ACROSS * wide + GAP, rows * high + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(COLOURS["ground"]))
    painter = QPainter(sheet)
    painter.setPen(QColor(COLOURS["text"]))
    painter.setFont(QFont("Inter", 11))
    for at, picture in enumerate(pictures):
        corner = QPoint(GAP + at % ACROSS * wide, GAP + at // ACROSS * high)
        put(painter, QImage(str(picture)), QRect(corner, CELL))
        named = QRect(corner + QPoint(0, CELL.height()), QSize(CELL.width(), LINE))
        painter.drawText(named, int(Qt.AlignmentFlag.AlignVCenter), _name(picture))
    painter.end()
    return sheet


def put(painter: QPainter, picture: QImage, room: QRect) -> None:
    """A picture as large as its room takes it, in the upper left."""
    small = picture.scaled(
        room.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter.drawImage(room.topLeft(), small)


def _page(runs: Sequence[str], sheets: Path) -> None:
    said = [
        "# How it looks",
        "",
        "Every part was used with mouse and keyboard on a virtual display, every two of language, theme and scale",
        "together in one run. The pictures are made anew by `.venv/bin/python -m tests.walkthrough.pictures`;",
        "each opens at full width.",
        "",
    ]
    said += [
        "## By fewer colours",
        "",
        "Views and exported drawings as they look with protanopia, deuteranopia and tritanopia, and in greys.",
        "",
        f"![fewer colours]({sheets.name}/looks-eyes.webp)",
        "",
    ]
    for run in runs:
        language, theme, scale = run.split("-")
        spoken = {"zh": "Chinese", "en": "English"}[language]
        said += [f"## {spoken}, {theme}, {scale} %", "", f"![{run}]({sheets.name}/looks-{run}.webp)", ""]
    (sheets.parent / "looks.md").write_text("\n".join(said), encoding="utf-8")
