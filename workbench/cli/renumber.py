"""`main.py plan FILE --taken BLOCK`: new plans around what is taken elsewhere, and one of them carried out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from planners.addresses import block_text
from workbench.cli.designs import design_in, design_to_change, write
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.model.design import Design
from workbench.planning.comparing import PlanFigures
from workbench.planning.renumbering import (
    NoPlan,
    Renumbered,
    Renumberings,
    documents,
    renumber_edit,
    renumberings,
    taken_blocks,
)
from workbench.planning.renumbering.reasons import WAYS_SAY
from workbench.planning.renumbering.touching import HOWS, Touch
from workbench.texts import Text, both, text


def renumber(options: Namespace, talk: Talk) -> int:
    """Prints up to three plans, the lightest first; with `--apply N` the file holds the N-th. CannotRun says why not."""
    opened = design_to_change(options.file) if options.apply else design_in(options.file)
    design = opened.design
    found = renumberings(design, taken_blocks(design, options.taken), talk.progress)
    chosen = _chosen(found, options.apply)
    if chosen:
        write(renumber_edit(chosen)(design), opened)
    if options.json:
        talk.answer_json(_as_json(options.file, found, options.apply if chosen else None))
        return 0
    _print(design, found, talk)
    if chosen:
        talk.say(text("{path} holds plan {number}.", path=str(options.file), number=options.apply))
    elif isinstance(found, Renumberings) and found.plans:
        talk.say(text("Nothing was written. --apply N writes plan N into the file."))
    return 0


def _chosen(found: Renumberings | NoPlan, number: int | None) -> Renumbered | None:
    """The plan of a number, None where none is asked for or nothing has to move."""
    if not number:
        return None
    if isinstance(found, NoPlan):
        raise CannotRun(found.reason)
    if not found.plans:
        return None
    if number > len(found.plans):
        raise CannotRun(
            text(
                "There is no plan {number}: there are {count}, counted from 1. Nothing was written.",
                number=number,
                count=len(found.plans),
            )
        )
    return found.plans[number - 1]


def _print(design: Design, found: Renumberings | NoPlan, talk: Talk) -> None:
    if isinstance(found, NoPlan):
        talk.answer(found.reason)
        for repair in found.repairs:
            talk.answer(text("  would help: {repair}", repair=repair))
        return
    if not any(plan.moves for plan in found.plans):
        talk.answer(
            text(
                "Nothing of the design lies in {blocks}; nothing has to move.",
                blocks=[block_text(block) for block in found.taken],
            )
        )
        return
    for number, plan in enumerate(found.plans, 1):
        talk.answer(text("Plan {number}: {title}", number=number, title=plan.title))
        print_moves(design, plan, talk)


def print_moves(design: Design, plan: Renumbered, talk: Talk) -> None:
    """What a plan amounts to, its moves with what each touches, and the documents that change."""
    talk.answer(text("  {line}", line=WAYS_SAY[plan.way]))
    for line in summary(design, plan):
        talk.answer(text("  {line}", line=line))
    for one in plan.moves:
        talk.answer(
            text(
                "  {name}: {old} → {new} ({state}): {reason}",
                name=design[one.element].title(),
                old=one.old,
                new=one.new,
                state=design[one.element].kind.field("state").choices[one.state],
                reason=one.reason,
            )
        )
        for touch in plan.touches:
            if touch.cause == one.slot:
                talk.answer(text("    {touch}", touch=touch_said(design, touch)))


def summary(design: Design, plan: Renumbered) -> list[Text]:
    """A plan in a few sentences."""
    before, after = plan.comparison.before, plan.comparison.after
    lines = [
        text(
            "{moves} blocks move, {deployed} of them deployed; weight {weight}; {proof}",
            moves=plan.moving,
            deployed=plan.deployed,
            weight=plan.weight,
            proof=text("proved minimal") if plan.proved else text("not proved minimal"),
        ),
        text(
            "routes {before} → {after}; unused {waste} → {left}; {touches} texts change with them, {look} to look at",
            before=before.all_routes,
            after=after.all_routes,
            waste=before.waste,
            left=after.waste,
            touches=plan.rewritten,
            look=plan.to_look_at,
        ),
    ]
    if plan.holes:
        lines.append(text("a hole stays in {names}", names=_names(design, plan.holes)))
    if plan.clashing:
        lines.append(text("still in the range: {names}", names=_names(design, plan.clashing)))
    changing = [text("{title} ({count})", title=one.title, count=one.changes) for one in documents(plan)]
    return [*lines, text("documents that change: {documents}", documents=changing)] if changing else lines


def touch_said(design: Design, touch: Touch) -> Text:
    """A text that a move touches, in a sentence."""
    place = text("{field} {row}", field=touch.field, row=touch.row) if touch.row else touch.field
    return text(
        "{name}, {place}: {old} → {new}, {how}",
        name=design[touch.element].title(),
        place=place,
        old=touch.old,
        new=touch.new,
        how=text("{how}; look: a site has this address too", how=HOWS[touch.how])
        if touch.is_doubtful
        else HOWS[touch.how],
    )


def _names(design: Design, ids: tuple[str, ...]) -> list[object]:
    return [design[id].title() for id in ids]


def _as_json(file: Path, found: Renumberings | NoPlan, applied: int | None) -> dict[str, Any]:
    if isinstance(found, NoPlan):
        return {
            "file": str(file),
            "status": "infeasible",
            "applied": None,
            "elements": list(found.elements),
            "message": both(found.reason),
            "repairs": [both(repair) for repair in found.repairs],
        }
    return {
        "file": str(file),
        "status": "ok",
        "applied": applied,
        "taken": [block_text(block) for block in found.taken],
        "plans": [plan_as_json(plan) for plan in found.plans],
    }


def plan_as_json(plan: Renumbered) -> dict[str, Any]:
    """A plan for a program."""
    return {
        "way": plan.way,
        "weight": plan.weight,
        "minimal": "proved" if plan.proved else "not proved",
        "holes": list(plan.holes),
        "clashing": list(plan.clashing),
        "moves": [
            {
                "element": one.element,
                "field": one.field,
                "from": one.old,
                "to": one.new,
                "state": one.state,
                "container": one.is_container,
                "reason": both(one.reason),
                "by": list(one.by),
                "touches": [_touch(touch) for touch in plan.touches if touch.cause == one.slot],
            }
            for one in plan.moves
        ],
        "before": figures_as_json(plan.comparison.before),
        "after": figures_as_json(plan.comparison.after),
        "documents": [{"title": both(one.title), "changes": one.changes} for one in documents(plan)],
    }


def figures_as_json(found: PlanFigures) -> dict[str, Any]:
    """The figures of a plan for a program; the routes by region, "" for VPCs without one."""
    return {
        "held": found.held,
        "used": found.used,
        "waste": found.waste,
        "routes": dict(found.routes),
    }


def _touch(touch: Touch) -> dict[str, Any]:
    return {
        "element": touch.element,
        "field": both(touch.field),
        "row": touch.row or None,
        "from": touch.old,
        "to": touch.new,
        "how": touch.how,
        "doubtful": touch.is_doubtful,
    }
