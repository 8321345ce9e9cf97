"""Copy, cut, paste and duplicate with the keys, within a window and from one to another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room, landing_zone
from workbench.commands.desk import Question
from workbench.model.sketch import sketch


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: object) -> None:
    QGuiApplication.clipboard().clear()


def newest(room: Room) -> str:
    (id,) = room.editor.selection
    return id


def test_copy_and_paste_put_a_vpc_with_its_vswitch_beside_it_in_one_step(room: Room) -> None:
    room.editor.select(["vpc-a"])

    room.presses("Ctrl+C")
    room.presses("Ctrl+V")

    copy = room.element(newest(room))
    inside = [room.element(id) for id in room.editor.design.children(copy.id)]
    assert (copy.name.en, copy.parent, copy.blocks) == ("vpc-a-2", "acc-app", ())
    assert sorted(one.name.en for one in inside) == ["sg-1", "vsw-1"]
    assert room.editor.history.at == 1
    assert room.window.status.said == (
        "Pasted 3 elements; 2 addresses and ids that the design holds already were left empty · Ctrl Z takes it back"
    )


def test_the_clipboard_holds_the_names_for_other_programs(room: Room) -> None:
    room.editor.select(["vpc-a"])

    room.presses("Ctrl+C")

    assert QGuiApplication.clipboard().text().splitlines() == ["vpc-a", "sg-1", "vsw-1"]


def test_another_window_takes_the_elements_with_their_blocks(room: Room, qtbot: QtBot) -> None:
    other = Room(qtbot, sketch("sheet-n sheet shows=network\nshared account"))
    room.editor.select(["vpc-a"])
    room.window.pick("edit.copy")
    other.editor.select(["shared"])

    other.window.pick("edit.paste")

    copy = other.element(newest(other))
    assert (copy.parent, copy.blocks, copy.region) == ("shared", ("10.0.0.0/16",), None)
    assert other.window.status.said == "Pasted 3 elements · Ctrl Z takes it back"


def test_cut_and_paste_move_a_vswitch_with_its_block(room: Room) -> None:
    room.editor.select(["vsw-1"])

    room.presses("Ctrl+X")
    gone = "vsw-1" not in room.editor.design
    room.editor.select(["vpc-b"])
    room.presses("Ctrl+V")

    assert gone
    assert room.element(newest(room)).parent == "vpc-b"
    assert room.element(newest(room)).block == "10.0.1.0/24"


def test_cutting_what_a_link_joins_asks_first_and_a_refusal_keeps_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(
        qtbot,
        sketch(
            "sheet-n sheet shows=network\nhz region\n  tr transit-router\n    att vpc-attachment vpc=v\nv vpc"
        ),
    )
    asked: list[Question] = []
    monkeypatch.setattr(room.window.desk, "ask", lambda question: asked.append(question) or "")
    room.editor.select(["v"])
    qtbot.waitUntil(room.window.isActiveWindow)

    room.presses("Ctrl+X")

    assert len(asked) == 1
    assert "v" in room.editor.design


def test_ctrl_d_duplicates_and_leaves_the_clipboard(room: Room) -> None:
    QGuiApplication.clipboard().setText("mine")
    room.editor.select(["vsw-1"])

    room.presses("Ctrl+D")
    room.presses("Ctrl+D")

    names = [room.element(id).name.en for id in room.editor.design.children("vpc-a")]
    assert sorted(names) == ["sg-1", "vsw-1", "vsw-2", "vsw-3"]
    assert QGuiApplication.clipboard().text() == "mine"


def test_an_empty_clipboard_says_so(room: Room) -> None:
    room.presses("Ctrl+V")

    assert (
        room.window.status.said
        == "The clipboard holds no elements, no image, and no table with a row of heads."
    )


def test_a_broken_clip_is_told_and_changes_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    from widgets.qt.clipboard import copy_out
    from workbench.storage.clip import Clip

    told: list[str] = []
    monkeypatch.setattr(room.window.desk, "show_error", lambda words: told.append(words.said("en")))
    copy_out(Clip(b"{", "x"))

    room.presses("Ctrl+V")

    assert told
    assert told[0].startswith("The clipboard cannot be read: Line 1")
    assert room.editor.design == landing_zone()
