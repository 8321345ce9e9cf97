"""Canvas: one sheet of the design to look at and to draw on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from itertools import chain
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from widgets.canvas.above import Above
from widgets.canvas.camera import Camera
from widgets.canvas.drafting import Draft, Drafting, Remembering
from widgets.canvas.frame import FRAME, MANY
from widgets.canvas.gestures import Gestures
from widgets.canvas.ground import paint_ground
from widgets.canvas.inplace import TitleEditor
from widgets.canvas.picture import Picture, extent
from widgets.canvas.places import Places
from widgets.canvas.spoken import sheet_of
from widgets.canvas.stage import Stage
from widgets.canvas.still import Still
from widgets.canvas.tooltip import tell
from widgets.painting.detail import Detail, detail_at
from widgets.painting.inks import Inks
from widgets.painting.parts import rect_of
from widgets.qt.bubble import Bubble
from widgets.qt.ending import Ending
from widgets.qt.slices import Slices
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Drawing, Key, Point
from workbench.editor import Editor, ReadOnly
from workbench.edits import Edit
from workbench.model.change import Change
from workbench.model.element import ElementId, SheetKind
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language, Text, text

_AREA = 20_000.0
FOLLOWING = 0.008
"""Seconds a frame that lines of a dragged box may take; those left over are straight."""


class Canvas(QGraphicsView):
    """Shows a sheet and turns gestures into edits, one each."""

    said = Signal(object)
    tool_changed = Signal(str)
    zoom_changed = Signal(float)
    view_moved = Signal()
    context_menu_requested = Signal(object, QPoint)
    activated = Signal(str)
    delete_requested = Signal(object)
    images_dropped = Signal(object, object)
    drawn = Signal()

    def __init__(
        self, editor: Editor, sheet_id: ElementId, parent: QWidget | None = None, draft: Draft | None = None
    ) -> None:
        self._ready = False
        self._opened: tuple[float, int, int] | None = None
        super().__init__(parent)
        self.editor, self.sheet_id = editor, sheet_id
        self.language: Language = "en"
        self.theme: Theme = "light"
        self._wanted: tuple[ElementId, ...] = ()
        self._to_name: ElementId = ""
        self._set_up()
        self._owed = Slices(self)
        self.stage = Stage(self, self._about_to_show, self._shown)
        self.places = Places(editor, self.stage)
        self.camera = Camera(self)
        self.camera.moved.connect(self._moved)
        self.bubble, self.title_editor = Bubble(self.viewport(), self), TitleEditor(self)
        self.still, self.above, self.gestures = Still(self), Above(self), Gestures(self)
        self._ready = True
        self._drafting = Drafting(draft or Remembering(), sheet_id)
        self._drafting.drawn.connect(self._show)
        self.destroyed.connect(Ending(editor.subscribe(self._changed)))
        self.destroyed.connect(Ending(editor.subscribe_selection(self._selected)))
        self._ask()

    def _set_up(self) -> None:
        self.setSceneRect(-_AREA, -_AREA, 2 * _AREA, 2 * _AREA)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # What the window asks for.

    @property
    def picture(self) -> Picture:
        """The figures that are shown."""
        return self.stage.picture

    @property
    def inks(self) -> Inks:
        """The colours in which the sheet is shown."""
        return self.stage.picture.inks

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that is shown, None before the first."""
        return self.picture.drawing

    @property
    def zoom(self) -> float:
        """Pixels a point."""
        return self.camera.zoom

    @property
    def tool(self) -> str:
        """The name of the tool in hand; for drawing "draw:" and the kind."""
        return self.gestures.name

    @property
    def shows(self) -> SheetKind:
        """The kind of the sheet."""
        sheet = self.editor.design.get(self.sheet_id, Sheet)
        return sheet.shows if sheet else "network"

    def set_language(self, language: Language) -> None:
        """Shows names and words in a language."""
        if language != self.language:
            self.language = language
            self._ask()

    def set_theme(self, theme: Theme) -> None:
        """Shows the sheet in the colours of a theme."""
        if theme != self.theme:
            self.theme = theme
            self.stage.wear(theme)

    def set_tool(self, tool: str) -> None:
        """Takes a tool: select, hand, connect, or draw:<kind>. KeyError where there is none of that name."""
        self.gestures.take(tool)

    def set_marks(self, marks: Mapping[ElementId, tuple[Any, ...]]) -> None:
        """Shows badges: per element the worst severity and the number of findings, and whether § stands beside."""
        self.above.mark(marks)

    def reveal(self, ids: Iterable[ElementId]) -> None:
        """Selects elements and moves to where they stand; once they are drawn, if they are not yet."""
        self.editor.select(ids)
        self._wanted = self.editor.selection
        self._go_to_wanted()

    @property
    def extent(self) -> QRectF:
        """The rectangle that holds everything drawn, in points."""
        return extent(self.drawing) if self.drawing else QRectF()

    @property
    def view(self) -> QRectF:
        """The part of the sheet that is shown, in points."""
        back, _ = self.to_view().inverted()
        return back.mapRect(QRectF(self.viewport().rect()))

    def fit(self) -> None:
        """Shows the whole sheet."""
        if self.drawing:
            self.camera.fit(self.extent)

    def zoom_to(self, factor: float) -> None:
        """Zooms around the middle; 1 is full size."""
        self.camera.zoom_to(factor)

    def zoom_in(self) -> None:
        """Zooms to the next round figure."""
        self.camera.step(1)

    def zoom_out(self) -> None:
        """Zooms out to the next round figure."""
        self.camera.step(-1)

    def rename(self, key: Key = "") -> None:
        """Opens the title of a box, or of the one selected, for typing."""
        box = self.places.box(key) or next(iter(self.places.selected()), None)
        if box:
            self.title_editor.open(box)
        elif self.editor.selection:
            self.said.emit(
                text("The name of what is selected does not stand on this sheet. Change it in the inspector.")
            )

    def rename_when_drawn(self, id: ElementId) -> None:
        """Opens the title of an element as soon as it is on the sheet."""
        self._to_name = id
        self._open_title()

    def begin_link(self) -> None:
        """Takes the tool that connects, and the selected box as its start."""
        self.set_tool("select")
        self.set_tool("connect")
        self.gestures.tool.key(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What tools ask for.

    def perform(self, title: Text, edit: Edit, done: Text, run: str = "") -> bool:
        """Does an edit as one step and says what came of it; False where nothing changed or nothing may."""
        try:
            change = self.editor.perform(title, edit, run)
        except ReadOnly as refused:
            self.said.emit(refused.args[0])
            return False
        if change:
            self.said.emit(text("{done} · Ctrl Z takes it back", done=done))
        return bool(change)

    def lines_following(self, key: Key, offset: QPointF) -> Mapping[Key, tuple[Point, ...]]:
        """The lines of a box as they would run if it stood so far away, as many as a frame has time for."""
        layout, end = self._drafting.layout, perf_counter() + FOLLOWING
        if layout is None:
            return {}
        return layout.following(key, offset.x(), offset.y(), lambda: perf_counter() < end)

    def to_view(self) -> QTransform:
        """The way from points of the sheet to pixels of the view."""
        return self.viewportTransform()

    def touch(self, area: QRectF) -> None:
        """Paints an area again, in pixels of the view."""
        if not area.isEmpty():
            self.viewport().update(area.toAlignedRect().adjusted(-2, -2, 2, 2))

    # What happens.

    def _ask(self) -> None:
        self._drafting.ask(self.editor.design, self.language)

    def _changed(self, change: Change) -> None:
        # Of a sheet that was just deleted there is nothing to draw.
        if self.sheet_id in self.editor.design:
            self._ask()

    def _selected(self, ids: tuple[ElementId, ...]) -> None:
        self._speak()
        self.viewport().update()

    def _show(self, drawing: Drawing) -> None:
        """Shows a drawing; a method of the canvas, for Qt lets go of those with it."""
        self.stage.show(drawing)

    def _about_to_show(self) -> None:
        self.gestures.settle()

    def _shown(self) -> None:
        """Brings what lies over the sheet in line with what is shown now."""
        self.picture.show_far(detail_at(self.zoom) == Detail.MASS)
        self.above.place_badges()
        self.setAccessibleName(self.drawing.title if self.drawing else "")
        self._fit_at_first()
        self._go_to_wanted()
        self._open_title()
        self.title_editor.follow()
        self.drawn.emit()

    def _fit_at_first(self) -> None:
        if self._opened is None and self.isVisible() and self.drawing:
            self._open()

    def _open(self) -> None:
        self.camera.open_on(self.extent)
        self._opened = self.camera.place

    def _open_title(self) -> None:
        boxes = self.places.boxes_of([self._to_name]) if self._to_name else []
        if boxes:
            self._to_name = ""
            self.rename(boxes[0].key)

    def _go_to_wanted(self) -> None:
        area = QRectF()
        for box in self.places.boxes_of(self._wanted):
            area = area.united(rect_of(box.rect))
        if not area.isEmpty():
            self._wanted = ()
            self.camera.reveal(area)

    def _moved(self, zoomed: bool) -> None:
        """The view shows another part or another size."""
        if zoomed:
            self.picture.show_far(detail_at(self.zoom) == Detail.MASS)
            self.above.place_badges()
            self.zoom_changed.emit(self.zoom)
        self.title_editor.follow()
        if self.still.is_held:
            self.still.renew()
        self.view_moved.emit()

    def _speak(self) -> None:
        sheet = sheet_of(self)
        if sheet:
            sheet.tell_selection()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints figures and what lies above, or the picture that is held still and what lies above."""
        if self.still.is_painting:
            super().paintEvent(event)
            return
        if not self.still.is_held:
            with FRAME.limited() if len(self.picture.figures) > MANY else nullcontext():
                super().paintEvent(event)
            self._make_good()
            return
        painter = QPainter(self.viewport())
        painter.setRenderHints(self.renderHints())
        painter.setClipRegion(event.region())
        self.still.paint(painter)
        self.above.paint(painter, QRectF(event.rect()))
        painter.end()

    def _make_good(self) -> None:
        """Makes what the last frame had no time for, and paints once more."""
        if FRAME.owed:
            self._owed.begin(chain.from_iterable(FRAME.owed), self.viewport().update)
        else:
            self._owed.drop()

    def drawBackground(self, painter: QPainter, rect: QRectF | Any) -> None:
        """Paints ground and dots."""
        paint_ground(painter, rect, self.inks)

    def drawForeground(self, painter: QPainter, rect: QRectF | Any) -> None:
        """Paints what lies above the figures."""
        if not self.still.is_painting:
            transform = painter.worldTransform()
            painter.setWorldTransform(QTransform())
            self.above.paint(painter, self.to_view().mapRect(rect))
            painter.setWorldTransform(transform)

    # Events that are no gestures; those go to the tool in hand.

    def showEvent(self, event: Any) -> None:
        """Fits the sheet when it is first seen."""
        super().showEvent(event)
        self._fit_at_first()

    def resizeEvent(self, event: Any) -> None:
        """Fits the sheet again as long as nobody has moved it: panels find their sizes after it is first seen."""
        opened = self._ready and self.drawing is not None and self.camera.place == self._opened
        super().resizeEvent(event)
        if opened:
            self._open()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves what lies over the sheet along with it."""
        super().scrollContentsBy(dx, dy)
        if self._ready:
            self._moved(False)

    def viewportEvent(self, event: QEvent) -> bool:
        """Answers tooltips and gestures; everything else as usual."""
        if event.type() == QEvent.Type.ToolTip:
            tell(self, event)
            return True
        return (self._ready and self.gestures.handled(event)) or super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps keys that tools use from being taken as shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self._ready and self.gestures.claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hands keys to the tool; what it has no use for goes on to the window."""
        if not self.gestures.key_pressed(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ends what lasts as long as a key is held."""
        self.gestures.key_released(event)

    def focusInEvent(self, event: Any) -> None:
        """Shows the focus, and has what is selected spoken."""
        super().focusInEvent(event)
        self._speak()
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        """Hides the focus."""
        super().focusOutEvent(event)
        self.viewport().update()
