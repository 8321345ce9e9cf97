"""Answering what the address plan still has to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cancelled import Cancelled
from workbench.commands.command import command
from workbench.commands.desk import Answer, Desk, Question
from workbench.commands.inserting import not_writable
from workbench.progress import Progress
from workbench.texts import text

if TYPE_CHECKING:
    from workbench.model.design import Design
    from workbench.planning.addresses import AddressPlan
    from workbench.planning.renumbering.making_room import RoomMade


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
    from workbench.planning.addresses import open_requests, plan_edit

    if not open_requests(desk.editor.design):
        desk.say(text("Every request has its block. Insert an address request to ask for one."))
        return
    design = desk.editor.design
    try:
        plan, room = desk.beside(lambda progress: _planned(design, progress), text("Planning the addresses…"))
    except Cancelled:
        desk.say(text("Stopped. No address was planned."))
        return
    if room and _wants_moves(desk, room):
        _make_room(desk, room)
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


def _planned(design: Design, progress: Progress) -> tuple[AddressPlan, RoomMade | None]:
    """The plan without moves, and the moves that would help what finds no room."""
    from workbench.planning.addresses import address_plan
    from workbench.planning.renumbering.making_room import room_made

    plan = address_plan(design)
    progress(0.2)
    return plan, room_made(design, progress) if plan.refusals else None


def _wants_moves(desk: Desk, room: RoomMade) -> bool:
    """Whether the user lets blocks move so that everything finds room; they see each of them first."""
    design, moving = desk.editor.design, room.moving
    moves = tuple(
        text(
            "{name}: {old} → {new} ({state})",
            name=design[one.element].title(),
            old=one.old,
            new=one.new,
            state=design[one.element].kind.field("state").choices[one.state],
        )
        for one in moving.moves
    )
    says = text(
        "If {count} blocks move, {deployed} of them deployed, all {requests} requests find room. "
        "{texts} texts that name them are rewritten in the same step.",
        count=moving.moving,
        deployed=moving.deployed,
        requests=len(room.answers),
        texts=moving.rewritten,
    )
    answers = (Answer("", text("Move nothing"), "primary"), Answer("move", text("Move them")))
    return desk.ask(Question(text("Some requests find no room"), says, answers, moves)) == "move"


def _make_room(desk: Desk, room: RoomMade) -> None:
    from workbench.planning.renumbering.making_room import room_edit

    desk.editor.perform(text("Make room for requests"), room_edit(room))
    desk.say(
        text(
            "Moved {count} blocks and gave {requests} requests theirs · {keys} takes it back",
            count=room.moving.moving,
            requests=len(room.answers),
            keys="Ctrl Z",
        )
    )


@command(
    "plan.renumber",
    title="Renumber…",
    menu="plan",
    order=110,
    hindrance=not_writable,
)
def renumber(desk: Desk) -> None:
    """New plans where a range turns out to be taken elsewhere; the one picked is carried out in one step."""
    desk.show_dialog("renumber")


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
