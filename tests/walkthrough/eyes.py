"""Pictures as they look to those who tell fewer colours apart, beside each other on a sheet of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.seeing import MATRICES, Seen
from tests.walkthrough.contact import COLOURS, GAP, LINE, QUALITY, put
from tests.walkthrough.dialogs import SAMPLE
from widgets.painting.painter import QtPainter
from workbench.exporters.export import export
from workbench.storage.files import open_design

STAGES: Final = (
    "editing, several selected",
    "editing, snapping while dragged",
    "findings, grouped by rule",
    "findings, custom rule broken",
    "import, refused",
    "files, recovered",
    "menu insert",
)
"""The views in which colours stand for something."""
EXPORTED: Final = ("network-overview", "security")
CELL: Final = QSize(480, 300)


def lay_out_eyes(folders: Sequence[Path], sheets: Path, made: Path) -> None:
    """Writes the sheet: a row a picture, a column a way of seeing; views of the window, then exported drawings."""
    pictures = [
        one for folder in folders for stage in STAGES for one in sorted(folder.glob(f"* {stage}.png"))
    ]
    drawings = export(open_design(SAMPLE).design, ["png"], ["en"], made, QtPainter, lambda _: None)
    pictures += [one for one in drawings if any(name in one.name.casefold() for name in EXPORTED)]
    _sheet(pictures).save(str(sheets / "looks-eyes.webp"), "webp", QUALITY)  # type: ignore[call-overload]


def simulated(picture: QImage, by: Seen) -> QImage:
    """A picture as somebody sees it."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    wide, high, line = plain.width(), plain.height(), plain.bytesPerLine()
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(high, line)[:, : wide * 3]
    light = _opened(rows.reshape(high, wide, 3) / 255.0)
    seen = np.clip(light @ np.array(MATRICES[by]).T, 0.0, 1.0)
    told = np.ascontiguousarray((_closed(seen) * 255.0).round().astype(np.uint8))
    return QImage(told.data, wide, high, wide * 3, QImage.Format.Format_RGB888).copy()


def _sheet(pictures: Sequence[Path]) -> QImage:
    ways: tuple[Seen | None, ...] = (None, *MATRICES)
    wide, high = CELL.width() + GAP, CELL.height() + GAP
    sheet = QImage(len(ways) * wide + GAP, LINE + len(pictures) * high + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(COLOURS["ground"]))
    painter = QPainter(sheet)
    painter.setPen(QColor(COLOURS["text"]))
    painter.setFont(QFont("Inter", 11))
    for across, way in enumerate(ways):
        named = QRect(GAP + across * wide, 0, CELL.width(), LINE)
        painter.drawText(named, int(Qt.AlignmentFlag.AlignVCenter), way or "all colours")
        for down, path in enumerate(pictures):
            picture = QImage(str(path))
            corner = QPoint(GAP + across * wide, LINE + down * high)
            put(painter, simulated(picture, way) if way else picture, QRect(corner, CELL))
    painter.end()
    return sheet


def _opened(values: np.ndarray) -> np.ndarray:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _closed(light: np.ndarray) -> np.ndarray:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
