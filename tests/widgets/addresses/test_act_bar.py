"""The buttons and the menu of what is picked on the address map."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.widgets.addresses.gestures import KEY, Map
from tests.widgets.desk import LEFT


@pytest.mark.parametrize(("act", "block"), [("split", "10.0.16.0/21"), ("pin", "10.0.16.0/20")])
def test_the_buttons_do_the_same(plan: Map, act: str, block: str) -> None:
    plan.pick("10.0.16.0/20")
    QTest.mouseClick(plan.view.act_bar.buttons[act], LEFT)

    assert plan.done == 1
    assert plan.block("two") == block


def test_a_pinned_block_is_offered_to_be_unpinned(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_P)
    plan.room.qtbot.waitUntil(lambda: plan.view.act_bar.buttons["pin"].text() == "Unpin")


def test_buttons_are_on_for_what_they_are_meant_for(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    taken = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}
    plan.pick("10.2.0.0/15")
    free = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}

    plan.pick("10.0.64.0/18")
    vpc = {act for act, button in plan.view.act_bar.buttons.items() if button.isEnabled()}

    assert taken == {"split", "join", "move", "pin", "label"}
    assert vpc == {*taken, "ask"}
    assert free == {"reserve", "ask"}


def test_the_menu_offers_the_same(plan: Map) -> None:
    plan.view.field.hands.cancel()
    plan.pick("10.0.16.0/20")
    plan.field.asked.emit(plan.field.mapToGlobal(plan.spot("10.0.16.0/20")))
    menu: Any = QApplication.activePopupWidget()
    titles = [action.text().partition("\t")[0] for action in menu.actions()]
    split = next(action for action in menu.actions() if action.text().startswith("Split"))
    split.trigger()
    menu.close()

    assert isinstance(menu, QMenu)
    assert titles == ["Split", "Join", "Move…", "Pin", "Rename"]
    assert plan.block("two") == "10.0.16.0/21"
