"""Live findings: one thread checks the design beside the window and follows every change."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Signal

from planners.pace import breathe
from widgets.marks import Marks, marks_of
from widgets.qt.courtesy import COURTESY
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.rules.finding import Finding

if TYPE_CHECKING:
    from workbench.rules.engine import Checking

State = Literal["waiting", "checking", "complete", "not run"]
STRIDE: Final = 400
"""Jobs between two looks at what the window wants."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known of a design: complete, or so far."""

    design: Design | None = None
    found: tuple[Finding, ...] = ()
    marks: Marks = field(default_factory=dict)
    state: State = "waiting"
    done: int = 0
    total: int = 0
    paths: State = "waiting"
    """How far the rules about paths are, which come after the others."""

    @property
    def is_complete(self) -> bool:
        """Whether every rule was asked."""
        return self.state == self.paths == "complete"

    def tells_the_same(self, other: Findings) -> bool:
        """Whether the findings are those that another told, of the same design."""
        return self.design is other.design and self.found is other.found

    @property
    def is_checking(self) -> bool:
        """Whether some rules are being asked."""
        return "checking" in (self.state, self.paths)

    @property
    def is_stopped(self) -> bool:
        """Whether some rules were not run since somebody stopped them."""
        return "not run" in (self.state, self.paths)


class LiveFindings(QObject):
    """Posts what is found as values; the window's thread only notes changes."""

    posted = Signal(object)
    failed = Signal(object)

    def __init__(self, design: Design, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Condition()
        self._steps: deque[tuple[Change, Design]] = deque()
        self._first = design
        self._last = Findings()
        self._cancelled = False
        self._ended = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to check; called once, after the window is shown."""
        self._thread = threading.Thread(target=self._run, name="findings", daemon=True)
        self._thread.start()

    def follow(self, change: Change, design: Design) -> None:
        """Notes a change; what it touches is checked again, also after a stop."""
        with self._lock:
            self._steps.append((change, design))
            self._cancelled = False
            self._lock.notify()

    def cancel(self) -> None:
        """Stops the check that runs; the next change begins it again."""
        with self._lock:
            self._cancelled = True
            self._lock.notify()

    def resume(self) -> None:
        """Goes on where the check was stopped."""
        with self._lock:
            self._cancelled = False
            self._lock.notify()

    def end(self) -> None:
        """Stops for good and waits until the thread has."""
        with self._lock:
            self._ended = True
            self._lock.notify()
        if self._thread:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._follow_on()
        except Exception as wrong:
            # A rule with a fault must not leave the list looking checked.
            self.posted.emit(Findings(state="not run"))
            self.failed.emit(wrong)

    def _follow_on(self) -> None:
        # The rules are read in here, so that the window need not wait for them; it is told that work has begun.
        self.posted.emit(Findings(state="checking"))
        from workbench.reachability.keeper import KEEPER
        from workbench.rules.engine import Checking

        checking = Checking(self._first, keeper=KEEPER)
        while not self._ended:
            self._take(checking)
            self._check(checking)
            with self._lock:
                while not (self._ended or self._steps or (self._waits(checking) and not self._cancelled)):
                    self._lock.wait()

    def _take(self, checking: Checking) -> None:
        with self._lock:
            steps = list(self._steps)
            self._steps.clear()
        for change, design in steps:
            checking.follow(change, design)

    def _check(self, checking: Checking) -> None:
        total = checking.waiting
        waiting = total
        if waiting and not self._is_stopped():
            self.posted.emit(Findings(state="checking", total=total))
        while waiting and not self._is_stopped():
            left = [STRIDE]
            with COURTESY.at_work():
                checking.work_quickly(partial(self._is_due, left))
            waiting = checking.waiting
            if waiting and not self._is_stopped():
                self.posted.emit(Findings(state="checking", done=total - waiting, total=total))
        if self._ended or self._steps:
            return
        if waiting:
            self.posted.emit(Findings(state="not run", done=total - waiting, total=total, paths="not run"))
            return
        self._check_paths(checking, total)

    def _check_paths(self, checking: Checking, total: int) -> None:
        """The rules about paths, after the others are told; what they had found stays listed while they are asked."""
        if checking.waiting_for_paths and not self._cancelled:
            self._post(checking, total, "checking")
            with COURTESY.at_work():
                checking.work_paths(self._is_stopped)
        if self._ended or self._steps:
            return
        if checking.waiting_for_paths:
            checking.let_go_of_paths()
            self._post(checking, total, "not run")
            return
        self._post(checking, total, "complete")

    def _post(self, checking: Checking, total: int, paths: State) -> None:
        found, last = checking.findings, self._last
        marks = last.marks if last.found is found else marks_of(found)
        self._last = Findings(checking.design, found, marks, "complete", total, total, paths)
        self.posted.emit(self._last)

    def _is_due(self, left: list[int]) -> bool:
        breathe()
        left[0] -= 1
        return left[0] < 0 or self._is_stopped()

    def _is_stopped(self) -> bool:
        return self._ended or self._cancelled or bool(self._steps)

    def _waits(self, checking: Checking) -> bool:
        return bool(checking.waiting or checking.waiting_for_paths)
