"""Old garbage is looked for after a long rest and while another program is in front, never in the middle of work."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.qt import housekeeping
from widgets.qt.housekeeping import LONG, MANY, YOUNG, Housekeeping


@pytest.fixture
def looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The long looks through everything, as Python tells of them."""
    was_on, seen = gc.isenabled(), []

    def told(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            seen.append(info["generation"])

    monkeypatch.setattr(housekeeping, "WORTH", 0)
    gc.callbacks.append(told)
    yield seen
    gc.callbacks.remove(told)
    gc.unfreeze()
    if was_on:
        gc.enable()


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def rested(keeper: Housekeeping, times: int) -> None:
    for _ in range(times):
        keeper._look()


def test_a_long_rest_is_used_and_a_short_one_is_not(looks: list[int], owner: QObject) -> None:
    keeper = Housekeeping(owner)
    rested(keeper, 2)

    rested(keeper, LONG - 3)
    short = len(looks)
    rested(keeper, 3)

    assert short == 0
    assert looks


def test_work_in_between_begins_the_rest_anew(
    looks: list[int], owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Housekeeping(owner)
    rested(keeper, LONG - 1)
    spent = time.thread_time() + 10.0
    monkeypatch.setattr(housekeeping, "thread_time", lambda: spent)

    rested(keeper, LONG)

    assert looks == []


def test_another_program_in_front_is_a_chance(looks: list[int], owner: QObject) -> None:
    keeper = Housekeeping(owner)

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)

    assert looks
    assert keeper


def test_python_itself_looks_for_nothing_in_whatever_thread_it_is(looks: list[int], owner: QObject) -> None:
    keeper = Housekeeping(owner)
    told: list[str] = []
    gc.callbacks.append(lambda phase, info: told.append(phase))

    made = circles(200_000)

    gc.callbacks.pop()
    assert keeper
    assert len(made) == 200_000
    assert told == []


def test_what_is_young_is_looked_through_now_and_then(looks: list[int], owner: QObject) -> None:
    keeper = Housekeeping(owner)
    told: list[int] = []
    gc.callbacks.append(lambda phase, info: told.append(info["generation"]))

    circles(2 * YOUNG)
    keeper._look()

    gc.callbacks.pop()
    assert set(told) == {0}
    assert looks == []


@pytest.mark.parametrize("parts", [1, 4])
def test_so_much_that_a_look_would_be_felt_is_set_aside(
    parts: int, looks: list[int], owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Housekeeping(owner)
    rested(keeper, 1)
    busy = iter(range(10, 100))
    monkeypatch.setattr(housekeeping, "thread_time", lambda: float(next(busy)))
    told: list[int] = []
    gc.callbacks.append(lambda phase, info: told.append(info["generation"]))

    made = []
    for _ in range(parts):
        made.append(circles(MANY // parts + 1))
        keeper._look()

    gc.callbacks.pop()
    assert len(told) == 2 * (parts - 1)
    assert gc.get_count()[0] < YOUNG
    assert not any(one is made for one in gc.get_objects())


def test_what_was_set_aside_is_looked_through_while_another_program_is_in_front(
    looks: list[int], owner: QObject
) -> None:
    keeper = Housekeeping(owner)
    circles(MANY + 1)
    keeper._look()
    aside = gc.get_freeze_count()

    keeper._gone_or_back(Qt.ApplicationState.ApplicationInactive)

    assert aside > MANY
    assert gc.get_freeze_count() < aside


def circles(count: int) -> list[list[object]]:
    """Lists that name themselves."""
    made: list[list[object]] = []
    for _ in range(count):
        circle: list[object] = []
        circle.append(circle)
        made.append(circle)
    return made
