"""The field over the sheet that renames a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from widgets.fonts import font
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box, Key, Lettering
from workbench.edits.fields import renamed, set_fields
from workbench.reading import one_line
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_LEAST_WIDTH, _HEIGHT = 96.0, 24.0


class TitleEditor(QLineEdit):
    """A field over the title of a box: Enter renames, Escape leaves the name as it is."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._key: Key = ""
        self.editingFinished.connect(self._finish)
        self.hide()

    def open(self, box: Box) -> None:
        """Shows the field with the name of a box, ready to be typed over."""
        canvas = self._canvas
        element = canvas.editor.design.get(box.element)
        if element is None or canvas.editor.read_only:
            return
        self._key = box.key
        self.setText(element.name.said(canvas.language))
        self.setAccessibleName(text("Name").said(canvas.language))
        self.follow()
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Stays over the title when the view moves or zooms; closes where the box is gone."""
        box = self._canvas.places.box(self._key)
        if box is None:
            self.close_unchanged()
            return
        title = next(
            (part for part in box.parts if isinstance(part, Lettering) and part.role == "title"), None
        )
        place = title.rect.shifted(box.rect.x, box.rect.y) if title else box.rect
        area = self._canvas.to_view().mapRect(rect_of(place))
        area.setWidth(max(area.width(), _LEAST_WIDTH))
        size = 13.0 * min(max(self._canvas.zoom, 0.85), 1.5)
        self.setFont(font(size, 600))
        height = max(_HEIGHT, size * 1.8)
        self.setGeometry(
            QRectF(area.left() - 6, area.center().y() - height / 2, area.width() + 12, height).toAlignedRect()
        )

    def close_unchanged(self) -> None:
        """Closes without renaming."""
        self._key = ""
        if self.isVisible():
            self.hide()
            self._canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes without renaming."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_unchanged()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps Escape from being taken as a shortcut of the window; what a line needs besides it claims by itself."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def _finish(self) -> None:
        box, wording = self._canvas.places.box(self._key), one_line(self.text())
        self.close_unchanged()
        element = self._canvas.editor.design.get(box.element) if box else None
        if element is None or not wording or wording == element.name.said(self._canvas.language):
            return
        name = renamed(element.name, wording, self._canvas.language)
        self._canvas.perform(
            text("Rename {name}", name=element.title()),
            set_fields([element.id], name=name),
            text("Renamed {name} to {wording}", name=element.title(), wording=wording),
        )
