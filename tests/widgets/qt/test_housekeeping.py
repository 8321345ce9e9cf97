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
from widgets.qt.housekeeping import LONG, Housekeeping


@pytest.fixture
def looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The long looks through everything, as Python tells of them."""
    before, seen = gc.get_threshold(), []

    def told(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            seen.append(info["generation"])

    monkeypatch.setattr(housekeeping, "WORTH", 0)
    gc.callbacks.append(told)
    yield seen
    gc.callbacks.remove(told)
    gc.set_threshold(*before)
    gc.unfreeze()


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


def test_pythons_own_looks_are_at_what_is_young(looks: list[int], owner: QObject) -> None:
    Housekeeping(owner)

    circles: list[list[object]] = []
    for _ in range(200_000):
        circle: list[object] = []
        circle.append(circle)
        circles.append(circle)

    assert len(circles) == 200_000
    assert looks == []
