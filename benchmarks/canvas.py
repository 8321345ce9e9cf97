"""The canvas at 5,000 boxes beside the same boxes and names as Qt's own items, as ratios of one run.

Run from the checkout: `python benchmarks/canvas.py`. The goals: everything visible 0.3, zooms 0.4, 0.5
and 1 2 each, dragging a container of 200 boxes 2 at zoom 1 and 1 zoomed out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from widgets.canvas import Canvas
from widgets.canvas.frame import FRAME
from widgets.fonts import font
from workbench.drawing.drawing import Box, Drawing, Lettering, Plate, Rect
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.region import Region
from workbench.model.elements.sheet import Sheet
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.texts import Language
from workbench.words import Words

CONTAINERS, EACH, COLUMNS = 25, 200, 10
WIDTH, HEIGHT = 1920, 1080
FRAMES = 15
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def boxes() -> Iterator[tuple[Element, Box]]:
    """One region with 25 VPCs of 200 vSwitches, each an element and its box."""
    inner = (COLUMNS * 116.0 + 20, EACH / COLUMNS * 46 + 50)
    side = 5
    region = Region(id="r", name=Words(en="region"))
    whole = Rect(0, 0, side * (inner[0] + 20) + 20, CONTAINERS / side * (inner[1] + 20) + 60)
    yield region, container(region, whole, "", "region")
    for number in range(CONTAINERS):
        vpc = Vpc(id=f"v{number:02}", name=Words(en=f"vpc-{number}"), region="r")
        x, y = number % side * (inner[0] + 20) + 20, number // side * (inner[1] + 20) + 40
        yield vpc, container(vpc, Rect(x, y, *inner), "r", "vpc")
        for leaf in range(EACH):
            vswitch = VSwitch(id=f"s{number:02}-{leaf:03}", name=Words(en=f"app-{leaf}"), parent=vpc.id)
            at = Rect(x + leaf % COLUMNS * 116 + 14, y + leaf // COLUMNS * 46 + 40, 104, 38)
            yield vswitch, small(vswitch, at, vpc.id)


def container(element: Element, rect: Rect, within: str, tint: str) -> Box:
    """A container with a header strip and a title."""
    parts = (
        Plate(Rect(0, 0, rect.w, rect.h), "outline", f"{tint}.fill", f"{tint}.border", 1.2, 7.0),
        Lettering(Rect(30, 4, rect.w - 40, 18), "title", element.name.en, 13.0, 600, f"{tint}.title"),
    )
    return Box(element.id, element.id, element.kind.tag, "container", rect, within, parts, element.name.en)


def small(element: Element, rect: Rect, within: str) -> Box:
    """A leaf with its bar and its name."""
    parts = (
        Plate(Rect(0, 0, rect.w, rect.h), "outline", "leaf.fill", "leaf.border", 1.0, 4.0),
        Plate(Rect(3, 3, 4, rect.h - 6), "bar", "category.blue", radius=2.0),
        Lettering(Rect(12, 9, rect.w - 16, 20), "title", element.name.en, 13.0, 600, "leaf.title"),
    )
    return Box(element.id, element.id, element.kind.tag, "leaf", rect, within, parts, element.name.en)


def ours(found: list[tuple[Element, Box]]) -> Canvas:
    """The canvas with these boxes."""
    drawn = tuple(box for _, box in found)
    size = (drawn[0].rect.w, drawn[0].rect.h)
    places = {box.element: (box.key,) for box in drawn}
    picture = Drawing("sheet", "network", "Benchmark", "en", size, drawn, places=places)
    design = Design.of([Sheet(id="sheet"), *(element for element, _ in found)])

    def draft(design: Design, sheet: str, language: Language) -> Drawing:
        return picture

    return Canvas(Editor(design), "sheet", draft=draft)


def peer(found: list[tuple[Element, Box]]) -> tuple[QGraphicsView, dict[str, QGraphicsRectItem]]:
    """A view with Qt's own items for the same boxes and names, nested likewise."""
    scene, items = QGraphicsScene(), dict[str, QGraphicsRectItem]()
    written, pen, brush = font(13.0, 600), QPen(QColor("#6BA5B0")), QBrush(QColor("#EDF6F7"))
    for _, box in found:
        around = items.get(box.within)
        item = QGraphicsRectItem(QRectF(0, 0, box.rect.w, box.rect.h), around)
        corner = QPointF(box.rect.x, box.rect.y)
        item.setPos(corner - around.scenePos() if around else corner)
        item.setPen(pen)
        item.setBrush(brush)
        name = QGraphicsSimpleTextItem(box.title, item)
        name.setFont(written)
        name.setPos(12, 6)
        items[box.key] = item
        if around is None:
            scene.addItem(item)
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return view, items


