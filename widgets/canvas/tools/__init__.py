"""Tools: what the pointer does on the canvas now. One file a tool; a new file in this folder is a new tool."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.canvas.pointer import Pointer
from workbench.texts import Text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Tool:
    """While the mouse moves a tool only previews; releasing does one edit; cancelling drops the preview.

    `title`, `symbol` and `order` are those of its button in the palette; a tool without a title has none.
    """

    title: ClassVar[Text | None] = None
    symbol: ClassVar[str] = ""
    order: ClassVar[int] = 0

    def __init__(self, canvas: Canvas, subject: str) -> None:
        self.canvas, self.subject = canvas, subject

    def cursor(self) -> Qt.CursorShape:
        """The shape of the pointer."""
        return Qt.CursorShape.ArrowCursor

    def pressed(self, pointer: Pointer) -> None:
        """The button went down."""

    def moved(self, pointer: Pointer) -> None:
        """The pointer moves with the button down."""

    def released(self, pointer: Pointer) -> None:
        """The button was let go."""

    def hovered(self, pointer: Pointer) -> None:
        """The pointer moves with no button down."""
        box = self.canvas.places.box_at(pointer.at)
        self.canvas.above.hover(box.key if box else "")

    def double_clicked(self, pointer: Pointer) -> None:
        """The button was pressed twice."""

    def key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Whether a key was of use."""
        return False

    def cancel(self) -> bool:
        """Drops what was begun; whether there was anything."""
        return False

    def laid_down(self) -> None:
        """Another tool is taken."""

    def settle(self) -> None:
        """The drawing shows what the last edit did."""

    def area(self) -> QRectF:
        """Where the preview lies, in pixels of the view."""
        return QRectF()

    def paint(self, painter: QPainter) -> None:
        """Paints the preview, in pixels of the view."""


T_ = TypeVar("T_", bound=Tool)
TOOLS: Final[dict[str, type[Tool]]] = {}


def tool(id: str) -> Callable[[type[T_]], type[T_]]:
    """Registers a tool; a second one of the same name stops the program."""

    def register(made: type[T_]) -> type[T_]:
        if id in TOOLS:
            raise ValueError(f"two tools are called {id!r}")
        TOOLS[id] = made
        return made

    return register


@cache
def tools() -> dict[str, type[Tool]]:
    """Every tool by name; loads them when first asked."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        import_module(f"{__name__}.{name}")
    return TOOLS
