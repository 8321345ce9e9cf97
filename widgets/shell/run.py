"""Starts the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from widgets.look import Look
from widgets.shell.window import MainWindow
from workbench.editor import Editor
from workbench.storage.files import open_design
from workbench.storage.format import BrokenFile
from workbench.texts import Language, Text


def run(path: Path | None) -> int:
    """Shows the design of a file, or an empty one, until the window is closed; the exit code of the program."""
    application = made_application()
    editor, found, wrong = _opened(path)
    window = MainWindow(editor, found, Look(system_language()))
    window.show()
    # The rules are read and the checks begin when the window has been painted.
    QTimer.singleShot(0, window.start)
    if wrong:
        QTimer.singleShot(0, lambda: window.desk.show_error(wrong))
    return application.exec()


def made_application() -> QApplication:
    """The application, set up before its first window."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Landing Zone Workbench")
    return application


def system_language() -> Language:
    """The language of the system where the program speaks it, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def _opened(path: Path | None) -> tuple[Editor, Path | None, Text | None]:
    from workbench.patterns import started

    if path is None:
        return Editor(started("empty", "standard")), None, None
    try:
        opened = open_design(path)
    except BrokenFile as wrong:
        return Editor(started("empty", "standard")), None, wrong.text
    return Editor(opened.design, opened.read_only), opened.path, None
