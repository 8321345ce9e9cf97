"""Widgets side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


def row_of(*widgets: QWidget | None, stretch: QWidget | None = None) -> QLayout:
    """Widgets side by side; None is room between."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for one in widgets:
        if one is None:
            row.addStretch(1)
        else:
            row.addWidget(one, 1 if one is stretch else 0)
    return row
