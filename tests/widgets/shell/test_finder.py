"""The finder: Ctrl+K, then a name, an id, a tag, an address, or a line that adds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room
from widgets.shell.finder import Finder
from workbench.model.sketch import sketch
from workbench.texts import text

ZONE = """
    sheet-n sheet shows=network
    app account name.zh=应用账号 number=1234567890123456
    hz region
      hz-h zone
    v vpc parent=app region=hz blocks=10.1.0.0/16,10.5.0.0/16
      big vswitch zone=hz-h block=10.1.64.0/20
      small vswitch zone=hz-h block=10.1.80.0/24 tags.owner=ann
    dc data-centre
      - ranges block=172.16.0.0/12
"""


@pytest.fixture
def zone(qtbot: QtBot) -> Room:
    room = Room(qtbot, sketch(ZONE))
    qtbot.waitUntil(room.window.isActiveWindow)
    return room


def typed(room: Room, wording: str) -> Finder:
    """Ctrl+K and a text; the finder with its answers."""
    room.presses("Ctrl+K")
    finder = QApplication.activePopupWidget()
    assert isinstance(finder, Finder)
    if wording.isascii():
        QTest.keyClicks(finder.search, wording)
    else:
        finder.search.insert(wording)
    return finder


def enter(finder: Finder) -> None:
    QTest.keyClick(finder.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("wording", "id"),
    [
        ("10.1.64.7", "big"),
        ("10.1.80.9", "small"),
        ("10.1.200.1", "v"),
        ("10.5.3.4", "v"),
        ("172.20.1.1", "dc"),
        ("10.1.80.0/25", "small"),
        ("owner=ann", "small"),
        ("1234567890123456", "app"),
        ("应用账", "app"),
        ("yingyongzhanghao", "app"),
        ("yyzh", "app"),
        ("yingyzh", "app"),
    ],
)
def test_enter_selects_what_was_meant(zone: Room, wording: str, id: str) -> None:
    enter(typed(zone, wording))

    assert zone.editor.selection == (id,)


def test_an_address_lists_its_holders_from_the_inside_out(zone: Room) -> None:
    finder = typed(zone, "10.1.64.7")

    found = [pick.id for row in range(finder.list.rowCount()) if (pick := finder.list.at(row))]

    assert found == ["big", "v"]
    finder.close()


def test_a_line_adds_a_vpc_in_one_step(zone: Room) -> None:
    zone.editor.select(["app"])
    finder = typed(zone, "vpc prod 10.9.0.0/16")
    first = finder.list.at(0)

    enter(finder)

    (id,) = zone.editor.selection
    assert first
    assert first.title == "Add VPC prod, 10.9.0.0/16, to app"
    assert (zone.element(id).name.en, zone.element(id).blocks) == ("prod", ("10.9.0.0/16",))
    assert (zone.element(id).parent, zone.element(id).region) == ("app", "hz")
    assert zone.editor.history.at == 1
    assert zone.window.status.said == "Add VPC prod · Ctrl Z takes it back"


def test_a_chinese_line_adds_too(zone: Room) -> None:
    enter(typed(zone, "交换机 应用-h 10.1.81.0/24"))

    (id,) = zone.editor.selection
    assert (zone.element(id).name.zh, zone.element(id).parent) == ("应用-h", "v")


def test_what_cannot_be_added_says_why_and_adds_nothing(zone: Room) -> None:
    enter(typed(zone, "vpc prod 10.9.0.1/16"))

    assert zone.window.status.said == "10.9.0.1/16 is not a block. Did you mean 10.9.0.0/16?"
    assert not zone.editor.history.undoable


def test_a_design_open_for_reading_says_so(zone: Room) -> None:
    zone.editor.read_only = text("This file is open for reading.")

    enter(typed(zone, "vpc prod"))

    assert zone.window.status.said == "This file is open for reading."
    assert not zone.editor.history.undoable


def test_what_is_called_so_comes_before_what_only_sounds_so(qtbot: QtBot) -> None:
    room = Room(
        qtbot,
        sketch("""
            sheet-n sheet shows=network
            one account name.en=shi name.zh=生产
            two account name.en=scan name.zh=扫描
            three account name.en=sc name.zh=其他
        """),
    )
    qtbot.waitUntil(room.window.isActiveWindow)
    finder = typed(room, "sc")

    ids = [pick.id for row in range(finder.list.rowCount()) if (pick := finder.list.at(row))]

    assert [id for id in ids if id in ("one", "two", "three")] == ["three", "two", "one"]
    finder.close()


def test_commands_are_found_by_the_pinyin_of_their_chinese_title(zone: Room) -> None:
    finder = typed(zone, "hengxiangdengju")

    titles = [pick.title for row in range(finder.list.rowCount()) if (pick := finder.list.at(row))]

    assert titles == ["Equal gaps across"]
    finder.close()


def test_commands_are_found_as_before(zone: Room) -> None:
    finder = typed(zone, "equal gaps")

    titles = [pick.title for row in range(finder.list.rowCount()) if (pick := finder.list.at(row))]

    assert titles == ["Equal gaps across", "Equal gaps down"]
    finder.close()
