"""Starts the window."""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from widgets.look import Look
from widgets.qt.courtesy import COURTESY, TURN
from widgets.qt.housekeeping import Housekeeping
from widgets.qt.work import Work
from widgets.shell.window import MainWindow
from workbench.preferences import SCALES, NotKept, prefer, preferences
from workbench.texts import Language, Text

if TYPE_CHECKING:
    from workbench.storage.opening import Opened


STYLE: Final = "fusion"
"""The one style of Qt's that looks the same on every system and takes its colours from the palette."""


class Found(NamedTuple):
    """What there is to show at the start; `wrong` says why it is not what was asked for.

    `left` tells that a crash left something, `sealed` names a file that still needs its password.
    """

    opened: Opened
    wrong: Text | None = None
    left: bool = False
    sealed: Path | None = None


def run(path: Path | None) -> int:
    """Shows the design of a file, or an empty one, until the window is closed; the exit code of the program."""
    liked = preferences()
    # Everything of the window grows alike; the program has to know before Qt does.
    if liked.scale != SCALES[0] and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(liked.scale / 100)
    application = made_application()
    sys.setswitchinterval(TURN)
    window = MainWindow(Look(liked.language or system_language(), liked.theme or system_theme()))
    window.look.changed.connect(lambda: _remember(window))
    window.seen.connect(lambda: furnish(window, path))
    window.show()
    ended = application.exec()
    window.wait()
    return ended


def furnish(window: MainWindow, path: Path | None) -> None:
    """Lays the design of a file out in a window that is seen already; reads it, and all that knows designs, beside it."""
    # What goes wrong here is a fault of the program and ends in Qt's hook for errors, like any other.
    work = Work(lambda progress: found(path), window)
    work.done.connect(lambda read: _laid_out(window, read))
    work.failed.connect(_raised)
    work.start()


def found(path: Path | None) -> Found:
    """The design of a file, an empty one where there is no file or a broken one; reads the core on the way."""
    from workbench.patterns import begun
    from workbench.storage.format import BrokenFile
    from workbench.storage.journal import is_anything_left
    from workbench.storage.opening import Opened, opened
    from workbench.storage.sealing import Sealed

    _read_core()
    left = is_anything_left()
    if path is None:
        return Found(Opened(begun("empty", "standard")), left=left)
    try:
        found = opened(path)
        # What the window asks of the design goes through its indexes: they are made here, beside it.
        found.design.children("")
        return Found(found, left=left)
    except Sealed:
        return Found(Opened(begun("empty", "standard")), left=left, sealed=path)
    except BrokenFile as wrong:
        return Found(Opened(begun("empty", "standard")), wrong.text, left)


def made_application() -> QApplication:
    """The application, set up before its first window."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # Named as an argument: a style that Python asks for costs a tenth of the time to the first window.
    application = QApplication.instance() or QApplication([sys.argv[0], "-style", STYLE])
    assert isinstance(application, QApplication)
    application.setApplicationName("Landing Zone Workbench")
    COURTESY.attend(application)
    return application


def system_language() -> Language:
    """The language of the system where the program speaks it, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def system_theme() -> Literal["light", "dark"]:
    """The colours the system asks for, light where it asks for none."""
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _remember(window: MainWindow) -> None:
    """Keeps the language and theme that the user went over to."""
    try:
        prefer(language=window.look.language, theme=window.look.theme)
    except NotKept as wrong:
        window.status.say(wrong.text, wrong=True)


def _read_core() -> None:
    """Imports what laying out a design needs, so that the window's thread need not stand still for it."""
    from widgets.canvas.tools import tools
    from widgets.inspector import editors
    from workbench.commands.command import commands

    for module in ("rooms", "actions", "acts", "desk", "editions", "sheets", "status"):
        import_module(f"widgets.shell.{module}")
    import_module("workbench.drawing.build")
    for editor in iter_modules(editors.__path__, f"{editors.__name__}."):
        import_module(editor.name)
    commands()
    tools()


def _read_planning() -> None:
    """Imports what knows nothing of Qt: classes of widgets are made beside the window only while it is bare."""
    for module in (
        "planning.address_map",
        "planning.plan_table",
        "planning.renumbering",
        "edits.addressing",
        "reachability.following",
        "reachability.asking",
        "reachability.question",
        "reachability.told",
    ):
        import_module(f"workbench.{module}")


def _laid_out(window: MainWindow, read: Found) -> None:
    window.lay_out_gently(read.opened, lambda: _tell(window, read))


def _tell(window: MainWindow, read: Found) -> None:
    """Goes over to what is done once a design is shown, and tells what was wrong with the file."""
    from workbench.commands.files import open_path

    window.acts.faults.watch()
    Housekeeping(window)
    # What the address map and asked paths need is read while nobody waits for it; the thread tells nobody, so the window may close.
    threading.Thread(target=_read_planning, daemon=True).start()
    if read.wrong:
        window.desk.show_error(read.wrong)
    if read.sealed:
        open_path(window.desk, read.sealed)
    if read.left:
        window.desk.show_dialog("recover")


def _raised(wrong: Exception) -> None:
    raise wrong
