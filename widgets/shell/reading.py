"""The order of Tab: the order in which a page is read, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

SAME_ROW: Final = 8
"""Tops that differ by less stand in one row."""


def go_on(parts: Iterable[QWidget], forward: bool) -> bool:
    """Gives the keys to the next thing that takes them, or to the one before; False where there is none."""
    all_stops = [stop for part in parts for stop in stops(part)]
    if not all_stops:
        return False
    now = QApplication.focusWidget()
    holding = [at for at, stop in enumerate(all_stops) if now and _holds(stop, now)]
    # A button in a line comes after the line that holds it.
    at = holding[-1] if holding else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    all_stops[(at + (1 if forward else -1)) % len(all_stops)].setFocus(reason)
    return True


def go_to_part(parts: Iterable[QWidget], forward: bool) -> None:
    """Gives the keys to the part after the one that has them, or before it, where that takes any."""
    reached = [part for part in parts if part.isVisible() and stops(part)]
    now = QApplication.focusWidget()
    at = next((at for at, part in enumerate(reached) if now and _holds(part, now)), -1 if forward else 0)
    if reached:
        part = reached[(at + (1 if forward else -1)) % len(reached)]
        (part.focusProxy() or stops(part)[0]).setFocus(Qt.FocusReason.TabFocusReason)


def stops(part: QWidget) -> list[QWidget]:
    """What takes the keys in a part, row by row and from left to right."""
    found = [child for child in part.findChildren(QWidget) if _takes_keys(child)]
    whole = [one for one in found if not any(_is_part_of(one, other) for other in found)]
    whole.sort(key=lambda one: _corner(part, one))
    rows: list[list[tuple[int, int, QWidget]]] = []
    for number, one in enumerate(whole):
        top, left = _corner(part, one)
        if not rows or top - _corner(part, rows[-1][0][2])[0] >= SAME_ROW:
            rows.append([])
        rows[-1].append((left, number, one))
    return [one for row in rows for _, _, one in sorted(row)]


def _takes_keys(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _is_part_of(inner: QWidget, outer: QWidget) -> bool:
    """Whether keys come to a widget by what holds it; a button in a line is a stop of its own."""
    is_button = isinstance(outer, QLineEdit) and isinstance(inner, QAbstractButton)
    return outer is not inner and not is_button and _holds(outer, inner)


def _holds(outer: QWidget, inner: QWidget) -> bool:
    return outer is inner or outer.isAncestorOf(inner)


def _corner(part: QWidget, widget: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(part, QPoint(0, 0))
    return corner.y(), corner.x()
