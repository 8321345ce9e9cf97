"""A long day at the window in little time: edits, undos, exports. Prints the memory along the way, in MB."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from widgets.look import Look
from widgets.painting.painter import QtPainter
from widgets.qt.housekeeping import Housekeeping
from widgets.qt.work import Work
from widgets.shell.run import found, made_application
from widgets.shell.window import MainWindow
from workbench.edits.fields import rename, set_fields
from workbench.edits.removing import remove
from workbench.exporters.export import export
from workbench.model.elements.vswitch import VSwitch
from workbench.texts import text

UNDO_EVERY, EXPORT_EVERY = 25, 100
HARMLESS = ("This plugin does not support",)


def main(path: Path, out: Path, edits: int, seed: int) -> None:
    """So many edits on a design, with an undo after every 25 and an export after every 100."""
    warnings: list[str] = []
    qInstallMessageHandler(lambda kind, _, said: _note(warnings, kind, said))
    application = made_application()
    window = MainWindow(Look("en", "light"))
    window.show()
    window.lay_out(found(path).opened)
    # As in the program: Python itself looks for no garbage.
    Housekeeping(window)
    dice = random.Random(seed)
    # What exports and the other language read once is there before memory is looked at.
    _export(window, out)
    window.pick("view.chinese")
    for number in range(1, edits + 1):
        _edit(window, dice, number)
        if number % UNDO_EVERY == 0:
            window.pick("edit.undo")
        if number % EXPORT_EVERY == 0:
            _export(window, out)
            window.pick(dice.choice(["view.chinese", "view.english", "view.dark", "view.fit"]))
        if number % 10 == 0:
            _rest(application, window)
        if number % max(edits // 10, 1) == 0:
            print("memory", number, round(_resident(), 1), flush=True)
    print("warnings", len(warnings), *warnings[:5], sep="\t", flush=True)
    window.editor.mark_saved(window.editor.design)
    window.close()


def _edit(window: MainWindow, dice: random.Random, number: int) -> None:
    editor = window.editor
    ids = sorted(element.id for element in editor.design)
    chosen = dice.choice(ids)
    editor.select([chosen])
    kind = dice.random()
    if kind < 0.6:
        editor.perform(text("Rename"), rename(chosen, f"name {number}", "en"))
    elif kind < 0.9:
        vswitch = dice.choice(editor.design.of_kind(VSwitch)).id
        block = f"10.{dice.randrange(256)}.{dice.randrange(256)}.0/24"
        editor.perform(text("Block"), set_fields([vswitch], block=block))
    else:
        leaf = next(id for id in reversed(ids) if not editor.design.children(id))
        editor.perform(text("Delete"), remove([leaf]))
        window.pick("edit.undo")


def _export(window: MainWindow, out: Path) -> None:
    design = window.editor.design
    work = Work(lambda progress: export(design, ["svg", "xlsx"], ["en"], out, QtPainter, progress), window)
    work.start()
    work.wait()
    work.deleteLater()


def _rest(application: QApplication, window: MainWindow) -> None:
    """Lets the window catch up, as it does between two things a person does."""
    rooms = window.rooms
    for _ in range(400):
        application.processEvents()
        if rooms.findings.findings.is_complete:
            break
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _note(warnings: list[str], kind: QtMsgType, said: str) -> None:
    if kind != QtMsgType.QtDebugMsg and not said.startswith(HARMLESS):
        warnings.append(said)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
