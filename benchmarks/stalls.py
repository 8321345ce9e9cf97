"""Stalls: how long the window's thread stands still while somebody works on an L design, and where.

A timer beats whenever the window's event loop turns; the longest stands are printed with the stack they were seen in.
Goal: none over 50 ms.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.addresses.view import AddressMapView
    from widgets.paths.panel import PathPanel
    from widgets.shell.window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
GOAL = 0.050
BEAT = 2
SHOWN = 6


@dataclass(frozen=True)
class Stand:
    """How long the thread stood still, and how much of that it worked itself: the rest it waited for other threads."""

    stood: float
    worked: float
    stack: str


@dataclass
class Watch:
    """The stands of the window's thread, each under the name of what was being done.

    A timer of the system interrupts a stand once it is too long and notes the stack; another thread that looked into
    the frames of this one would not be safe.
    """

    name: str = "start"
    beat: float = 0.0
    spent: float = 0.0
    stack: str = ""
    worst: dict[str, Stand] = field(default_factory=dict)

    def begin(self, name: str) -> None:
        """From now on stands are counted under this name."""
        self.name = name
        self.turned()

    def turned(self) -> None:
        """Notes that the event loop has turned."""
        now, spent = time.perf_counter(), time.thread_time()
        stood = now - self.beat if self.beat else 0.0
        if self.name not in self.worst or stood > self.worst[self.name].stood:
            self.worst[self.name] = Stand(stood, spent - self.spent, self.stack)
        self.beat, self.spent, self.stack = now, spent, ""
        signal.setitimer(signal.ITIMER_REAL, GOAL)

    def interrupted(self, _: int, frame: FrameType | None) -> None:
        """Notes where a long stand is."""
        self.stack = "".join(traceback.format_stack(frame)[-6:])


def main() -> None:
    """Prints the longest stand of each thing done, and the memory at the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from tools.samples.generated import SIZES, generated
    from widgets.qt.courtesy import TURN
    from widgets.shell.run import furnish, made_application
    from widgets.shell.window import MainWindow
    from workbench.storage.files import save_design

    folder = TemporaryDirectory()
    # What killed programs have left would be offered in a dialog, and nobody is there to answer it.
    os.environ["WORKBENCH_HOME"] = folder.name
    path = Path(folder.name) / "L.lzd"
    save_design(generated(SIZES["L"]), path)
    gc.collect()
    gc.disable()
    application = made_application()  # noqa: F841
    sys.setswitchinterval(TURN)
    window = MainWindow()
    window.show()
    watch = Watch()
    signal.signal(signal.SIGALRM, watch.interrupted)
    timer = QTimer()
    timer.timeout.connect(watch.turned)
    timer.start(BEAT)
    began = time.perf_counter()

    def until(done: Callable[[], bool], longest: float = 60.0) -> None:
        """Lets the window's own loop turn until something holds."""
        loop, looking, end = QEventLoop(), QTimer(), time.perf_counter() + longest
        looking.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > end else None)
        looking.start(BEAT)
        loop.exec()

    def doing(name: str, act: Callable[[], object], settle: float = 0.3) -> None:
        watch.begin(name)
        act()
        end = time.perf_counter() + settle
        until(lambda: time.perf_counter() > end)

    watch.begin("opening")
    furnish(window, path)
    until(lambda: window._furnished)
    rooms = window.rooms
    until(lambda: bool(rooms.area.canvas and rooms.area.canvas.drawing))
    usable = time.perf_counter() - began
    until(lambda: rooms.findings.findings.state == "complete")
    for name, act in steps(window):
        doing(name, act)
        until(lambda: rooms.findings.findings.state == "complete")
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(
        f"L: {len(window.editor.design):,} elements; usable after {usable:.2f} s; memory {_megabytes():,.0f} MB"
    )
    for name, one in watch.worst.items():
        told = f"{one.stood * 1000:6.0f} ms, {one.worked * 1000:4.0f} of them its own work"
        print(f"  {name:<22} longest stand {told}   {one.stood / GOAL:4.1f} of the goal")
    for name, one in sorted(watch.worst.items(), key=lambda pair: -pair[1].stood)[:SHOWN]:
        print(f"\n{name}, {one.stood * 1000:.0f} ms:\n{one.stack.rstrip()}")
    window.editor.mark_saved(window.editor.design)
    window.close()


def steps(window: object) -> list[tuple[str, Callable[[], object]]]:
    """What somebody does, by name."""
    from typing import cast

    from widgets.shell.window import MainWindow
    from workbench.edits.fields import rename
    from workbench.model.elements.vpc import Vpc
    from workbench.model.elements.vswitch import VSwitch
    from workbench.texts import text
    from workbench.words import Words

    shell = cast(MainWindow, window)
    design = shell.editor.design
    vswitch, vpc = design.of_kind(VSwitch)[7].id, design.of_kind(Vpc)[5].id
    bar = shell.rooms.tabs.bar
    new = [Vpc(id=f"brought-{n}", name=Words(en=f"brought in {n * 7919 % 5000}")) for n in range(5000)]
    return [
        ("selecting", lambda: shell.editor.select([vswitch])),
        ("renaming", lambda: shell.editor.perform(text("Rename"), rename(vswitch, "other", "en"))),
        ("renaming a VPC", lambda: shell.editor.perform(text("Rename"), rename(vpc, "other", "en"))),
        ("undo", lambda: shell.pick("edit.undo")),
        ("another sheet", lambda: bar.setCurrentIndex((bar.currentIndex() + 1) % bar.count())),
        ("zoom", lambda: [shell.pick("view.zoom-in") for _ in range(3)]),
        ("show the whole sheet", lambda: shell.pick("view.fit")),
        ("asking for a path", lambda: shell.pick("plan.path")),
        ("a question", lambda: _ask(shell, f"{vswitch} to {design.of_kind(VSwitch)[-9].id} 443")),
        ("the path on the sheet", lambda: _light(shell)),
        ("end of the path", shell.rooms.area.put_out),
        ("searching", lambda: shell.rooms.navigator.search.setText("vsw")),
        ("end of the search", shell.rooms.navigator.search.clear),
        ("Chinese", lambda: shell.pick("view.chinese")),
        ("dark", lambda: shell.pick("view.dark")),
        ("address map", lambda: shell.pick("plan.map")),
        ("nearer on the map", lambda: [shell.pick("view.zoom-in") for _ in range(2)]),
        ("a block of the map", lambda: shell.editor.select([vswitch])),
        ("split on the map", lambda: _map(shell).do("split")),
        ("back to the sheet", lambda: shell.pick("plan.map")),
        ("select all", lambda: shell.pick("edit.select-all")),
        ("5,000 brought in", lambda: shell.editor.perform(text("Import"), lambda now: now.adding(*new))),
        ("one of the 5,000", lambda: shell.editor.select(["brought-17"])),
        ("undo of the 5,000", lambda: shell.pick("edit.undo")),
    ]


def _paths(shell: MainWindow) -> PathPanel:
    found = shell.rooms.path
    assert found
    return found


def _ask(shell: MainWindow, typed: str) -> None:
    """Asks, and lets the window turn until the answer is there."""
    from PySide6.QtWidgets import QApplication

    _paths(shell).ask_for(typed)
    end = time.perf_counter() + 30
    while _paths(shell).answer is None and time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(BEAT / 1000)


def _light(shell: MainWindow) -> None:
    _paths(shell).buttons.show_button.click()


def _map(shell: MainWindow) -> AddressMapView:
    shown = shell.rooms.area.map
    assert shown
    return shown


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
