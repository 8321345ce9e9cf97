"""The middle of the window: the canvas of the sheet in front, with palette and zoom box over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.marks import Marks
from widgets.palette import Palette
from widgets.shell.empty_sheet import EmptySheet
from widgets.shell.floating import SHADOW
from widgets.shell.minimap import Minimap
from widgets.shell.no_sheet import NoSheet
from widgets.shell.pages import Pages
from widgets.shell.zoom_box import ZoomBox
from workbench.editor import Editor
from workbench.edits.aligning import Axis, Edge
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.addresses.view import AddressMapView
    from widgets.canvas import Canvas
    from widgets.matrix.view import MatrixView

EDGE: Final = 10


class SheetArea(QWidget):
    """One canvas a sheet, made when the sheet is first shown. It is what commands call the view."""

    said = Signal(object)
    deleting = Signal(object)
    asked = Signal(object, QPoint)
    activated = Signal(str)
    picked = Signal(str)
    kind_picked = Signal(str)
    images_dropped = Signal(object, object)
    drilled = Signal(str, str, str)
    """Two parties of matrix or page whose path is asked for, and a port or none."""
    revealed = Signal(str)
    """What a page shows on its sheet."""

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._canvases: dict[ElementId, Canvas] = {}
        self._marks: Marks = {}
        self.map: AddressMapView | None = None
        self.matrix: MatrixView | None = None
        self.pages = Pages(editor, look, self)
        self._stack = QStackedWidget(self)
        self._empty = NoSheet(look, self)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.palette_bar = Palette(look, self)
        self.zoom_box = ZoomBox(look, self)
        self.minimap = Minimap(look, self)
        self.empty_sheet = EmptySheet(look, self)
        self.empty_sheet.kind_picked.connect(self.kind_picked)
        self.empty_sheet.picked.connect(self.picked)
        self._to_keep = False
        self.palette_bar.hide()
        self.zoom_box.hide()
        self.minimap.hide()
        self.palette_bar.tool_picked.connect(self.take)
        self.palette_bar.kind_picked.connect(self._pick_kind)
        self.zoom_box.picked.connect(self.picked)
        self._place()

    @property
    def canvas(self) -> Canvas | None:
        """The canvas in front."""
        return next((one for one in self._canvases.values() if one is self._stack.currentWidget()), None)

    def show_sheet(self, sheet: ElementId | None) -> None:
        """Brings the canvas of a sheet to the front."""
        found = self._editor.design.get(sheet, Sheet)
        self._empty.bare = False
        if found is None:
            self._stack.setCurrentIndex(0)
        else:
            self._stack.setCurrentWidget(self._canvas_of(found.id))
            self.palette_bar.serve(found.shows)
            self._place()
        self.palette_bar.setVisible(found is not None)
        self.zoom_box.setVisible(found is not None)
        if self.canvas:
            self.palette_bar.take(self.canvas.tool)
            self.zoom_box.tell(self.canvas.zoom)
        self._survey()
        self._offer_beginning()

    @property
    def map_in_front(self) -> bool:
        """Whether the address map is shown in place of a sheet."""
        return self.map is not None and self.map is self._stack.currentWidget()

    def show_map(self) -> None:
        """Brings the address map to the front, made when it is first shown."""
        from widgets.addresses.view import AddressMapView

        if self.map is None:
            self.map = AddressMapView(self._editor, self._look, self)
            self.map.said.connect(self.said)
            self.map.parts.said.connect(self.said)
            self.map.field.marks = self._marks
            self._stack.addWidget(self.map)
        self._show_whole(self.map)

    @property
    def matrix_in_front(self) -> bool:
        """Whether the matrix is shown in place of a sheet."""
        return self.matrix is not None and self.matrix is self._stack.currentWidget()

    def show_matrix(self) -> None:
        """Brings the matrix to the front, made when it is first shown."""
        from widgets.matrix.computing import Computing
        from widgets.matrix.view import MatrixView

        if self.matrix is None:
            self.matrix = MatrixView(self._look, self)
            Computing(self._editor, self.matrix)
            self.matrix.drilled.connect(self.drilled)
            self._stack.addWidget(self.matrix)
        self._show_whole(self.matrix)

    @property
    def page_in_front(self) -> str:
        """The tab of the page that is shown in place of a sheet; empty where none is."""
        return self.pages.tab_of(self._stack.currentWidget())

    def show_page(self, tab: str) -> None:
        """Brings a page to the front."""
        self._show_whole(self.pages.shown_in(self._stack, tab))

    def focus(self) -> None:
        """Gives the keys to what is in front."""
        front = self._stack.currentWidget()
        if front:
            front.setFocus()

    def put_out(self) -> None:
        """Shows every sheet without the path that was lit."""
        for canvas in self._canvases.values():
            canvas.above.light.clear()

    def forget(self, sheets: Iterable[ElementId]) -> None:
        """Drops the canvases of sheets that are no more."""
        for sheet in sheets:
            canvas = self._canvases.pop(sheet, None)
            if canvas:
                self._stack.removeWidget(canvas)
                canvas.deleteLater()

    def mark(self, marks: Marks) -> None:
        """Shows findings on every canvas, and has them told on the map."""
        self._marks = marks
        if self.map:
            self.map.field.marks = marks
        for canvas in self._canvases.values():
            canvas.set_marks(marks)

    def reveal(self, ids: Sequence[ElementId]) -> None:
        """Selects elements and moves to where they stand."""
        if self.canvas:
            self.canvas.reveal(ids)
        elif self.map and self.map_in_front:
            self.map.reveal(ids)
        else:
            self._editor.select(ids)

    def shows(self, id: ElementId) -> bool:
        """Whether the canvas in front draws an element."""
        if self.map and self.map_in_front:
            return bool(self.map.made and self.map.made.claims_of(id))
        drawing = self.canvas.drawing if self.canvas else None
        return drawing is not None and id in {line.element for line in drawing.lines} | set(drawing.places)

    def retell(self) -> None:
        """Shows everything in the present language and theme."""
        for canvas in self._canvases.values():
            canvas.set_language(self._look.language)
            canvas.set_theme(self._look.theme)
        self.palette_bar.retell()
        self.zoom_box.retell()
        self.minimap.retell()
        for whole in (self.map, self.matrix, self.pages):
            if whole:
                whole.retell()
        self._offer_beginning()

    # What commands ask of the view.

    def take(self, tool: str) -> None:
        """Takes a tool."""
        if self.canvas:
            self.canvas.set_tool(tool)
            self.canvas.setFocus()

    def zoom_in(self) -> None:
        """Everything larger."""
        if self.canvas:
            self.canvas.zoom_in()
        else:
            self._zoom_whole(1)

    def zoom_out(self) -> None:
        """Everything smaller."""
        if self.canvas:
            self.canvas.zoom_out()
        else:
            self._zoom_whole(-1)

    def zoom_to(self, zoom: float) -> None:
        """The sheet at a zoom."""
        if self.canvas:
            self.canvas.zoom_to(zoom)

    def fit(self) -> None:
        """The whole sheet, the whole address space, or everybody in the matrix."""
        if self.canvas:
            self.canvas.fit()
        else:
            self._zoom_whole(0)

    def delete_selected_from_sheet(self) -> None:
        """Takes the selected boxes off the sheet."""
        from widgets.canvas.removing import take_off

        boxes = self.canvas.places.selected() if self.canvas else []
        if self.canvas and boxes:
            take_off(self.canvas, boxes)
        else:
            self.said.emit(
                text("What is selected does not stand on this sheet. Delete it from the design instead.")
            )

    def rename_selected(self) -> None:
        """Opens the name of the selected box for typing."""
        if self.canvas:
            self.canvas.rename()
        elif self.map and self.map_in_front:
            self.map.do("label")

    def align_selected(self, edge: Edge) -> None:
        """The selected boxes with an edge in common."""
        if self.canvas:
            lining_up().align(self.canvas, edge)

    def distribute_selected(self, axis: Axis) -> None:
        """The selected boxes with equal gaps."""
        if self.canvas:
            lining_up().distribute(self.canvas, axis)

    def pin_selected(self, pinned: bool) -> None:
        """The selected boxes kept where they stand, or arranged again."""
        if self.canvas:
            (lining_up().pin if pinned else lining_up().unpin)(self.canvas)

    def connect_selected(self) -> None:
        """A link begun at the selected box."""
        if self.canvas:
            self.canvas.begin_link()

    def movable_count(self) -> int:
        """How many selected boxes move by themselves."""
        from widgets.canvas.moving import movable

        return len(movable(self.canvas)) if self.canvas else 0

    def middle(self) -> tuple[float, float]:
        """The point in the middle of what is shown."""
        centre = self.canvas.view.center() if self.canvas else QPointF()
        return centre.x(), centre.y()

    def shown_ids(self) -> tuple[ElementId, ...]:
        """The elements on the sheet."""
        drawing = self.canvas.drawing if self.canvas else None
        return tuple(dict.fromkeys(box.element for box in drawing.boxes)) if drawing else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if event.size().width() < event.oldSize().width():
            # Panels that open must not cover what they are about.
            self._to_keep = True
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _show_whole(self, whole: QWidget) -> None:
        """Shows address map or matrix without what floats over a sheet."""
        self._stack.setCurrentWidget(whole)
        for over in (self.palette_bar, self.zoom_box, self.minimap, self.empty_sheet):
            over.hide()

    def _zoom_whole(self, by: int) -> None:
        """Zooms address map or matrix: 1 in, -1 out, 0 for all of it."""
        if self.matrix and self.matrix_in_front:
            self.matrix.zoom(by)
        elif self.map and self.map_in_front:
            if by:
                self.map.field.zoom(2 * by)
            else:
                self.map.field.fit()

    def _pick_kind(self, tag: str) -> None:
        """Takes a kind from the palette, which then shows the tool in hand: a kind may ask for something instead."""
        self.kind_picked.emit(tag)
        if self.canvas:
            self.palette_bar.take(self.canvas.tool)

    def _keep_in_sight(self) -> None:
        from widgets.painting.parts import rect_of

        boxes = self.canvas.places.selected() if self._to_keep and self.canvas else []
        if boxes and self.canvas:
            self._to_keep = False
            self.canvas.camera.keep_in_sight(rect_of(boxes[0].rect))

    def _offer_beginning(self) -> None:
        canvas = self.canvas
        bare = canvas is not None and canvas.drawing is not None and not canvas.drawing.boxes
        self.empty_sheet.setVisible(bool(bare and canvas and canvas.tool == "select"))
        if canvas:
            self.empty_sheet.tell(canvas.shows, self._editor.read_only is not None)

    def _drawn(self) -> None:
        self._keep_in_sight()
        self._offer_beginning()

    def _place(self) -> None:
        self.palette_bar.fit(self.height() - 2 * EDGE)
        wanted: QSize = self.palette_bar.sizeHint()
        self.palette_bar.setGeometry(EDGE - SHADOW, EDGE + 2 - SHADOW, wanted.width(), wanted.height())
        box = self.zoom_box.sizeHint()
        top = self.height() - box.height() - EDGE + SHADOW
        # In a low window the two would meet; the zoom box steps aside.
        left = (
            EDGE - SHADOW
            if top > self.palette_bar.geometry().bottom() - SHADOW
            else EDGE + wanted.width() - 2 * SHADOW
        )
        self.zoom_box.setGeometry(left, top, box.width(), box.height())
        self._place_over_the_sheet()
        self._survey()

    def _place_over_the_sheet(self) -> None:
        small, empty = self.minimap.sizeHint(), self.empty_sheet.sizeHint()
        right, bottom = self.width() - EDGE + SHADOW, self.height() - EDGE + SHADOW
        self.minimap.setGeometry(
            right - small.width(), bottom - small.height(), small.width(), small.height()
        )
        left, top = (self.width() - empty.width()) // 2, (self.height() - empty.height()) // 2
        self.empty_sheet.setGeometry(left, top, empty.width(), empty.height())
        for floating in (self.empty_sheet, self.palette_bar, self.zoom_box, self.minimap):
            floating.raise_()

    def _survey(self) -> None:
        """Shows where the view is on the sheet."""
        self.minimap.survey(self.canvas)

    def _canvas_of(self, sheet: ElementId) -> Canvas:
        from widgets.canvas import Canvas

        if sheet not in self._canvases:
            canvas = self._canvases[sheet] = Canvas(self._editor, sheet)
            canvas.set_language(self._look.language)
            canvas.set_theme(self._look.theme)
            canvas.set_marks(self._marks)
            canvas.said.connect(self.said)
            canvas.delete_requested.connect(self.deleting)
            canvas.context_menu_requested.connect(self.asked)
            canvas.activated.connect(self.activated)
            canvas.images_dropped.connect(self.images_dropped)
            canvas.tool_changed.connect(self.palette_bar.take)
            canvas.tool_changed.connect(self._offer_beginning)
            canvas.zoom_changed.connect(self.zoom_box.tell)
            canvas.view_moved.connect(self._survey)
            canvas.drawn.connect(self._survey)
            canvas.drawn.connect(self._drawn)
            self._stack.addWidget(canvas)
        return self._canvases[sheet]


def lining_up() -> ModuleType:
    """What aligns and spaces, read when it is first asked for: the window is seen without it."""
    from widgets.canvas import lining_up as found

    return found
