"""PNG: a picture a sheet, sharp enough for print and slides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from workbench.exporters import File, Job, exporter
from workbench.exporters.painting import drawn, painter_of

PIXELS_A_POINT: Final = 2.0
LONGEST: Final = 8000.0
"""Pixels of the longer side at most: more is refused by slides and viewers."""


@exporter("png", title="PNG pictures", suffix=".png", painted=True)
def png(job: Job) -> Iterable[File]:
    """One file for each sheet, two pixels a point unless that were too large."""
    painter = painter_of(job)
    for name, drawing in drawn(job, ".png"):
        scale = min(PIXELS_A_POINT, LONGEST / max(*drawing.size, 1.0))
        width, height = (max(round(side * scale), 1) for side in drawing.size)
        yield File(name, painter.png(drawing, width, height))
