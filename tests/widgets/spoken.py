"""What a screen reader gets to hear, and the tree it walks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible, QAccessibleInterface


@contextmanager
def listening() -> Iterator[None]:
    """Has Qt believe that a screen reader listens."""
    QAccessible.setActive(True)
    try:
        yield
    finally:
        QAccessible.setActive(False)


def named(here: QAccessibleInterface) -> str:
    """The name that is spoken."""
    return here.text(QAccessible.Text.Name)
