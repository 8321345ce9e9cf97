"""Canvas: one sheet of the design to look at and to draw on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QToolTip, QWidget

from widgets.canvas.camera import Camera
from widgets.canvas.drafting import Draft, Drafting, remembering
from widgets.canvas.gestures import Gestures
from widgets.canvas.ground import paint_ground
from widgets.canvas.hits import box_at, line_at
from widgets.canvas.inplace import Bubble, TitleEditor
from widgets.canvas.overlay import (
    REACH,
    Badge,
    badges,
    paint_badge,
    paint_hover,
    paint_lines,
    paint_selection,
)
from widgets.canvas.picture import Picture, extent
from widgets.painting.detail import Detail, detail_at
from widgets.painting.inks import inks
from widgets.painting.parts import rect_of
from widgets.painting.symbols import Screen
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Box, Drawing, Key, Line, Point
from workbench.editor import Editor, ReadOnly
from workbench.edits import Edit
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language, Text, text

_AREA = 20_000.0
_LINE_REACH = 5.0
_BADGES_FROM = 0.3


class Canvas(QGraphicsView):
    """Shows a sheet and turns gestures into edits, one each."""

    said = Signal(object)
    tool_changed = Signal(str)
    zoom_changed = Signal(float)
    context_menu_requested = Signal(object, QPoint)
    activated = Signal(str)
    delete_requested = Signal(object)
    drawn = Signal()

    def __init__(
        self, editor: Editor, sheet_id: ElementId, parent: QWidget | None = None, draft: Draft | None = None
    ) -> None:
        self._ready = False
        super().__init__(parent)
        self.editor, self.sheet_id = editor, sheet_id
        self.language: Language = "en"
        self.theme: Theme = "light"
        self.inks = inks(self.theme)
        self.hovered: Key = ""
        self.anchor: Key = ""
        self._marks: dict[ElementId, Badge] = {}
        self._badges: dict[Key, Badge] = {}
        self._still: QPixmap | None = None
        self._bare = False
        self._fitted = False
        self._wanted: tuple[ElementId, ...] = ()
        self._to_name: ElementId = ""
        self._set_up()
        self.picture = Picture(self.scene(), self.inks, Screen(float(self.logicalDpiY())))
        self.camera = Camera(self)
        self.camera.zoomed.connect(self._zoomed)
        self.bubble = Bubble(self)
        self.title_editor = TitleEditor(self)
        self.gestures = Gestures(self)
        self._drafting = Drafting(draft or remembering(), sheet_id)
        self._drafting.drawn.connect(self._show)
        self._ready = True
        self._ends = [editor.subscribe(self._changed), editor.subscribe_selection(self._selected)]
        self.destroyed.connect(_Ends(self._ends))
        self._ask()

    def _set_up(self) -> None:
        self.setScene(QGraphicsScene(self))
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
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
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    # What the window asks for.

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
    def shows(self) -> Any:
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
            self.theme, self.inks = theme, inks(theme)
            self.picture.repaint_in(self.inks)
            self.resetCachedContent()
            self.viewport().update()

    def set_tool(self, tool: str) -> None:
        """Takes a tool: select, hand, connect, or draw:<kind>. KeyError where there is none of that name."""
        self.gestures.take(tool)

    def set_marks(self, marks: Mapping[ElementId, tuple[Any, ...]]) -> None:
        """Shows badges: per element the worst severity and the number of findings, and whether § stands beside."""
        self._marks = {id: Badge(*mark) for id, mark in sorted(marks.items())}
        self._place_badges()

    def reveal(self, ids: Iterable[ElementId]) -> None:
        """Selects elements and moves to where they stand; once they are drawn, if they are not yet."""
        self.editor.select(ids)
        self._wanted = self.editor.selection
        self._go_to_wanted()

    def fit(self) -> None:
        """Shows the whole sheet."""
        if self.drawing:
            self.camera.fit(extent(self.drawing))

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
        box = self.box(key) or next(iter(self.selected_boxes()), None)
        if box:
            self.title_editor.open(box)

    def rename_when_drawn(self, id: ElementId) -> None:
        """Opens the title of an element as soon as it is on the sheet."""
        self._to_name = id
        self._open_title()

    # What tools ask for.

    def perform(self, title: Text, edit: Edit, sentence: Text | None = None) -> bool:
        """Does an edit as one step and says what came of it; False where the design may not be changed."""
        try:
            change = self.editor.perform(title, edit)
        except ReadOnly as refused:
            self.said.emit(refused.args[0])
            return False
        if change and sentence:
            self.said.emit(text("{done} · Ctrl Z takes it back", done=sentence))
        return bool(change)

    def box(self, key: Key) -> Box | None:
        """The box of a key."""
        return self.drawing.by_key.get(key) if self.drawing else None

    def boxes_of(self, ids: Iterable[ElementId]) -> list[Box]:
        """The boxes that show elements, each element where it was last clicked or else everywhere it stands."""
        if not self.drawing:
            return []
        keys = [key for id in ids for key in self.drawing.places.get(id, (id,))]
        return [self.drawing.by_key[key] for key in keys if key in self.drawing.by_key]

    def selected_boxes(self) -> list[Box]:
        """The boxes of the selected elements."""
        boxes = self.boxes_of(self.editor.selection)
        if len(self.editor.selection) == 1 and any(box.key == self.anchor for box in boxes):
            boxes.sort(key=lambda box: box.key != self.anchor)
        return boxes

    def lines_of(self, ids: Iterable[ElementId]) -> list[Line]:
        """The lines that are these elements or end at their boxes."""
        chosen = set(ids)
        keys = {box.key for box in self.boxes_of(ids)}
        lines = self.drawing.lines if self.drawing else ()
        return [line for line in lines if line.element in chosen or line.start in keys or line.end in keys]

    def target_at(self, at: Point, without: frozenset[Key] = frozenset()) -> Box | None:
        """The innermost box under a point of the sheet."""
        return box_at(self.drawing, at, without) if self.drawing else None

    def line_at(self, at: Point) -> Line | None:
        """The line under a point of the sheet."""
        return line_at(self.drawing, at, _LINE_REACH / self.zoom) if self.drawing else None

    def to_view(self) -> QTransform:
        """The way from points of the sheet to pixels of the view."""
        return self.viewportTransform()

    def hover(self, key: Key) -> None:
        """Shows which box is under the pointer."""
        if key != self.hovered:
            self.touch(self._area_of(self.hovered))
            self.hovered = key
            self.touch(self._area_of(key))

    def touch(self, area: QRectF) -> None:
        """Paints an area again, in pixels of the view."""
        if not area.isEmpty():
            self.viewport().update(area.toAlignedRect().adjusted(-2, -2, 2, 2))

    def hold_still(self, keys: Iterable[Key], lines: Iterable[Key]) -> None:
        """Keeps the sheet as it is without these boxes and lines, so that a preview costs a picture a frame."""
        self.picture.lift(frozenset(keys), frozenset(lines))
        ratio = self.devicePixelRatioF()
        still = QPixmap(self.viewport().size() * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(QColor(0, 0, 0, 0))
        self._bare = True
        self.viewport().render(still, QPoint(), renderFlags=QWidget.RenderFlag.DrawWindowBackground)
        self._bare = False
        self._still = still
        self.viewport().update()

    def let_go(self) -> None:
        """Ends holding still."""
        if self._still is not None:
            self._still = None
            self.picture.lift(frozenset(), frozenset())
            self.viewport().update()

    # What happens.

    def _ask(self) -> None:
        self._drafting.ask(self.editor.design, self.language)

    def _changed(self, change: Change) -> None:
        self._ask()

    def _selected(self, ids: tuple[ElementId, ...]) -> None:
        self.setAccessibleDescription(self._spoken())
        self.viewport().update()

    def _show(self, drawing: Drawing) -> None:
        self.gestures.settle()
        self.picture.show(drawing)
        self._place_badges()
        self.setAccessibleName(drawing.title)
        if not self._fitted and self.isVisible():
            self._fitted = True
            self.fit()
        self._go_to_wanted()
        self._open_title()
        self.title_editor.follow()
        self.viewport().update()
        self.drawn.emit()

    def _open_title(self) -> None:
        boxes = self.boxes_of([self._to_name]) if self._to_name else []
        if boxes:
            self._to_name = ""
            self.rename(boxes[0].key)

    def _go_to_wanted(self) -> None:
        area = QRectF()
        for box in self.boxes_of(self._wanted):
            area = area.united(rect_of(box.rect))
        if not area.isEmpty():
            self._wanted = ()
            self.camera.reveal(area)

    def _zoomed(self, zoom: float) -> None:
        self.picture.show_far(detail_at(zoom) == Detail.MASS)
        self._place_badges()
        self.title_editor.follow()
        self.viewport().update()
        self.zoom_changed.emit(zoom)

    def _place_badges(self) -> None:
        self._badges = badges(self.drawing, self._marks, self.zoom, _BADGES_FROM) if self.drawing else {}
        self.viewport().update()

    def _area_of(self, key: Key) -> QRectF:
        box = self.box(key)
        return self.to_view().mapRect(rect_of(box.rect)).adjusted(-3, -3, 3, 3) if box else QRectF()

    def _spoken(self) -> str:
        """What a screen reader says of the selection."""
        boxes = self.selected_boxes()
        kinds = [self.editor.design[box.element].kind.label.said(self.language) for box in boxes]
        return "; ".join(
            " ".join(part for part in (kind, box.title, box.meta) if part)
            for kind, box in zip(kinds, boxes, strict=True)
        )

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints figures and overlay, or the picture that is held still and the overlay."""
        if self._still is None or self._bare:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.setRenderHints(self.renderHints())
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._still)
        self._paint_overlay(painter, QRectF(event.rect()))
        painter.end()

    def drawBackground(self, painter: QPainter, rect: QRectF | Any) -> None:
        """Paints ground and dots."""
        paint_ground(painter, rect, self.inks)

    def drawForeground(self, painter: QPainter, rect: QRectF | Any) -> None:
        """Paints what lies above the figures."""
        if self._bare:
            return
        transform = painter.worldTransform()
        painter.setWorldTransform(QTransform())
        self._paint_overlay(painter, self.to_view().mapRect(rect))
        painter.setWorldTransform(transform)

    def _paint_overlay(self, painter: QPainter, area: QRectF) -> None:
        to_view = self.to_view()
        painter.setOpacity(1.0)
        self._paint_selection(painter, to_view)
        hovered = self.box(self.hovered)
        if hovered and hovered.element not in self.editor.selection:
            paint_hover(painter, hovered, self.inks, to_view)
        for key, badge in self._badges.items():
            box = self.box(key)
            corner = to_view.map(QPointF(box.rect.right, box.rect.y)) if box else QPointF()
            if box and area.adjusted(-REACH, -REACH, REACH, REACH).contains(corner):
                paint_badge(painter, corner, badge, self.inks)
        self.gestures.paint(painter)

    def _paint_selection(self, painter: QPainter, to_view: QTransform) -> None:
        if not self.editor.selection or self._still is not None:
            return
        boxes = self.selected_boxes()
        if len(boxes) <= 1 or len(self.editor.selection) == 1:
            paint_lines(painter, self.lines_of(self.editor.selection), self.inks, to_view)
        sizable = len(self.editor.selection) == 1 and self.gestures.name == "select"
        shown = boxes[:1] if sizable else boxes
        if len(boxes) > 1 and sizable:
            paint_selection(painter, boxes[1:2], self.inks, to_view, focused=False, sizable=False)
        paint_selection(painter, shown, self.inks, to_view, focused=self.hasFocus(), sizable=sizable)

    # Events that are no gestures; those go to the tool in hand.

    def showEvent(self, event: Any) -> None:
        """Fits the sheet when it is first seen."""
        super().showEvent(event)
        if not self._fitted and self.drawing:
            self._fitted = True
            self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Answers tooltips and gestures; everything else as usual."""
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
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
        """Shows the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        """Hides the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell(self, event: Any) -> None:
        at = self.mapToScene(event.pos())
        box = self.target_at((at.x(), at.y()))
        element = self.editor.design.get(box.element) if box else None
        if not box or element is None:
            QToolTip.hideText()
            return
        kind = element.kind.label.said(self.language)
        QToolTip.showText(
            event.globalPos(), "\n".join(part for part in (box.title, kind, box.meta) if part), self
        )


class _Ends:
    """Ends subscriptions when the canvas is gone."""

    def __init__(self, ends: list[Any]) -> None:
        self._endings = ends

    def __call__(self) -> None:
        for end in self._endings:
            end()
