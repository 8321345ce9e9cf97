"""When the program is at fault: the design is saved beside its file, and a report that quotes nothing can be copied."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from widgets.qt.cards import heading
from widgets.qt.sizes import fit_to_screen
from workbench.report_of_fault import report_of
from workbench.storage.rescue import rescued
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

TITLE = text("The program is at fault")
KEPT = text(
    "Your design is as it was before. Go on, or close the window and start again; what is not saved is offered then."
)


class Faults(QObject):
    """Catches what nothing else has caught, in any thread, and tells it once at a time."""

    happened = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._telling = False
        self.happened.connect(self.tell)

    def watch(self) -> None:
        """Takes the place of Python's own report on a terminal that nobody sees."""
        sys.excepthook = self._caught
        threading.excepthook = lambda fault: self._caught(
            fault.exc_type, fault.exc_value, fault.exc_traceback
        )

    def tell(self, fault: BaseException, did: Text | None = None) -> None:
        """Saves the design beside and shows the report."""
        if self._telling:
            return
        self._telling = True
        try:
            FaultDialog(self._window, fault, did).exec()
        finally:
            self._telling = False

    def _caught(
        self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, fault or kind(), trace)
        if fault and not isinstance(fault, KeyboardInterrupt):
            self.happened.emit(fault)


class FaultDialog(QDialog):
    """What happened in a sentence, where the design is, and the report with a button that copies it."""

    def __init__(self, window: MainWindow, fault: BaseException, did: Text | None = None) -> None:
        super().__init__(window)
        look, design = window.look, window.editor.design
        self.place = None if window.editor.is_saved else rescued(design, window.path, window.keeping.key)
        self.report = QPlainTextEdit(report_of(fault), self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.setWindowTitle(look.said(TITLE))
        self.report.setAccessibleName(look.said(text("Report of the fault")))
        fit_to_screen(self, 640, 420)
        title = text("“{command}” stopped because of a fault in the program", command=did) if did else TITLE
        says = _saved_as(self.place) if self.place else KEPT
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(heading(look, title, says, self))
        column.addWidget(self.report, 1)
        note = QLabel(look.said(text("The report holds no name, address or other word of the design.")), self)
        note.setWordWrap(True)
        column.addWidget(note)
        self.copy, close = QPushButton(self), QPushButton(self)
        self.copy.setText(look.said(text("Copy the report")))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        close.setText(look.said(text("Go on")))
        close.setProperty("weight", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(close)
        column.addLayout(buttons)


def _saved_as(place: Path) -> Text:
    return text(
        "Your design is as it was before. To be safe it was also saved as {path}. Go on, or close the window and start "
        "again; what is not saved is offered then.",
        path=str(place),
    )
