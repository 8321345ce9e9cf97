"""`main.py plan`: the open address requests answered, and applied if wished."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_in, design_to_change, write
from workbench.cli.renumber import figures_as_json, plan_as_json, print_moves, renumber
from workbench.cli.requests import answer_requests
from workbench.cli.talk import Talk
from workbench.edits import Edit, in_turn
from workbench.model.design import Design
from workbench.planning.addresses import AddressPlan, address_plan, open_requests, plan_edit
from workbench.planning.comparing import PlanFigures, figures
from workbench.planning.growing import grown
from workbench.planning.pools import PoolUse, pool_use
from workbench.planning.renumbering.making_room import RoomMade, room_edit, room_made
from workbench.planning.secondary import secondary_edit
from workbench.texts import Text, both, text


def plan(options: Namespace, talk: Talk) -> int:
    """Answers every request without a block; with none it says so and lists pools, use and free space."""
    if options.requests:
        return answer_requests(options.requests, talk)
    if options.taken:
        return renumber(options, talk)
    opened = design_to_change(options.file) if options.apply else design_in(options.file)
    design = opened.design
    found = address_plan(design)
    room = room_made(design, talk.progress) if found.refusals else None
    edit = _edit(found, room, options.make_room)
    after = edit(design) if options.apply else design
    applied = after != design
    if applied:
        write(after, opened)
    if options.json:
        more = {"figures": figures_as_json(figures(after)), "room": _room_as_json(room)}
        talk.answer_json(_as_json(options.file, found, pool_use(after), applied) | more)
        return 0
    if not open_requests(design):
        talk.say(text("No request waits for a block."))
    _print_plan(design, found, talk)
    _print_room(design, room, talk)
    _print_pools(after, pool_use(after), talk)
    talk.answer(in_figures(figures(after)))
    _say_what_was_written(options.file, applied, found, room, talk)
    return 0


def _edit(found: AddressPlan, room: RoomMade | None, is_making_room: bool) -> Edit:
    """What is applied: where room is to be made, further blocks before moves, if all find room with them."""
    helped = {request for one in found.secondary for request, _, _ in one.answers}
    is_enough = all(helped.issuperset(refusal.requests) for refusal in found.refusals)
    if is_making_room and found.secondary and (is_enough or room is None):
        return in_turn([plan_edit(found), secondary_edit(found.secondary)])
    return room_edit(room) if room and is_making_room else plan_edit(found)


def _say_what_was_written(
    file: Path, applied: bool, found: AddressPlan, room: RoomMade | None, talk: Talk
) -> None:
    if applied:
        talk.say(text("{path} holds the plan.", path=str(file)))
    elif found.answers:
        talk.say(text("Nothing was written. --apply writes the plan into the file."))
    if found.secondary and not applied:
        talk.say(text("--make-room --apply adds the secondary blocks where all find room with them."))
    elif room and not applied:
        talk.say(
            text("Nothing was moved. --make-room --apply moves what would help and answers all requests.")
        )


def _print_room(design: Design, room: RoomMade | None, talk: Talk) -> None:
    """The moves that would help, and what would find room then."""
    if room is None:
        return
    talk.answer(text("Moves that would help:"))
    print_moves(design, room.moving, talk)
    for answer in room.answers:
        title = design[answer.request].title()
        talk.answer(text("  {request} would get {block}", request=title, block=answer.block))


def _room_as_json(room: RoomMade | None) -> dict[str, Any] | None:
    if room is None:
        return None
    return plan_as_json(room.moving) | {"allocations": {one.request: one.block for one in room.answers}}


def _print_plan(design: Design, found: AddressPlan, talk: Talk) -> None:
    for answer in found.answers:
        blocks = " ".join((answer.block, *answer.more))
        talk.answer(f"{blocks:<20} {design[answer.request].title().said(talk.language)}")
    for one in found.granted:
        talk.answer(grown(design, one))
    for refusal in found.refusals:
        talk.answer(refusal.reason)
        for repair in refusal.repairs:
            talk.answer(text("  would help: {repair}", repair=repair))


def _print_pools(design: Design, pools: tuple[PoolUse, ...], talk: Talk) -> None:
    if not pools:
        talk.answer(text("There is no address pool."))
    for pool in pools:
        talk.answer(_in_use(design, pool))


def _in_use(design: Design, pool: PoolUse) -> Text:
    """How much of a block of a pool is in use, in a sentence."""
    sentence = (
        text(
            "{pool} {block}: {addresses} subnets of /64, {used} used or kept, {free} free, largest free block {largest}"
        )
        if pool.in_subnets
        else text(
            "{pool} {block}: {addresses} addresses, {used} used or kept, {free} free, largest free block {largest}"
        )
    )
    title, largest = design[pool.pool].title(), pool.largest or "-"
    counted = (("addresses", pool.addresses), ("used", pool.used), ("free", pool.free))
    return sentence._replace(values=(("pool", title), ("block", pool.block), *counted, ("largest", largest)))


def _as_json(file: Path, found: AddressPlan, pools: tuple[PoolUse, ...], applied: bool) -> dict[str, Any]:
    return {
        "file": str(file),
        "status": "infeasible" if found.refusals else "ok",
        "applied": applied,
        "allocations": {answer.request: answer.block for answer in found.answers},
        "blocks": {one.request: [one.block, *one.more] for one in found.answers if one.more},
        "wanted_room": [
            {"request": one.request, "wanted": one.wanted, "granted": one.granted}
            | ({"reason": both(one.reason)} if one.reason else {})
            for one in found.granted
        ],
        "secondary": [
            {"vpc": one.vpc, "block": one.block, "allocations": {id: block for id, _, block in one.answers}}
            for one in found.secondary
        ],
        "conflicts": [
            {
                "requests": list(refusal.requests),
                "code": refusal.code,
                "pools": list(refusal.pools),
                "need": refusal.need,
                "have": refusal.have,
                "missing": refusal.missing,
                "message": both(refusal.reason),
                "repairs": [both(repair) for repair in refusal.repairs],
            }
            for refusal in found.refusals
        ],
        "pools": [
            {
                "pool": pool.pool,
                "block": pool.block,
                "addresses": pool.addresses,
                "used": pool.used,
                "free": pool.free,
                "largest": pool.largest or None,
                "counted_in": "/64" if pool.in_subnets else "addresses",
            }
            for pool in pools
        ],
    }


def in_figures(found: PlanFigures) -> Text:
    """What a plan amounts to, in a sentence."""
    return text(
        "VPCs hold {held} IPv4 addresses, {waste} of them in no vSwitch; the regions take {routes} routes",
        held=found.held,
        waste=found.waste,
        routes=found.all_routes,
    )
