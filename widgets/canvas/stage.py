"""Stage: the picture that a view shows, and the one that is made beside it to take its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from widgets.canvas.picture import FEW, Picture
from widgets.painting.inks import inks
from widgets.painting.symbols import Screen
from widgets.qt.slices import Slices
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Drawing


class Stage:
    """Shows the latest drawing: at once where little differs, else as soon as a new picture of it is ready.

    `about_to_show` is called before the view shows something else, `shown` after it does.
    """

    def __init__(
        self, view: QGraphicsView, about_to_show: Callable[[], None], shown: Callable[[], None]
    ) -> None:
        self._view, self._about_to_show, self._shown = view, about_to_show, shown
        self._theme: Theme = "light"
        self._latest: Drawing | None = None
        self._making = Slices(view)
        self.picture = self._blank()
        view.setScene(self.picture.scene)

    def show(self, drawing: Drawing) -> None:
        """Shows a drawing in place of the one before."""
        self._latest = drawing
        if self._making.at_work:
            # What is being made is shown first: else a row of quick edits would begin it anew each time.
            return
        if not self.picture.is_close_to(drawing):
            self._make()
            return
        self._about_to_show()
        self.picture.show(drawing)
        self._shown()

    def wear(self, theme: Theme) -> None:
        """Shows the drawing in the colours of a theme."""
        if theme != self._theme:
            self._theme = theme
            self._make()

    def _make(self) -> None:
        """Makes a picture of the latest drawing, between frames where that takes longer than one."""
        drawing, picture = self._latest, self._blank()
        if drawing is not None and len(drawing.boxes) > FEW:
            self._making.begin(picture.showing(drawing), lambda: self._put_up(picture))
            return
        self._making.drop()
        if drawing is not None:
            picture.show(drawing)
        self._put_up(picture)

    def _put_up(self, picture: Picture) -> None:
        """Shows a picture that is ready in place of the one before."""
        self._about_to_show()
        earlier, self.picture = self.picture, picture
        self._view.setScene(picture.scene)
        earlier.scene.deleteLater()
        self._view.resetCachedContent()
        self._view.viewport().update()
        if picture.drawing is not None:
            self._shown()
        if self._latest is not None and self._latest is not picture.drawing:
            self.show(self._latest)

    def _blank(self) -> Picture:
        return Picture(QGraphicsScene(self._view), inks(self._theme), Screen(float(self._view.logicalDpiY())))
