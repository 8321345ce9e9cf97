"""What must hold: the invariants of the library that a design has a use for."""

from __future__ import annotations

from workbench.cancelled import Cancelled
from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.commands.inserting import not_writable
from workbench.texts import text


@command("plan.invariants", title="Add what must hold", menu="plan", order=240, hindrance=not_writable)
def add_invariants(desk: Desk) -> None:
    """The invariants of the library that fit the design become its own, in one step."""
    from workbench.reachability.invariants.library import adding, offered

    design = desk.editor.design
    try:
        found = desk.beside(lambda progress: offered(design), text("Looking through the library…"))
    except Cancelled:
        desk.say(text("Stopped. Nothing was added."))
        return
    if not found:
        desk.say(text("Nothing of the library fits that is not there yet."))
        return
    desk.editor.perform(text("Add what must hold"), adding(found))
    desk.editor.select([one.element().id for one in found])
    desk.say(text("Added {count} invariants · {keys} takes them back", count=len(found), keys="Ctrl Z"))
