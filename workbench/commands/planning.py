"""Answering what the address plan still has to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cancelled import Cancelled
from workbench.commands.command import command
from workbench.commands.desk import Answer, Desk, Question
from workbench.commands.inserting import not_writable
from workbench.progress import Progress
from workbench.texts import Text, text

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
    from workbench.planning.growing import grown_in_all

    if not open_requests(desk.editor.design):
        desk.say(text("Every request has its block. Insert an address request to ask for one."))
        return
    design = desk.editor.design
    try:
        plan, room = desk.beside(lambda progress: _planned(design, progress), text("Planning the addresses…"))
    except Cancelled:
        desk.say(text("Stopped. No address was planned."))
        return
    way = _way(desk, plan, room)
    if way == "move" and room:
        _make_room(desk, room)
        return
    if way == "secondary":
        _add_secondary(desk, plan)
        return
    if plan.answers:
        desk.editor.perform(text("Plan addresses"), plan_edit(plan))
        given = text(
            "Gave {count} requests their blocks · {keys} takes it back",
            count=len(plan.answers),
            keys="Ctrl Z",
        )
        grown = grown_in_all(plan.granted)
        desk.say(text("{given} · {grown}", given=given, grown=grown) if grown else given)
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


def _way(desk: Desk, plan: AddressPlan, room: RoomMade | None) -> str:
    """How the user lets room be made: "move", "secondary" or "" for not at all; they see each block first."""
    design = desk.editor.design
    answers = [Answer("", text("Change nothing") if plan.secondary else text("Move nothing"), "primary")]
    if plan.secondary:
        answers.append(Answer("secondary", text("Add secondary blocks")))
    if room:
        answers.append(Answer("move", text("Move them")))
    if len(answers) == 1:
        return ""
    added = [
        text("{vpc}: one block more, {block}", vpc=design[one.vpc].title(), block=one.block)
        for one in plan.secondary
    ]
    says = [_says_added(plan)] if plan.secondary else []
    says += [_says_moved(room)] if room else []
    shown = (*added, *(_moves(design, room) if room else ()))
    said = text("{first} {second}", first=says[0], second=says[1]) if len(says) > 1 else says[0]
    return desk.ask(Question(text("Some requests find no room"), said, tuple(answers), shown))


def _says_added(plan: AddressPlan) -> Text:
    return text(
        "If {count} VPCs get a secondary block, {requests} waiting vSwitches find room and nothing moves.",
        count=len(plan.secondary),
        requests=sum(len(one.answers) for one in plan.secondary),
    )


def _moves(design: Design, room: RoomMade) -> tuple[Text, ...]:
    return tuple(
        text(
            "{name}: {old} → {new} ({state})",
            name=design[one.element].title(),
            old=one.old,
            new=one.new,
            state=design[one.element].kind.field("state").choices[one.state],
        )
        for one in room.moving.moves
    )


def _says_moved(room: RoomMade) -> Text:
    moving = room.moving
    return text(
        "If {count} blocks move, {deployed} of them deployed, all {requests} requests find room. "
        "{texts} texts that name them are rewritten in the same step.",
        count=moving.moving,
        deployed=moving.deployed,
        requests=len(room.answers),
        texts=moving.rewritten,
    )


def _add_secondary(desk: Desk, plan: AddressPlan) -> None:
    from workbench.edits import in_turn
    from workbench.planning.addresses import plan_edit
    from workbench.planning.secondary import secondary_edit

    edit = in_turn([plan_edit(plan), secondary_edit(plan.secondary)])
    desk.editor.perform(text("Add secondary blocks"), edit)
    desk.say(
        text(
            "Gave {count} VPCs a secondary block and {requests} requests theirs · {keys} takes it back",
            count=len(plan.secondary),
            requests=len(plan.answers) + sum(len(one.answers) for one in plan.secondary),
            keys="Ctrl Z",
        )
    )


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
    "plan.synthesis",
    title="Security domains from flows…",
    menu="plan",
    order=120,
    hindrance=not_writable,
)
def synthesis(desk: Desk) -> None:
    """Flows, drawn or read from a list, grouped into a few security domains; the point picked becomes groups in one step."""
    desk.show_dialog("synthesis")


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
