"""Dropping: elements of the design that are dragged onto the sheet, from the navigator for example, and images."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QDropEvent, QPainter

from widgets.canvas.drags.carry import paint_target
from widgets.canvas.landing import Landing, landing
from widgets.qt.images_in import carries_images, image_files_in, images_in
from workbench.edits.placing import context, place
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

IDS: Final = "application/x-landing-zone-elements"
"""The type of dragged data: ids of elements, one a line."""


def dragged(ids: tuple[ElementId, ...]) -> QMimeData:
    """The data of a drag that carries elements."""
    data = QMimeData()
    data.setData(IDS, "\n".join(ids).encode())
    return data


class Dropping:
    """Takes what is dropped, where its kind may stand."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._landings: list[tuple[ElementId, Landing]] = []

    def handled(self, event: QEvent) -> bool:
        """Whether an event belongs to a drag that carries elements or images."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._end()
            return True
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return False
        drop = cast("QDropEvent", event)
        if carries_images(drop.mimeData()):
            return self._take_images(drop)
        if not drop.mimeData().hasFormat(IDS):
            return False
        self._look(drop)
        if kind == QEvent.Type.Drop:
            self._drop(drop)
        drop.acceptProposedAction()
        return True

    def paint(self, painter: QPainter) -> None:
        """Paints where it would land."""
        for _, found in self._landings:
            paint_target(painter, self._canvas, found)

    def _take_images(self, drop: QDropEvent) -> bool:
        """Hands dropped images to the window, which reads them; what is for reading takes none."""
        if self._canvas.editor.read_only:
            return False
        if drop.type() == QEvent.Type.Drop:
            at = self._canvas.mapToScene(drop.position().toPoint())
            images = image_files_in(drop.mimeData()) or images_in(drop.mimeData())
            self._canvas.images_dropped.emit(images, (at.x(), at.y()))
        drop.setDropAction(Qt.DropAction.CopyAction)
        drop.accept()
        return True

    def _look(self, drop: QDropEvent) -> None:
        at = self._canvas.mapToScene(drop.position().toPoint())
        under = self._canvas.places.box_at((at.x(), at.y()))
        ids = bytes(drop.mimeData().data(IDS).data()).decode().split("\n")
        design = self._canvas.editor.design
        self._landings = [(id, landing(self._canvas, design[id].kind, under)) for id in ids if id in design]
        self._canvas.viewport().update()

    def _drop(self, drop: QDropEvent) -> None:
        landings = self._landings
        self._end()
        refused = next((found.refused for _, found in landings if found.refused), None)
        if refused:
            self._canvas.said.emit(refused)
            self._canvas.bubble.say(refused, drop.position().toPoint())
        elif landings:
            self._place(landings)

    def _place(self, landings: list[tuple[ElementId, Landing]]) -> None:
        canvas = self._canvas

        def edit(design: Design) -> Design:
            for id, found in landings:
                fields = context(design[id].kind, found.chain)
                design = place(id, canvas.sheet_id, found.within)(design.replacing(id, **fields))
            return design

        first = canvas.editor.design[landings[0][0]].title()
        name = first if len(landings) == 1 else text("{n} elements", n=len(landings))
        done = text("Put {name} onto the sheet", name=name)
        if canvas.perform(text("Place {name}", name=name), edit, done):
            canvas.editor.select([id for id, _ in landings])

    def _end(self) -> None:
        self._landings = []
        self._canvas.viewport().update()
