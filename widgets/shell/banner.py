"""The bar above the tabs while a design may only be read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from widgets.look import Look
from workbench.texts import Text


class Banner(QLabel):
    """The reason, on the ground of warnings; nothing while the design may be changed."""

    def __init__(self, look: Look, reason: Text | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._reason = look, reason
        self.setWordWrap(True)
        self.say(reason)

    def say(self, reason: Text | None) -> None:
        """Shows a reason, or nothing."""
        self._reason = reason
        self.setVisible(reason is not None)
        self.retell()

    def retell(self) -> None:
        """Says the reason in the present language and theme."""
        look = self._look
        ground, ink = look.colour("warning-bg").name(), look.colour("warning").name()
        self.setStyleSheet(f"background: {ground}; color: {ink}; padding: 6px 12px")
        self.setText(look.said(self._reason) if self._reason else "")
