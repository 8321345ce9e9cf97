"""A thread beside the window stands back where it breathes as long as the window's thread is busy, and no longer."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planners.pace import at_pace, breathe
from widgets.qt.courtesy import LONGEST, Courtesy

BUSY = 0.15


class Counting:
    """A thread that counts and breathes."""

    def __init__(self, courtesy: Courtesy) -> None:
        self.count = 0
        self.ends = threading.Event()
        self._courtesy = courtesy
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        with self._courtesy.at_work():
            while not self.ends.is_set():
                self.count += 1
                breathe()
                time.sleep(0.0005)


@pytest.fixture
def courtesy(qapp: QApplication) -> Courtesy:
    found = Courtesy()
    found.attend(qapp)
    return found


@pytest.fixture
def counting(courtesy: Courtesy) -> Iterator[Counting]:
    thread = Counting(courtesy)
    yield thread
    thread.ends.set()
    thread.thread.join()


def test_while_the_window_turns_the_thread_goes_on(qtbot: QtBot, counting: Counting) -> None:
    before = counting.count

    qtbot.waitUntil(lambda: counting.count > before + 50)


def test_while_the_window_is_busy_the_thread_waits(qtbot: QtBot, counting: Counting) -> None:
    qtbot.waitUntil(lambda: counting.count > 50)

    time.sleep(BUSY / 3)
    before = counting.count
    time.sleep(BUSY)
    during = counting.count - before
    qtbot.waitUntil(lambda: counting.count > before + 50)

    assert during <= 1


def test_a_window_that_does_not_turn_stops_nobodys_work(qtbot: QtBot, counting: Counting) -> None:
    qtbot.waitUntil(lambda: counting.count > 50)
    before = counting.count

    time.sleep(2 * LONGEST)

    assert counting.count > before + 20


def test_where_nobody_listens_to_the_window_nobody_waits() -> None:
    courtesy = Courtesy()

    with courtesy.at_work():
        start = time.perf_counter()
        breathe()

    assert time.perf_counter() - start < LONGEST


def test_to_breathe_asks_only_the_thread_that_said_so() -> None:
    asked: list[str] = []

    breathe()
    with at_pace(lambda: asked.append("in")):
        breathe()
        other = threading.Thread(target=breathe)
        other.start()
        other.join()
    breathe()

    assert asked == ["in"]
