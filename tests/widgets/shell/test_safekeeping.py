"""A window keeps its design safe: recovery, second writers, files changed by others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room, landing_zone
from tests.widgets.shell.test_window import answers
from widgets.look import Look
from widgets.shell.password_dialog import sealing, unlocking
from widgets.shell.recover_dialog import RecoverDialog
from workbench.edits.fields import rename
from workbench.storage import places
from workbench.storage.claim import Claim, beside, claimed
from workbench.storage.files import open_design, save_design
from workbench.storage.journal import left_behind
from workbench.storage.sealing import is_sealed
from workbench.texts import text

OTHER = {"user": "li", "host": "desk", "since": "2026-11-20 09:00", "token": "1"}
CRASHING = """
import os, sys, time
from pathlib import Path
from workbench.storage.files import open_design
from workbench.storage.journal import Journal, left_behind
path = Path(sys.argv[1])
design = open_design(path).design
Journal(design, path).follow(design.removing(["vpc-b"]))
while not any(Path(os.environ["WORKBENCH_HOME"]).rglob("*.lzd-journal")):
    time.sleep(0.01)
time.sleep(0.2)
os._exit(9)
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of the user's own for one test."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A design in a file."""
    save_design(landing_zone(), tmp_path / "zone.lzd")
    return tmp_path / "zone.lzd"


def crash(path: Path) -> None:
    """A program that dies with a change that is not saved."""
    subprocess.run([sys.executable, "-c", CRASHING, str(path)], cwd=Path(__file__).parents[3], check=False)


def renamed(room: Room, name: str) -> None:
    room.editor.perform(text("Rename"), rename("vpc-a", name, "en"))


def test_what_a_crash_left_is_recovered_with_a_click_and_saved_only_by_the_user(
    qtbot: QtBot, home: Path, path: Path
) -> None:
    crash(path)
    room = Room(qtbot, landing_zone())
    dialog = RecoverDialog(room.window, left_behind())
    dialog.show()
    (card,) = dialog.cards
    qtbot.waitUntil(lambda: not card.picture.pixmap().isNull(), timeout=20_000)

    assert card.recover
    QTest.mouseClick(card.recover, LEFT)

    assert room.window.path == path
    assert "vpc-b" not in room.window.editor.design
    assert not room.window.editor.is_saved
    assert "vpc-b" in open_design(path).design
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: left_behind() == ())


def test_what_nobody_wants_is_given_up(qtbot: QtBot, home: Path, path: Path) -> None:
    crash(path)
    room = Room(qtbot, landing_zone())
    dialog = RecoverDialog(room.window, left_behind())
    dialog.show()

    QTest.mouseClick(dialog.cards[0].give_up, LEFT)

    assert left_behind() == ()
    assert not dialog.isVisible()


def test_a_design_somebody_else_has_open_is_for_reading_and_says_who(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    beside(path).write_text(json.dumps(OTHER))
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)

    room.window.pick("file.open")

    assert room.window.editor.read_only
    assert "li on desk" in room.window.rooms.banner.text()
    assert json.loads(beside(path).read_text()) == OTHER


def test_it_is_taken_over_when_the_user_says_so(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    beside(path).write_text(json.dumps(OTHER))
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    asked = answers(room, monkeypatch, "take")
    room.window.pick("file.open")

    room.window.pick("file.take-over")
    room.editor = room.window.editor
    renamed(room, "mine")
    room.window.pick("file.save")

    assert "li" in asked[0].says.said("en")
    assert open_design(path).design["vpc-a"].name.en == "mine"


def test_whoever_was_taken_over_is_told_and_cannot_overwrite(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    monkeypatch.setattr(room.window.desk, "show_error", lambda words: told.append(words.said("en")))
    room.window.pick("file.open")
    room.editor = room.window.editor
    renamed(room, "mine")

    beside(path).write_text(json.dumps(OTHER))
    QApplication.sendEvent(room.window, QEvent(QEvent.Type.ActivationChange))
    room.window.pick("file.save")

    assert "li on desk has taken this design over" in room.window.rooms.banner.text()
    assert "li on desk has it open" in told[0]
    assert open_design(path).design == landing_zone()


@pytest.mark.parametrize(("answer", "kept"), [("", "theirs"), ("over", "mine")])
def test_a_file_changed_by_another_program_is_not_overwritten_unasked(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path, answer: str, kept: str
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    room.window.pick("file.open")
    room.editor = room.window.editor
    renamed(room, "mine")
    save_design(
        landing_zone().replacing("vpc-a", name=room.element("vpc-a").name.saying("en", "theirs")), path
    )
    asked = answers(room, monkeypatch, answer)

    room.window.pick("file.save")

    assert len(asked) == 1
    assert open_design(path).design["vpc-a"].name.en == kept
    assert room.editor.is_saved is (answer == "over")


def test_a_closed_window_leaves_neither_journal_nor_claim(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    room.window.pick("file.open")
    room.editor = room.window.editor
    renamed(room, "mine")
    answers(room, monkeypatch, "discard")

    assert room.window.close()

    free = claimed(path)
    assert isinstance(free, Claim)
    free.end()
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["zone.lzd"]


def test_a_save_takes_along_the_name_that_is_just_being_typed(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    room.window.pick("file.open")
    room.editor = room.window.editor
    room.qtbot.waitUntil(lambda: room.canvas is not None and room.canvas.drawing is not None)
    room.editor.select(["acc-app"])
    room.canvas.rename()

    QTest.keyClicks(room.canvas.title_editor, "payments")
    QTest.keySequence(room.canvas.title_editor, "Ctrl+S")

    assert open_design(path).design["acc-app"].name.en == "payments"


def test_a_design_gets_a_password_and_opens_with_it_by_keys_alone(
    room: Room, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)
    room.window.pick("file.open")
    dialog = sealing(Look("en"), sealed=False)
    room.qtbot.addWidget(dialog)
    dialog.show()
    first, second = dialog.findChildren(QLineEdit)
    QTest.keyClicks(first, "a long sentence")
    QTest.keyClicks(second, "a longer sentence")
    QTest.keyClick(second, Qt.Key.Key_Return)
    refused = dialog.wrong.text()
    second.clear()
    QTest.keyClicks(second, "a long sentence")
    QTest.keyClick(second, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: dialog.result_value is not None)
    monkeypatch.setattr(room.window.desk, "ask_key", lambda: (True, dialog.result_value))

    room.window.pick("file.password")
    asking = unlocking(Look("zh"), path.name, lambda password: open_design(path, password))
    room.qtbot.addWidget(asking)
    asking.show()
    (line,) = asking.findChildren(QLineEdit)
    QTest.keyClicks(line, "another")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: asking.wrong.text() == "密码不正确。")
    QTest.keyClicks(line, "a long sentence")
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: not asking.isVisible())

    assert refused == "The two are not the same."
    assert is_sealed(path.read_bytes())
    assert asking.result_value.design == landing_zone()
