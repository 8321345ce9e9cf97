"""Somebody draws and saves in a real window until the program is killed; tells on stdout what is done, and when.

Lines: "done COUNT TIME" after a gesture, with the accounts there are then, "saved COUNT TIME" after a save.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from widgets.look import Look
from widgets.shell.run import found, made_application
from widgets.shell.window import MainWindow
from workbench.model.elements.account import Account

LEFT = Qt.MouseButton.LeftButton
STEP = QPoint(70, 40)


def main(path: Path) -> None:
    """Draws an account after the other, and saves after every fifth."""
    application = made_application()
    window = MainWindow(Look("en", "light"))
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window.lay_out(found(path).opened)
    area = window.rooms.area
    while area.canvas is None or area.canvas.drawing is None:
        application.processEvents()
    number = 0
    while True:
        QTest.mouseClick(area.palette_bar.kinds["account"], LEFT)
        view = area.canvas.viewport()
        at = QPoint(120 + number % 5 * 100, 80 + number // 5 % 6 * 60)
        QTest.mousePress(view, LEFT, pos=at)
        QTest.mouseMove(view, at + STEP / 2)
        QTest.mouseMove(view, at + STEP)
        QTest.mouseRelease(view, LEFT, pos=at + STEP)
        number += 1
        drawn = len(window.editor.design.of_kind(Account))
        print("done", drawn, time.time(), flush=True)
        if number % 5 == 0:
            QTest.keySequence(window.focusWidget() or window, "Ctrl+S")
            assert window.editor.is_saved
            print("saved", drawn, time.time(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
