"""The address map as a screen reader has it: every block, what is found about it, and nothing of what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest

from planners.addresses import parse_block
from tests.widgets.desk import Room
from tests.widgets.spoken import listening, named
from workbench.edits.removing import remove
from workbench.planning.address_map import frame_of
from workbench.texts import text


@pytest.fixture
def shown(room: Room) -> Iterator[Any]:
    """The map of the small design near its networks, with a screen reader listening."""
    with listening():
        room.window.pick("plan.map")
        view: Any = room.window.rooms.area.map
        room.qtbot.waitUntil(lambda: view.made is not None)
        view.field.go(frame_of(view.field.space.block, parse_block("10.0.0.0/15")))
        yield view


def speaker(shown: Any) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(shown.field)
    assert found is not None
    return found


def all_of(shown: Any) -> list[str]:
    here = speaker(shown)
    return [named(here.child(at)) for at in range(here.childCount())]


def test_every_block_is_told_with_its_use_and_what_lies_in_a_network_comes_after_it(
    room: Room, shown: Any
) -> None:
    spoken = all_of(shown)

    assert spoken[0].startswith("10.0.0.0/16 · VPC vpc-a")
    assert any(one.startswith("10.0.1.0/24 · vSwitch vsw-1 in vpc-a") for one in spoken)
    assert any(one.startswith("10.0.128.0/17 · free in vpc-a") for one in spoken)
    here = speaker(shown)
    assert all(here.indexOfChild(here.child(at)) == at for at in range(here.childCount()))


def test_findings_and_pins_are_told(room: Room, shown: Any) -> None:
    room.editor.select(["vsw-1"])
    shown.do("pin")
    room.qtbot.waitUntil(lambda: shown.made.design is room.editor.design)
    room.checked()
    room.window.rooms.area.mark({"vsw-1": ("error", 2)})

    (spoken,) = [one for one in all_of(shown) if one.startswith("10.0.1.0/24")]
    assert spoken.endswith("pinned · 2 findings, at worst an error")


def test_what_the_arrows_pick_has_the_focus(room: Room, shown: Any) -> None:
    shown.field.setFocus()
    QTest.keyClick(shown.field, Qt.Key.Key_Right)
    front: Any = speaker(shown).focusChild()

    assert named(front).startswith("10.0.0.0/16 · VPC vpc-a")
    assert front.state().focused
    assert front.state().selected


def test_a_place_on_the_screen_leads_to_its_block(room: Room, shown: Any) -> None:
    rect = shown.field.now().rows.rect(parse_block("10.1.0.0/16"))
    at = shown.field.mapToGlobal(rect.center().toPoint())
    found: Any = speaker(shown).childAt(at.x(), at.y())

    assert named(found).startswith("10.1.0.0/16 · VPC vpc-b")
    assert found.rect().contains(at)


def test_what_is_deleted_is_spoken_no_more(room: Room, shown: Any) -> None:
    before = all_of(shown)
    room.editor.perform(text("Delete"), remove(["vsw-1"]))
    room.qtbot.waitUntil(lambda: shown.made.design is room.editor.design)

    assert any("vSwitch vsw-1" in one for one in before)
    assert not any("vSwitch vsw-1" in one for one in all_of(shown))


def test_it_speaks_the_language_of_the_window(room: Room, shown: Any) -> None:
    room.speaks("zh")

    assert any("交换机 vsw-1" in one for one in all_of(shown))
