"""Somebody goes through every menu entry, imports, exports and edits; prints what of the long work ran on the window's thread.

Python tells of every call on that thread; those to long work are noted by name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import planners.addresses
import planners.layout
from tools.samples.generated import SIZES, generated
from widgets.look import Look
from widgets.shell.run import furnish, made_application
from widgets.shell.window import MainWindow
from workbench import exporters
from workbench.commands.command import commands
from workbench.edits.fields import rename
from workbench.exporters.export import export
from workbench.importers.accelerator import plan_import
from workbench.importers.addresses import plan_addresses
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.addresses import address_plan
from workbench.planning.renumbering import renumberings
from workbench.planning.renumbering.making_room import room_made
from workbench.reachability.synthesis import curved, realised
from workbench.rules.engine import Checking, fresh_findings
from workbench.storage import files
from workbench.storage.opening import Opened
from workbench.texts import text
from workbench.words import Words

LONGEST = 60_000


def long_work() -> Iterator[Callable[..., Any]]:
    """Every planner, importer and exporter, the full check, and reading and writing of files."""
    yield from (
        address_plan,
        renumberings,
        room_made,
        planners.addresses.plan,
        planners.layout.arrange,
        plan_import,
        plan_addresses,
        curved,
        realised,
        export,
        fresh_findings,
    )
    yield from (Checking.work, files.open_design, files.save_design)
    yield from (exporter.files for exporter in exporters.exporters().values())


class Watch:
    """Notes the long work that the thread it is started on does."""

    def __init__(self) -> None:
        self.codes: dict[CodeType, str] = {made.__code__: made.__qualname__ for made in long_work()}
        self.seen: dict[str, str] = {}
        self.doing = ""

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in self.codes:
            self.seen.setdefault(self.codes[frame.f_code], self.doing)


def main(folder: Path) -> None:
    """Works on a design of thirty VPCs for a while."""
    path = folder / "M.lzd"
    design = generated(SIZES["M"]).adding(
        AddressRequest(id="ask", name=Words("One more", "再要一个"), hosts=200)
    )
    files.save_design(design, path)
    application = made_application()
    watch = Watch()
    sys.setprofile(watch)
    window = MainWindow(Look("en", "light"))
    window.show()
    furnish(window, path)
    _until(lambda: window._furnished and window.rooms.findings.findings.is_complete)
    window.desk.open_window = lambda path=None: None  # type: ignore[method-assign]
    closing = QTimer(window)
    closing.timeout.connect(_answer)
    closing.start(60)
    for command in commands():
        watch.doing = command.id
        if window.editor.design != design:
            window.lay_out(Opened(design))
        window.editor.select([design.of_kind(VSwitch)[3].id])
        window.pick(command.id)
        QTest.qWait(40)
    watch.doing = "an edit"
    window.lay_out(Opened(design))
    vswitch = window.editor.design.of_kind(VSwitch)[5].id
    window.editor.perform(text("Rename"), rename(vswitch, "another", "en"))
    _until(lambda: window.rooms.findings.findings.is_complete)
    closing.stop()
    sys.setprofile(None)
    for name, doing in sorted(watch.seen.items()):
        print(f"{name} at {doing}")
    print("looked for", len(watch.codes), flush=True)
    # The screen that is none keeps what was copied for longer than Python lives.
    QApplication.clipboard().clear()
    window.editor.mark_saved(window.editor.design)
    window.close()
    application.quit()


def _answer() -> None:
    """Does what a dialog offers to do, or closes it."""
    for widget in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if widget:
            _go_on(widget)


def _go_on(widget: QWidget) -> None:
    offered = [
        b for b in widget.findChildren(QPushButton) if b.isEnabled() and b.property("weight") == "primary"
    ]
    if offered and not widget.property("answered"):
        widget.setProperty("answered", True)
        offered[0].click()
    else:
        widget.close()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(LONGEST // 20):
        if done():
            return
        QTest.qWait(20)
    raise TimeoutError


if __name__ == "__main__":
    main(Path(sys.argv[1]))