def milliseconds(frame: Callable[[int], None]) -> float:
    """The middle of the times of some frames, after two that warm up."""
    times = []
    for number in range(FRAMES + 2):
        start = perf_counter()
        frame(number)
        times.append((perf_counter() - start) * 1000)
    return median(times[2:])


def settled(canvas: Canvas) -> float:
    """Lets the canvas make all that is to be seen; the seconds until it is."""
    start = perf_counter()
    while canvas.drawing is None:
        QApplication.processEvents()
    canvas.viewport().repaint()
    while FRAME.owed:
        QApplication.processEvents()
    return perf_counter() - start


def repainting(view: QGraphicsView) -> float:
    """A frame that paints the whole view."""
    if isinstance(view, Canvas):
        settled(view)
    return milliseconds(lambda _: view.viewport().repaint())


def dragging_ours(canvas: Canvas, id: str) -> float:
    """A frame of a container that follows the pointer."""
    view = canvas.viewport()
    rect = canvas.places.boxes_of([id])[0].rect
    start = QPointF(canvas.mapFromScene(rect.x + 60, rect.y + 8))

    def send(kind: QEvent.Type, at: QPointF) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, QPointF(view.mapToGlobal(at.toPoint())), button, LEFT, NONE)
        QApplication.sendEvent(view, event)
        QApplication.processEvents()

    send(QEvent.Type.MouseButtonPress, start)
    send(QEvent.Type.MouseMove, start + QPointF(30, 30))
    found = milliseconds(lambda n: send(QEvent.Type.MouseMove, start + QPointF(40 + 8 * n, 40 + 4 * n)))
    canvas.gestures.tool.cancel()
    return found


def dragging_peer(view: QGraphicsView, item: QGraphicsRectItem) -> float:
    """A frame of the same container moved as an item."""
    start, zoom = item.pos(), view.transform().m11()

    def move(number: int) -> None:
        item.setPos(start + QPointF(40 + 8 * number, 40 + 4 * number) / zoom)
        QApplication.processEvents()

    found = milliseconds(move)
    item.setPos(start)
    return found


def main() -> None:
    """Prints each goal with what was measured."""
    application = QApplication.instance() or QApplication([])
    assert application
    found = list(boxes())
    canvas = ours(found)
    view, items = peer(found)
    for shown in (canvas, view):
        shown.resize(WIDTH, HEIGHT)
        shown.show()
    settled(canvas)
    whole = items["r"].sceneBoundingRect()
    print(f"{len(found)} boxes, {WIDTH} x {HEIGHT}: milliseconds a frame, ours and Qt's own items")

    def row(what: str, mine: float, theirs: float, goal: float) -> None:
        verdict = "reached" if mine <= goal * theirs else "missed"
        print(f"{what:38} {mine:8.2f} {theirs:8.2f}   ratio {mine / theirs:5.2f}, goal {goal}: {verdict}")

    canvas.fit()
    view.fitInView(whole, Qt.AspectRatioMode.KeepAspectRatio)
    print(f"everything written {settled(canvas) * 1000:.0f} ms after a change of zoom")
    row("everything visible", repainting(canvas), repainting(view), 0.3)
    row(
        "dragging 200, everything visible",
        dragging_ours(canvas, "v06"),
        dragging_peer(view, items["v06"]),
        1.0,
    )
    for zoom, goal in ((0.4, 1.0), (0.5, 1.0), (1.0, 2.0)):
        canvas.zoom_to(zoom)
        view.resetTransform()
        view.scale(zoom, zoom)
        middle = items["v06"].sceneBoundingRect().topLeft() + QPointF(500, 300)
        canvas.centerOn(middle)
        view.centerOn(middle)
        settled(canvas)
        row(f"zoom {zoom}", repainting(canvas), repainting(view), max(goal, 2.0))
        row(
            f"dragging 200, zoom {zoom}",
            dragging_ours(canvas, "v06"),
            dragging_peer(view, items["v06"]),
            goal,
        )
    start = perf_counter()
    canvas.zoom_to(0.2)
    canvas.zoom_to(1.0)
    print(f"across the threshold of detail and back: {(perf_counter() - start) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
