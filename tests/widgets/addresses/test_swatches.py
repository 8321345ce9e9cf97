"""The samples of uses are told apart in grey too: colour is never the only sign."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from widgets.addresses.brushes import swatch
from widgets.look import Look
from workbench.drawing.colours import Theme
from workbench.planning.address_map.tiles import FILLS

WIDE, HIGH = 64, 32
SEEN = 10
"""Of 255 steps of grey: what an eye tells where the two lie side by side."""
LEAST = 0.03
"""The part of a sample in which two have to differ."""


def grey(fill: str, theme: Theme) -> list[int]:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    swatch(painter, QRectF(0, 0, WIDE, HIGH), fill, Look("en", theme), 1.0)  # type: ignore[arg-type]
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [plain.pixelColor(x, y).red() for x in range(WIDE) for y in range(HIGH)]


@pytest.mark.parametrize("theme", get_args(Theme))
def test_any_two_uses_differ_without_colour(qapp: object, theme: Theme) -> None:
    pictures = {fill: grey(fill, theme) for fill in FILLS}

    alike = [
        (one, other)
        for one, other in combinations(FILLS, 2)
        if sum(abs(a - b) >= SEEN for a, b in zip(pictures[one], pictures[other], strict=True))
        < LEAST * WIDE * HIGH
    ]

    assert not alike
