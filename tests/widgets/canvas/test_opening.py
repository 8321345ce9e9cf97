"""While an application is carried to another security domain, what opens and what closes is told before it is let go."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from widgets.canvas.drags import opening
from widgets.canvas.drags.carry import Carry
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.sketch import sketch
from workbench.reachability.synthesis.what_if import WhatIf

DESIGN = """
    sheet-s sheet shows=security
    shop security-domain name.en=Shop name.zh=商城
      web application name.en=Website name.zh=官网
      cart application name.en=Cart name.zh=购物车
    bank security-domain name.en=Bank name.zh=银行
      pay application name.en=Payment name.zh=支付
    test security-domain name.en=Test name.zh=测试
      trial application name.en=Trial name.zh=试验
    f1 flow source=web target=pay port=443/443
    f2 flow source=test target=bank protocol=all wanted=deny
"""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """The window with a security sheet in front."""
    return Room(qtbot, sketch(DESIGN))


def pixel(room: Room, id: ElementId, dx: float = 20, dy: float = 12) -> QPoint:
    """A point in the head of a box."""
    rect = room.canvas.places.boxes_of([id])[0].rect
    found: QPoint = room.canvas.mapFromScene(rect.x + dx, rect.y + dy)
    return found


def carries(room: Room, id: ElementId, over: ElementId) -> Carry:
    """Carries a box over another one without letting go; waits until what would open is told."""
    view, start, end = room.canvas.viewport(), pixel(room, id), pixel(room, over)
    QTest.mousePress(view, LEFT, pos=start)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * share)
    drag = room.canvas.gestures.tool._drag
    assert isinstance(drag, Carry)
    assert drag.opening is not None
    room.qtbot.waitUntil(lambda: drag.opening is not None and not drag.opening.is_waiting, timeout=20_000)
    return drag


def lets_go(room: Room, over: ElementId) -> None:
    """Lets go."""
    QTest.mouseRelease(room.canvas.viewport(), LEFT, pos=pixel(room, over))


def lines(room: Room) -> list[str]:
    """What the bubble says."""
    return str(room.canvas.bubble.text()).splitlines() if room.canvas.bubble.isVisible() else []


def test_what_opens_and_closes_is_told_before_it_is_let_go(room: Room) -> None:
    carries(room, "cart", "bank")
    told = lines(room)

    assert told[:2] == ["Cart into Bank", "Opens:"]
    assert "Closes:" in told
    assert "+ Cart ↔ Bank: everything" in told
    assert "− Cart ↔ Shop: everything" in told
    assert room.element("cart").parent == "shop"
    lets_go(room, "bank")
    assert room.element("cart").parent == "bank"
    assert lines(room) == []


def test_what_a_flow_refuses_is_marked_in_words(room: Room) -> None:
    carries(room, "web", "test")

    assert "+ Test → Bank: 443, refused by a flow" in lines(room)
    lets_go(room, "web")


def test_over_its_own_domain_nothing_is_told(room: Room) -> None:
    drag = carries(room, "cart", "bank")
    QTest.mouseMove(room.canvas.viewport(), pixel(room, "cart"))

    assert lines(room) == []
    assert drag.opening is not None
    assert not drag.opening.is_waiting
    lets_go(room, "cart")


def test_it_is_said_in_the_language_of_the_window(room: Room) -> None:
    room.speaks("zh")
    room.qtbot.waitUntil(lambda: room.canvas.language == "zh")
    carries(room, "cart", "bank")

    assert lines(room)[0] == "把购物车移入银行"
    lets_go(room, "shop")


def test_an_answer_that_comes_when_it_was_let_go_is_not_shown(room: Room) -> None:
    carries(room, "cart", "bank")
    room.canvas.gestures.tool.cancel()

    assert lines(room) == []
    assert room.element("cart").parent == "shop"


def test_a_move_of_the_mouse_never_waits_and_shows_the_last_answer_until_the_next_is_there(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag = carries(room, "cart", "bank")
    slow, real = threading.Event(), opening.asked

    def asked(design: Design, application: ElementId, domain: ElementId | None) -> WhatIf:
        assert slow.wait(20)
        return real(design, application, domain)

    monkeypatch.setattr(opening, "asked", asked)
    QTest.mouseMove(room.canvas.viewport(), pixel(room, "test"))

    assert drag.opening is not None
    assert drag.opening.is_waiting
    assert lines(room)[0] == "Cart into Bank"
    slow.set()
    room.qtbot.waitUntil(lambda: lines(room)[0] == "Cart into Test", timeout=20_000)
    lets_go(room, "test")
