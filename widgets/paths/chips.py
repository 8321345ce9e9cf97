"""What was understood, in small chips: from whom, to whom, on what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.lettering import MIDDLE, letter, width_of
from widgets.look import Look
from widgets.paths.signs import ROLE_INKS
from widgets.symbols import symbol
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.asked import Role, Token, Understood
from workbench.reachability.named import names_of
from workbench.reachability.plain import folded
from workbench.reachability.services import ALL
from workbench.reachability.told import called, place, symbol_of
from workbench.texts import text

HEIGHT: Final = 24
GAP: Final = 6.0
ARROW: Final = 18.0
LEAST: Final = 44.0


class _Chip(NamedTuple):
    """What stands in a chip; an unsure one is dashed."""

    role: Role
    symbol: str
    wording: str
    sure: bool

    @property
    def width(self) -> float:
        return width_of(self.wording, 12, 600) + (39 if self.symbol else 18)


class UnderstoodRow(QWidget):
    """Source, arrow, target and port, as far as they are known; spoken as one sentence."""

    def __init__(self, look: Look, design: Callable[[], Design], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._design = look, design
        self._read: Understood | None = None
        self._chips: list[_Chip] = []

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def tell(self, read: Understood | None) -> None:
        """Shows what was understood."""
        self._read = read
        self.retell()

    def retell(self) -> None:
        """Says it in the present language."""
        read = self._read
        self._chips = []
        if read is not None and any(token.role != "joiner" for token in read.tokens):
            ends = [self._end(read.of_role(role), role) for role in ("source", "target")]
            self._chips = [*ends, *self._passing(read)]
        said = [self._spoken(chip) for chip in self._chips]
        self.setAccessibleName(", ".join(said))
        self.setToolTip(", ".join(said))
        self.update()

    def _end(self, token: Token | None, role: Role) -> _Chip:
        if token is not None and token.element:
            design = self._design()
            return _Chip(role, symbol_of(design, token.element), self._name(design, token.element), True)
        if token is not None:
            return _Chip(
                role, "mark-unknown", self._look.said(text("one of {count}", count=len(token.may_be))), False
            )
        return _Chip(role, "", "?", False)

    def _name(self, design: Design, id: ElementId) -> str:
        """A name, with its place where others are called so, too."""
        name = self._look.said(called(design, id))
        if names_of(design).called(folded(name)) == (id,):
            return name
        return f"{name} · {self._look.said(place(design, id))}"

    def _passing(self, read: Understood) -> list[_Chip]:
        protocol = self._look.said(text("any protocol")) if read.protocol == ALL else read.protocol
        if read.port:
            return [_Chip("port", "", f"{read.port} / {protocol}", True)]
        return [_Chip("protocol", "", protocol, True)] if protocol else []

    def _spoken(self, chip: _Chip) -> str:
        if chip.role in ("source", "target"):
            name = chip.wording if chip.wording != "?" else self._look.said(text("not named yet"))
            is_source = chip.role == "source"
            return self._look.said(
                text("from {name}", name=name) if is_source else text("to {name}", name=name)
            )
        return chip.wording

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for number, (chip, width) in enumerate(zip(self._chips, self._widths(), strict=True)):
            if number == 1:
                ratio = self.devicePixelRatioF()
                arrow = symbol("ui-goto", 12, "text2", self._look.theme, ratio)
                painter.drawPixmap(QPointF(left, HEIGHT / 2 - 6), arrow)
                left += ARROW
            self._paint(painter, QRectF(left, 0, width, HEIGHT), chip)
            left += width + GAP

    def _widths(self) -> list[float]:
        """The widths of the chips; names share what they have too little of."""
        wide = [chip.width for chip in self._chips]
        room = self.width() - GAP * max(len(wide) - 1, 0) - ARROW
        over = sum(wide) - room
        if over > 0 and len(wide) >= 2:
            longest = sorted(range(2), key=lambda at: wide[at])
            half = max((wide[0] + wide[1] - over) / 2, LEAST)
            kept = min(wide[longest[0]], half)
            wide[longest[0]], wide[longest[1]] = kept, max(2 * half - kept, LEAST)
        return wide

    def _paint(self, painter: QPainter, rect: QRectF, chip: _Chip) -> None:
        look = self._look
        pen = QPen(look.colour(ROLE_INKS[chip.role]) if chip.sure else look.colour("control"), 1.0)
        if not chip.sure:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(look.colour("accent-bg" if chip.sure else "panel"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = rect.left() + 9
        if chip.symbol:
            picture = symbol(chip.symbol, 15, "text2", look.theme, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, rect.center().y() - 7.5), picture)
            left += 21
        room = QRectF(left, rect.top(), rect.right() - left - 7, rect.height())
        ink: QColor = look.colour("text" if chip.sure else "text2")
        letter(painter, room, chip.wording, ink, weight=600 if chip.sure else 400, cut=MIDDLE)
