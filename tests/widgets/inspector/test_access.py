"""The inspector tells who may do what in an account."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from tests.widgets.desk import Room
from workbench.model.elements.user_group import Grant
from workbench.model.sketch import sketch
from workbench.texts import text

GRANTED = sketch("""
    ops access-configuration
    net user-group
      - grants what=ops where=acc-net
""")


def said(room: Room) -> list[str]:
    # What was replaced goes with the next round of events.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    about = room.window.rooms.inspector.about
    assert about
    return [label.text() for label in about.findChildren(QLabel)]


def test_a_grant_shows_with_the_account_as_soon_as_it_is_given(room: Room) -> None:
    room.editor.select(["acc-net"])
    before = said(room)

    room.editor.perform(text("Grant"), lambda design: design.adding(*GRANTED))
    after = said(room)

    assert "Who may do what" not in before
    assert after[after.index("Who may do what") + 1].startswith("net · ops · ")


def test_a_grant_that_is_taken_back_is_gone(room: Room) -> None:
    room.editor.perform(text("Grant"), lambda design: design.adding(*GRANTED))
    room.editor.select(["acc-net"])

    room.editor.perform(
        text("Take back"), lambda design: design.replacing("net", grants=(Grant(what="ops"),))
    )

    assert "Who may do what" not in said(room)
