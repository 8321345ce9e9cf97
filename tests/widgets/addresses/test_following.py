"""A gesture takes along what names the addresses: one step, told in the status line, however many there are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from planners.addresses import parse_block
from tests.widgets.addresses.gestures import Map
from tests.widgets.desk import Room
from widgets.addresses.following import MANY, SMALL, Following
from workbench.editor import Editor, ReadOnly
from workbench.edits.addressing import Followed, moved
from workbench.model.design import Design
from workbench.model.elements.prefix_list import PrefixEntry, PrefixList
from workbench.model.elements.sheet_note import SheetNote
from workbench.model.sketch import sketch
from workbench.texts import text
from workbench.words import Words

PLAN = """
    sheet-n sheet shows=network order=1
    vpc-a vpc blocks=10.0.0.0/16
      one vswitch block=10.0.0.0/20
      two vswitch block=10.0.16.0/20
      rt route-table
        - routes destination=10.0.16.0/20
"""
MOVE = text("Move {name} to {block}", name="vpc-a", block="10.5.0.0/16")


def wide(lists: int) -> Design:
    """A plan whose network is named by so many prefix lists, among many elements that name nothing."""
    design = sketch(PLAN)
    named = [
        PrefixList(id=f"list-{n}", entries=(PrefixEntry(block=f"10.0.{n % 256}.0/24"),)) for n in range(lists)
    ]
    notes = [SheetNote(id=f"note-{n}", parent="sheet-n", name=Words(en="note")) for n in range(SMALL)]
    return design.adding(*named, *notes)


def to(block: str) -> Callable[[Design], Design]:
    return lambda design: moved(
        design,
        {"vpc-a": (parse_block(design["vpc-a"].blocks[0]), parse_block(block))},  # type: ignore[attr-defined]
    )


def test_a_dragged_block_takes_its_route_along_in_one_step_and_says_so(qtbot: QtBot) -> None:
    map = Map(Room(qtbot, sketch(PLAN)))
    said: list[str] = []
    map.view.said.connect(lambda told: said.append(told.said("en")))

    map.drag(map.spot("10.0.16.0/20"), map.spot("10.0.64.0/20"))

    route = map.editor.design["rt"].routes[0].destination
    assert (map.done, map.block("two"), route) == (1, "10.0.64.0/20", "10.0.64.0/20")
    assert said == ["Move two to 10.0.64.0/20 · 1 rewritten · Ctrl Z takes it back"]
    map.editor.undo()
    assert map.editor.design["rt"].routes[0].destination == "10.0.16.0/20"


def test_where_hundreds_follow_they_are_found_beside_the_window_and_the_step_comes_then(qtbot: QtBot) -> None:
    editor, told = Editor(wide(3 * MANY)), list[Followed]()
    following = Following(editor)
    following.prepare()

    following.perform(MOVE, to("10.5.0.0/16"), told.append)

    assert not told
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].rewritten == 3 * MANY + 1
    assert editor.design["list-7"].entries[0].block == "10.5.7.0/24"  # type: ignore[attr-defined]
    assert editor.history.at == 1


def test_steps_done_meanwhile_come_one_after_the_other(qtbot: QtBot) -> None:
    editor, told = Editor(wide(3 * MANY)), list[Followed]()
    following = Following(editor)

    following.perform(MOVE, to("10.5.0.0/16"), told.append)
    following.perform(MOVE, to("10.6.0.0/16"), told.append)
    editor.perform(text("Rename"), lambda design: design.replacing("one", name=Words(en="other")))

    qtbot.waitUntil(lambda: len(told) == 2)
    assert editor.design["list-7"].entries[0].block == "10.6.7.0/24"  # type: ignore[attr-defined]
    assert editor.design["one"].title().said("en") == "other"
    assert not following.at_work


def test_a_design_for_reading_is_left_alone() -> None:
    editor = Editor(sketch(PLAN), read_only=text("Open"))

    with pytest.raises(ReadOnly):
        Following(editor).perform(MOVE, to("10.5.0.0/16"), lambda done: None)
