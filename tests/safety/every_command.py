"""Somebody goes through every entry of every menu; whatever opens is looked at and closed. Prints how many entries there were."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from widgets.look import Look
from widgets.shell.run import found, made_application
from widgets.shell.window import MainWindow
from workbench import offline
from workbench.commands.command import commands


def main(path: Path, out: Path) -> None:
    """Picks every command there is, then exports everything."""
    offline.watch()
    application = made_application()
    window = MainWindow(Look("en", "light"))
    window.show()
    window.lay_out(found(path).opened)
    # Another window is the same program once more; one of them is enough to look at.
    window.desk.open_window = lambda path=None: None  # type: ignore[method-assign]
    closing = QTimer(window)
    closing.timeout.connect(_close)
    closing.start(60)
    for command in commands():
        window.editor.select([next(iter(window.editor.design)).id])
        window.pick(command.id)
        QTest.qWait(20)
    closing.stop()
    _export(window, out)
    print(len(commands()), len(offline.opened_sockets() or ()), flush=True)
    window.editor.mark_saved(window.editor.design)
    window.close()
    application.quit()


def _close() -> None:
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if widget:
            widget.close()


def _export(window: MainWindow, out: Path) -> None:
    from widgets.painting.painter import QtPainter
    from workbench.exporters import exporters
    from workbench.exporters.export import export

    export(window.editor.design, list(exporters()), ["en"], out, QtPainter)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
