"""Work of the window's thread is done a little at a time, and what it waits for is done in between."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from widgets.qt.slices import SLICE, Slices, run_through, until_last


def counting(seen: list[int], up_to: int, takes: float = 0.0) -> Iterator[None]:
    for number in range(up_to):
        time.sleep(takes)
        seen.append(number)
        yield


def test_events_are_answered_between_two_slices(qtbot: QtBot) -> None:
    seen: list[int] = []
    answered: list[int] = []
    slices = Slices()

    slices.begin(counting(seen, 6, takes=SLICE))
    QTimer.singleShot(0, lambda: answered.append(len(seen)))
    qtbot.waitUntil(lambda: not slices.at_work)

    assert seen == list(range(6))
    assert answered[0] < 6


def test_what_comes_afterwards_comes_once_and_at_the_end(qtbot: QtBot) -> None:
    seen: list[int] = []
    then: list[int] = []
    slices = Slices()

    slices.begin(counting(seen, 3), lambda: then.append(len(seen)))
    qtbot.waitUntil(lambda: bool(then))

    assert then == [3]


def test_what_is_begun_anew_takes_the_place_of_what_was_there(qtbot: QtBot) -> None:
    first: list[int] = []
    second: list[int] = []
    slices = Slices()
    slices.begin(counting(first, 3))

    slices.begin(counting(second, 3))
    qtbot.waitUntil(lambda: not slices.at_work)

    assert (first, second) == ([], [0, 1, 2])


def test_what_is_finished_is_done_at_once(qtbot: QtBot) -> None:
    seen: list[int] = []
    then: list[str] = []
    slices = Slices()
    slices.begin(counting(seen, 3), lambda: then.append("then"))

    slices.finish()

    assert (seen, then, slices.at_work) == ([0, 1, 2], ["then"], False)


def test_what_is_dropped_is_never_done(qtbot: QtBot) -> None:
    seen: list[int] = []
    slices = Slices()
    slices.begin(counting(seen, 3))

    slices.drop()
    slices.finish()
    qtbot.wait(20)

    assert (seen, slices.at_work) == ([], False)


def test_work_that_asks_for_its_own_end_goes_on(qtbot: QtBot) -> None:
    slices = Slices()
    seen: list[int] = []

    def asking() -> Iterator[None]:
        slices.finish()
        seen.append(1)
        yield

    slices.begin(asking())
    qtbot.waitUntil(lambda: not slices.at_work)

    assert seen == [1]


def test_work_that_breaks_has_ended_and_the_next_begins(qtbot: QtBot) -> None:
    def broken() -> Iterator[None]:
        yield
        raise KeyError

    seen: list[int] = []
    slices = Slices()
    slices.begin(broken())

    with pytest.raises(KeyError):
        slices.finish()
    ended = not slices.at_work
    slices.begin(counting(seen, 2))
    slices.finish()

    assert ended
    assert seen == [0, 1]


def test_steps_go_on_until_one_says_it_was_the_last() -> None:
    left = [3, 2, 1, 0]

    run_through(until_last(lambda: bool(left.pop(0))))

    assert left == []
