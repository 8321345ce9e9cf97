"""The edition of the contract: what the button says, and the menu that changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workbench.edits.fields import set_fields
from workbench.edits.placing import add
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.ids import new_id
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow


def engagement_of(design: Design) -> Engagement | None:
    """The engagement, the first where there are several."""
    return next(iter(design.of_kind(Engagement)), None)


def edition_of(design: Design) -> Text:
    """The edition, with what Basic covers."""
    engagement = engagement_of(design)
    if engagement is None:
        return text("No edition")
    edition = Engagement.kind.field("edition").choices[engagement.edition]
    if engagement.edition != "basic":
        return edition
    choice = Engagement.kind.field("choice").choices[engagement.choice]
    return text("{edition} · {choice}", edition=edition, choice=choice)


def fill_editions(menu: QMenu, window: MainWindow) -> None:
    """Puts the editions into a menu, Basic with each of what it may cover."""
    menu.clear()
    engagement = engagement_of(window.editor.design)
    fields = Engagement.kind
    for edition, label in fields.field("edition").choices.items():
        choices = fields.field("choice").choices if edition == "basic" else {"": label}
        for choice, covers in choices.items():
            named = (
                text("{edition} · {choice}", edition=label, choice=covers) if edition == "basic" else label
            )
            action = menu.addAction(window.look.said(named))
            action.setCheckable(True)
            held = engagement is not None and engagement.edition == edition
            action.setChecked(
                bool(held and engagement and (edition != "basic" or engagement.choice == choice))
            )
            action.setEnabled(window.editor.read_only is None)
            action.triggered.connect(lambda _=False, e=edition, c=choice, n=named: choose(window, e, c, n))
    menu.addSeparator()
    shown = menu.addAction(window.look.said(text("Show the engagement")))
    shown.setEnabled(engagement is not None)
    shown.triggered.connect(lambda: window.editor.select([engagement.id] if engagement else []))


def choose(window: MainWindow, edition: str, choice: str, named: Text) -> None:
    """Goes over to an edition; the lens and the checks follow at once."""
    engagement = engagement_of(window.editor.design)
    title = text("Choose {edition}", edition=named)
    if engagement is None:
        made = Engagement(id=new_id("engagement"), edition=edition, choice=choice)  # type: ignore[arg-type]
        window.editor.perform(title, add(made))
    else:
        window.editor.perform(title, set_fields([engagement.id], edition=edition, choice=choice))
    window.desk.say(text("{step} · {keys} takes it back", step=title, keys="Ctrl Z"))
