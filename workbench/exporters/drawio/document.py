"""Drawings as a draw.io document: a page a drawing, with layers for boxes, for lines, and for what rides on lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.drawing.drawing import Drawing
from workbench.exporters.drawio.boxes import box, label
from workbench.exporters.drawio.lines import line
from workbench.exporters.svg.xml import element
from workbench.model.design import Design
from workbench.texts import text

BOXES, LINES, RIDERS = "boxes", "lines", "riders"
"""The ids of the layers, from below."""


def document(drawn: Sequence[Drawing], design: Design) -> str:
    """The whole file."""
    pages = "\n".join(_page(drawing, design) for drawing in drawn)
    return element("mxfile", f"\n{pages}\n", type="device", compressed="false", pages=len(drawn)) + "\n"


def _page(drawing: Drawing, design: Design) -> str:
    wide, high = drawing.size
    root = element("root", "\n" + "\n".join(_cells(drawing, design)) + "\n")
    model = element("mxGraphModel", root, grid=1, gridSize=8, page=1, pageWidth=wide, pageHeight=high, math=0)
    return element("diagram", model, id=drawing.sheet, name=drawing.title)


def _cells(drawing: Drawing, design: Design) -> Iterator[str]:
    """Layers, then boxes from the outside in, then lines and free labels."""
    yield element("mxCell", None, id="root")
    for id, name in ((BOXES, text("Boxes")), (LINES, text("Lines")), (RIDERS, text("On lines"))):
        yield element("mxCell", None, id=id, value=name.said(drawing.language), parent="root")
    for drawn in drawing.boxes:
        yield from box(drawn, drawing, design, RIDERS if drawn.shape == "capsule" else BOXES)
    for joined in drawing.lines:
        yield from line(joined, drawing, design, LINES)
    for free in drawing.labels:
        yield label(free, RIDERS)
