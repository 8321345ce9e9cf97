"""Opening and saving are done beside the window: it goes on meanwhile, and nothing is lost by that."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.storage.test_journal_versions import line
from tests.widgets.desk import LEFT, Room, landing_zone
from tests.widgets.shell.test_safekeeping import OTHER, crash, home, path, renamed
from tests.widgets.shell.test_window import answers
from widgets.shell.recover_dialog import RecoverDialog
from widgets.shell.waiting import WaitingDialog, WaitingPlate
from workbench.storage.claim import Claim, beside, claimed
from workbench.storage.files import open_design
from workbench.storage.opening import opened

__all__ = ["home", "path"]  # fixtures


class SlowDisk:
    """A disk that keeps every forced write and every opening of some files waiting until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.threads: list[threading.Thread] = []
        self.reached, self.go = threading.Event(), threading.Event()
        force, unwatched = os.fsync, io.open

        def fsync(handle: int) -> None:
            if threading.current_thread().name == "work":
                self._hold()
            force(handle)

        def opening(file: Any, *arguments: Any, **named: Any) -> Any:
            if str(file).endswith(".lzd"):
                self.threads.append(threading.current_thread())
                if threading.current_thread().name == "work":
                    self._hold()
            return unwatched(file, *arguments, **named)

        monkeypatch.setattr(os, "fsync", fsync)
        monkeypatch.setattr(io, "open", opening)
        monkeypatch.setattr("builtins.open", opening)

    def _hold(self) -> None:
        self.reached.set()
        assert self.go.wait(20)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    disk = SlowDisk(monkeypatch)
    yield disk
    disk.go.set()


