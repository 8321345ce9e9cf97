"""Waiting: what is being done, how far it is, and Cancel; before everything else, or beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.shell.floating import Floating
from workbench.texts import Text, text

WIDE: Final = 340
ABOVE_THE_FOOT: Final = 40


class Waiting(QWidget):
    """A sentence, a bar and the button that stops."""

    stopped = Signal()

    def __init__(self, look: Look, says: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.says = QLabel(look.said(says), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.says.text())
        self.cancel = QPushButton(look.said(text("Cancel")), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.stop)
        self.setMinimumWidth(WIDE)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.says)
        column.addLayout(foot)

    def tell(self, share: float) -> None:
        """Shows how far it is."""
        self.bar.setValue(round(share * 1000))

    def stop(self) -> None:
        """Asks for the end, which comes as soon as nothing is half done."""
        self.cancel.setEnabled(False)
        self.says.setText(self._look.said(text("Stopping…")))
        self.stopped.emit()


class WaitingDialog(QDialog):
    """Nothing else can be done meanwhile; Escape stops."""

    def __init__(self, look: Look, says: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(look.said(text("Landing Zone Workbench")))
        self.waiting = Waiting(look, says, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)

    def reject(self) -> None:
        """Stops; the dialog goes when it is over."""
        self.waiting.stop()


class WaitingPlate(Floating):
    """At the foot of the window, which is used meanwhile."""

    def __init__(self, look: Look, says: Text, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.waiting = Waiting(look, says, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)
        self._around = parent
        parent.installEventFilter(self)
        self.adjustSize()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._around
        self.move((around.width() - self.width()) // 2, around.height() - self.height() - ABOVE_THE_FOOT)
        self.raise_()
