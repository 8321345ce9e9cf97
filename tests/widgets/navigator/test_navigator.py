"""The tree of the design: what stands where, what a click does, how it follows changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.campaign import share
from tests.widgets.desk import LEFT, Room, landing_zone
from widgets.canvas.dropping import IDS
from widgets.look import Look
from widgets.navigator.model import ID, MARK, MARK_BELOW, META, DesignTree
from workbench.editor import Editor
from workbench.edits.fields import rename, set_fields
from workbench.edits.placing import add
from workbench.edits.removing import remove
from workbench.model.element import KINDS
from workbench.model.elements.vpc import Vpc
from workbench.texts import text
from workbench.words import Words

STEP = text("Step")


def outline(model: DesignTree, parent: QModelIndex | None = None) -> list[Any]:
    over = parent or QModelIndex()
    found: list[Any] = []
    for row in range(model.rowCount(over)):
        index = model.index(row, 0, over)
        found.append((index.data(ID), index.data(), index.data(META), outline(model, index)))
    return found


def test_the_directory_stands_first_and_what_has_no_parent_below_its_plural(room: Room) -> None:
    assert room.rows()[0] == "rd"
    assert "group:region" in room.rows()
    assert room.rows(room.row("rd")) == ["biz", "core"]
    assert room.rows(room.row("acc-app")) == ["vpc-a"]


def test_a_click_selects_and_shows_the_fields(room: Room) -> None:
    tree = room.window.rooms.navigator.tree

    room.clicks_row(tree, room.row("vpc-a"))

    assert room.editor.selection == ("vpc-a",)
    assert "blocks" in room.window.rooms.inspector.editors


def test_a_double_click_brings_the_sheet_that_shows_it_to_the_front(room: Room) -> None:
    tree = room.window.rooms.navigator.tree
    index = room.row("vpc-a")
    tree.scrollTo(index)

    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(index).center())
    QTest.mouseDClick(tree.viewport(), LEFT, pos=tree.visualRect(index).center())

    assert room.window.rooms.tabs.current == "sheet-n"


def test_a_selection_made_elsewhere_opens_its_rows(room: Room) -> None:
    room.editor.select(["vsw-1"])

    tree = room.window.rooms.navigator.tree
    assert [index.data(ID) for index in tree.selectionModel().selectedRows()] == ["vsw-1"]
    assert tree.isExpanded(room.window.rooms.navigator.model.where("vpc-a"))


def test_the_search_box_leaves_what_answers_and_all_above_it(room: Room) -> None:
    navigator = room.window.rooms.navigator

    QTest.keyClicks(navigator.search, "10.0.1.0")

    model = navigator.model
    assert [row[0] for row in outline(model)] == ["rd"]
    assert "vsw-1" in str(outline(model))
    assert "vpc-b" not in str(outline(model))


def test_a_chinese_name_is_found_too(room: Room) -> None:
    room.window.rooms.navigator.search.setText("网络账号")

    assert "acc-net" in str(outline(room.window.rooms.navigator.model))
    assert "acc-app" not in str(outline(room.window.rooms.navigator.model))


@pytest.mark.parametrize("typed", ["wangluozhanghao", "wlzh", "wanglzh"])
def test_a_chinese_name_is_found_by_its_pinyin(room: Room, typed: str) -> None:
    QTest.keyClicks(room.window.rooms.navigator.search, typed)

    assert "acc-net" in str(outline(room.window.rooms.navigator.model))
    assert "acc-app" not in str(outline(room.window.rooms.navigator.model))


def test_names_are_read_while_the_search_box_waits_and_follow_the_design(room: Room) -> None:
    navigator = room.window.rooms.navigator
    navigator.search.setFocus()
    QTest.qWait(50)

    room.editor.perform(STEP, rename("acc-app", "生产", "zh"))
    QTest.keyClicks(navigator.search, "shengchan")
    found = str(outline(navigator.model))
    navigator.search.clear()
    room.editor.undo()
    QTest.keyClicks(navigator.search, "shengchan")

    assert "acc-app" in found
    assert "acc-net" not in found
    assert outline(navigator.model) == []


def test_a_finding_is_marked_at_its_element_and_at_the_folded_rows_above(room: Room) -> None:
    model = room.window.rooms.navigator.model

    model.mark({"vsw-1": ("error", 1), "vpc-b": ("hint", 2)})

    assert model.where("vsw-1").data(MARK) == "error"
    assert model.where("acc-app").data(MARK_BELOW) == "error"
    assert model.where("core").data(MARK_BELOW) == "error"
    assert model.where("acc-net").data(MARK_BELOW) == "hint"


@settings(max_examples=share(400))
@given(st.data())
def test_the_tree_that_followed_changes_equals_one_made_anew(data: st.DataObject) -> None:
    editor, look = Editor(landing_zone()), Look()
    model = DesignTree(editor, look)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    editor.subscribe(model.follow)
    outline(model)

    for _ in range(data.draw(st.integers(1, 8))):
        ids = sorted(element.id for element in editor.design)
        id = data.draw(st.sampled_from(ids))
        step = data.draw(st.sampled_from(["rename", "remove", "move", "add", "undo", "redo"]))
        if step == "rename":
            editor.perform(STEP, rename(id, data.draw(st.sampled_from(["a", "m", "z"])), "en"))
        elif step == "remove" and len(ids) > 4:
            editor.perform(STEP, remove([id]))
        elif step == "move":
            place = data.draw(st.sampled_from([None, *ids]))
            inner = {element.id for element in editor.design.within(id)}
            if place not in inner:
                editor.perform(STEP, set_fields([id], parent=place))
        elif step == "add":
            tag = data.draw(st.sampled_from(["vpc", "folder", "region"]))
            editor.perform(STEP, add(KINDS[tag].type(id=f"new-{len(ids)}-{tag}", parent=id)))
        elif step == "undo":
            editor.undo()
        else:
            editor.redo()

    assert outline(model) == outline(DesignTree(editor, look))
    assert tester.model() is model


def test_a_row_is_dragged_as_its_element_and_a_group_is_not(room: Room) -> None:
    model = room.window.rooms.navigator.model
    group = model.index(room.rows().index("group:region"), 0)

    carried = model.mimeData([room.row("vpc-a")])

    assert bytes(carried.data(IDS).data()) == b"vpc-a"
    assert not model.flags(group) & Qt.ItemFlag.ItemIsDragEnabled


def test_after_thousands_were_brought_in_open_rows_are_open_still(room: Room) -> None:
    navigator, editor = room.window.rooms.navigator, room.editor
    tree, model = navigator.tree, navigator.model
    tree.setExpanded(model.where("core"), True)
    new = [Vpc(id=f"new-{n}", parent="acc-app", name=Words(en=f"new {n:04}")) for n in range(2000)]

    editor.perform(text("Import"), lambda design: design.adding(*new))

    room.qtbot.waitUntil(lambda: tree.isExpanded(model.where("core")))
    assert model.rowCount(model.where("acc-app")) == 2001


def test_one_of_thousands_is_brought_into_sight(room: Room) -> None:
    navigator, editor = room.window.rooms.navigator, room.editor
    new = [Vpc(id=f"new-{n}", parent="acc-app", name=Words(en=f"new {n:04}")) for n in range(2000)]
    editor.perform(text("Import"), lambda design: design.adding(*new))

    editor.select(["new-1234"])

    def is_seen() -> bool:
        place = navigator.model.where("new-1234")
        return bool(navigator.tree.viewport().rect().intersects(navigator.tree.visualRect(place)))

    room.qtbot.waitUntil(is_seen)
    assert navigator.tree.currentIndex() == navigator.model.where("new-1234")
