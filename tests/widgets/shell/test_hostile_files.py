"""Hostile files given to the whole window: told in plain words over the design that is there, or shown."""

from __future__ import annotations

import random
from pathlib import Path
from random import Random

import pytest

from tests.campaign import LONG, share
from tests.safety.hostile.cases import design_bytes_bent, look_at_sentence, seen
from tests.widgets.desk import Room
from widgets.shell.fault import FaultDialog
from workbench.drawing.build import sheets
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.texts import Text

START = random.SystemRandom().randrange(10**9) if LONG else 0


@pytest.mark.parametrize("seed", range(START, START + share(200, 0.05, 10)))
def test_a_hostile_file_is_told_over_the_present_design_or_shown(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    path = folder / "zone.lzd"
    path.write_bytes(design_bytes_bent(Random(f"window {seed}")))
    before, present, told = seen(folder), room.window.editor.design, list[Text]()
    desk = room.window.desk
    monkeypatch.setattr(desk, "ask_file", lambda purpose, suggested=None: path)
    monkeypatch.setattr(desk, "show_error", told.append)
    monkeypatch.setattr(desk, "unlock", lambda name, attempt: None)
    monkeypatch.setattr(FaultDialog, "exec", lambda dialog: pytest.fail(dialog.report.toPlainText()))

    room.window.pick("file.open")

    for words in told:
        look_at_sentence(words, path.name)
    assert (folder / path.name).read_bytes() == before[path.name][0]
    if told:
        assert room.window.editor.design is present
        assert seen(folder) == before
    elif room.window.path == path:
        look_around(room, tmp_path)
        assert path.read_bytes() == before[path.name][0]


def look_around(room: Room, folder: Path) -> None:
    """Every sheet is drawn, everything is checked, and the design is saved elsewhere."""
    room.editor = room.window.editor
    for sheet in sheets(room.editor.design):
        room.window.rooms.tabs.show_sheet(sheet.id)
        room.qtbot.waitUntil(
            lambda: room.canvas is not None and room.canvas.drawing is not None, timeout=20_000
        )
    room.checked()
    for element in list(room.editor.design)[:5]:
        room.editor.select([element.id])
    room.window.pick("view.chinese")
    room.window.pick("view.english")
    copy = folder / "copy.lzd"
    try:
        save_design(room.editor.design, copy)
    except NotSaved as wrong:
        look_at_sentence(wrong.text)
    else:
        assert open_design(copy).design == room.editor.design