@pytest.fixture
def opened_room(room: Room, path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A window with the design of a file in it, changed since."""
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    room.window.pick("file.open")
    room.editor = room.window.editor
    renamed(room, "mine")
    return room


def meanwhile(room: Room, slow: SlowDisk, *acts: Callable[[], object]) -> list[object]:
    """Does things one after the other in the window while the disk is slow; what each gives, once they were done."""
    waiting, gave = list(acts), list[object]()

    def act() -> None:
        if not slow.reached.is_set() or not room.window.findChildren(WaitingPlate):
            QTimer.singleShot(20, room.window, act)
        elif waiting:
            QTimer.singleShot(20, room.window, act)
            gave.append(waiting.pop(0)())

    QTimer.singleShot(0, room.window, act)
    return gave


def held_claims() -> list[str]:
    """The locks of claims that this program holds."""
    handles = [one for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    return sorted(where for one in handles if "/claims/" in (where := str(one.readlink())))


def name_in(path: Path) -> str:
    return open_design(path).design["vpc-a"].name.en


def test_a_file_is_read_and_written_in_another_thread_than_the_windows(
    room: Room, path: Path, monkeypatch: pytest.MonkeyPatch, slow: SlowDisk
) -> None:
    slow.go.set()
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)

    room.window.pick("file.open")
    read = len(slow.threads)
    room.editor = room.window.editor
    renamed(room, "mine")
    room.window.pick("file.save")

    assert read
    assert len(slow.threads) > read
    assert threading.main_thread() not in slow.threads
    assert room.editor.is_saved
    assert name_in(path) == "mine"


def test_the_window_goes_on_while_a_slow_disk_saves(opened_room: Room, slow: SlowDisk) -> None:
    beats: list[float] = []
    timer = QTimer(opened_room.window, interval=5)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    QTimer.singleShot(600, slow.go.set)

    opened_room.window.pick("file.save")

    timer.stop()
    assert opened_room.editor.is_saved
    assert len(beats) > 20


def test_what_is_changed_while_it_is_saved_stays_marked_and_is_saved_by_the_second_save(
    opened_room: Room, slow: SlowDisk, path: Path
) -> None:
    room, states = opened_room, list[tuple[bool, str]]()

    def wrote() -> None:
        slow.go.set()

    meanwhile(room, slow, lambda: renamed(room, "later"), wrote)
    room.window.pick("file.save")
    states.append((room.editor.is_saved, name_in(path)))
    slow.go.clear()
    slow.reached.clear()
    meanwhile(
        room,
        slow,
        lambda: renamed(room, "last"),
        lambda: room.window.pick("file.save"),
        lambda: room.window.pick("file.save"),
        wrote,
    )
    room.window.pick("file.save")
    room.qtbot.waitUntil(lambda: room.editor.is_saved)

    assert states == [(False, "mine")]
    assert name_in(path) == "last"
    assert room.window.isWindowModified() is False


def test_closing_while_it_is_saved_waits_and_then_asks_about_what_came_later(
    opened_room: Room, slow: SlowDisk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = opened_room
    asked = answers(room, monkeypatch, "")
    QTimer.singleShot(800, slow.go.set)

    gave = meanwhile(room, slow, lambda: renamed(room, "later"), room.window.close)
    room.window.pick("file.save")

    assert gave == [None, False]
    assert len(asked) == 1
    assert room.window.isVisible()
    assert not room.editor.is_saved
    assert name_in(path) == "mine"


def test_closing_while_everything_is_being_saved_closes_once_it_is(
    opened_room: Room, slow: SlowDisk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(opened_room, monkeypatch, "")
    QTimer.singleShot(800, slow.go.set)

    gave = meanwhile(opened_room, slow, opened_room.window.close)
    opened_room.window.pick("file.save")

    assert gave == [True]
    assert asked == []
    assert name_in(path) == "mine"


def test_a_save_that_is_stopped_leaves_the_file_and_the_mark(
    opened_room: Room, slow: SlowDisk, path: Path
) -> None:
    room = opened_room
    before = sorted(entry.name for entry in path.parent.iterdir())

    def stop() -> None:
        plate = room.window.findChild(WaitingPlate)
        assert plate
        QTest.mouseClick(plate.waiting.cancel, LEFT)
        slow.go.set()

    meanwhile(room, slow, stop)
    room.window.pick("file.save")

    assert room.window.status.said == "zone.lzd was not saved; the file on disk is unchanged."
    assert not room.editor.is_saved
    assert open_design(path).design == landing_zone()
    assert sorted(entry.name for entry in path.parent.iterdir()) == before


def test_an_opening_that_is_stopped_leaves_the_present_design_and_lets_the_file_go(
    room: Room, path: Path, monkeypatch: pytest.MonkeyPatch, slow: SlowDisk
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    before = room.window.editor.design

    def stop() -> None:
        dialog = room.window.findChild(WaitingDialog)
        if dialog is None:
            QTimer.singleShot(20, stop)
            return
        assert not room.window.close()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        slow.go.set()

    QTimer.singleShot(0, stop)
    room.window.pick("file.open")

    assert room.window.editor.design is before
    assert room.window.status.said == "zone.lzd was not opened."
    held = claimed(path)
    assert isinstance(held, Claim)
    held.end()


@pytest.mark.skipif(sys.platform != "linux", reason="looks at handles as Linux tells them")
def test_a_file_claimed_in_one_thread_is_let_go_in_another(path: Path) -> None:
    found: list[Any] = []
    before = held_claims()
    thread = threading.Thread(target=lambda: found.append(opened(path)))
    thread.start()
    thread.join()

    meanwhile = held_claims()
    found[0].claim.end()

    assert len(meanwhile) == len(before) + 1
    assert held_claims() == before


def test_whether_somebody_took_the_file_over_is_looked_up_in_another_thread(
    opened_room: Room, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, real = list[threading.Thread](), io.open

    def opening(file: Any, *arguments: Any, **named: Any) -> Any:
        if str(file) == str(beside(path)):
            threads.append(threading.current_thread())
        return real(file, *arguments, **named)

    beside(path).write_text(json.dumps(OTHER))
    monkeypatch.setattr(io, "open", opening)
    QApplication.sendEvent(opened_room.window, QEvent(QEvent.Type.ActivationChange))
    opened_room.qtbot.waitUntil(lambda: "taken this design over" in opened_room.window.rooms.banner.text())

    assert threads
    assert threading.main_thread() not in threads


def test_what_a_crash_left_is_read_in_another_thread_and_what_cannot_be_is_told(
    room: Room, home: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(path)
    (kept,) = (home / "state" / "journals").glob("*.lzd-journal")
    newer = line({"format": "landing-zone-journal", "version": 99, "path": ""})
    (kept.parent / "newer.lzd-journal").write_bytes(newer)
    threads, real = list[threading.Thread](), io.open
    shown: list[list[str]] = []

    def opening(file: Any, *arguments: Any, **named: Any) -> Any:
        if str(file).endswith(".lzd-journal"):
            threads.append(threading.current_thread())
        return real(file, *arguments, **named)

    def look(dialog: RecoverDialog) -> int:
        shown.extend([label.text() for label in card.findChildren(QLabel)] for card in dialog.cards)
        assert [card.recover is None for card in dialog.cards] == [True, False]
        return dialog.result()

    monkeypatch.setattr(io, "open", opening)
    monkeypatch.setattr(RecoverDialog, "exec", look)
    room.window.pick("file.recover")

    assert threads
    assert threading.main_thread() not in threads
    assert "Changes that cannot be read" in shown[0]
    assert any("newer version of the workbench" in line for line in shown[0])
    assert "zone.lzd" in shown[1]
