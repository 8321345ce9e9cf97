"""Work beside the window: how it ends, and that it ends quietly where nobody waits for it any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from widgets.qt.work import Work


def test_a_job_that_ends_tells_what_came_out(qtbot: QtBot) -> None:
    work = Work(lambda progress: 7)
    with qtbot.waitSignal(work.done) as done:
        work.start()

    assert done.args == [7]


def test_a_job_that_fails_tells_what_went_wrong(qtbot: QtBot) -> None:
    work = Work(lambda progress: 1 // 0)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()

    assert isinstance(failed.args[0], ZeroDivisionError)


@pytest.mark.parametrize("tells_how_far", [True, False])
def test_where_whoever_asked_is_gone_the_job_ends_without_a_word(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tells_how_far: bool
) -> None:
    going, gone = threading.Event(), threading.Event()
    wrong: list[object] = []
    over: list[bool] = []
    monkeypatch.setattr(threading, "excepthook", wrong.append)

    def job(progress: Callable[[float], None]) -> Any:
        going.set()
        gone.wait(10)
        if tells_how_far:
            progress(0.5)
        over.append(True)

    work = Work(job)
    work.start()
    going.wait(10)
    thread = work._thread
    shiboken6.delete(work)
    gone.set()
    thread.join(10)

    assert not wrong
    assert over == ([] if tells_how_far else [True])
