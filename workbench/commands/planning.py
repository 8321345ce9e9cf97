"""Answering what the address plan still has to find."""

from __future__ import annotations

from workbench.cancelled import Cancelled
from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.commands.inserting import not_writable
from workbench.texts import text


@command(
    "plan.addresses",
    title="Plan addresses",
    menu="plan",
    order=100,
    shortcut="Ctrl+Shift+P",
    hindrance=not_writable,
)
def plan_addresses(desk: Desk) -> None:
    """Every open request answered with a block, in one step; what found no room is told."""
    from workbench.planning.addresses import address_plan, open_requests, plan_edit

    if not open_requests(desk.editor.design):
        desk.say(text("Every request has its block. Insert an address request to ask for one."))
        return
    design = desk.editor.design
    try:
        plan = desk.beside(lambda progress: address_plan(design), text("Planning the addresses…"))
    except Cancelled:
        desk.say(text("Stopped. No address was planned."))
        return
    if plan.answers:
        desk.editor.perform(text("Plan addresses"), plan_edit(plan))
        desk.say(
            text(
                "Gave {count} requests their blocks · {keys} takes it back",
                count=len(plan.answers),
                keys="Ctrl Z",
            )
        )
    if plan.refusals:
        desk.show_error(
            text(
                "{count} requests found no room: {reasons}",
                count=len(plan.refusals),
                reasons=[r.reason for r in plan.refusals],
            )
        )


@command(
    "plan.map",
    title="Address map",
    menu="plan",
    order=200,
    shortcut="Ctrl+M",
    is_on=lambda desk: desk.map_shown,
)
def show_map(desk: Desk) -> None:
    """The whole address space as one picture: used, reserved, free and overlapping; picked again, the sheet."""
    desk.show_map(not desk.map_shown)
