"""`main.py plan`: the open address requests answered, and applied if wished."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_in, design_to_change, write
from workbench.cli.requests import answer_requests
from workbench.cli.talk import Talk
from workbench.model.design import Design
from workbench.planning.addresses import AddressPlan, address_plan, open_requests, plan_edit
from workbench.planning.comparing import PlanFigures, figures
from workbench.planning.pools import PoolUse, pool_use
from workbench.texts import LANGUAGES, Text, text


def plan(options: Namespace, talk: Talk) -> int:
    """Answers every request without a block; with none it says so and lists pools, use and free space."""
    if options.requests:
        return answer_requests(options.requests, talk)
    opened = design_to_change(options.file) if options.apply else design_in(options.file)
    design, waiting = opened.design, open_requests(opened.design)
    found = address_plan(design)
    applied = bool(options.apply and found.answers)
    if applied:
        design = plan_edit(found)(design)
        write(design, opened)
    pools = pool_use(design)
    if options.json:
        talk.answer_json(
            _as_json(options.file, found, pools, applied) | {"figures": as_json(figures(design))}
        )
        return 0
    if not waiting:
        talk.say(text("No request waits for a block."))
    _print_plan(design, found, talk)
    _print_pools(design, pools, talk)
    talk.answer(in_figures(figures(design)))
    if applied:
        talk.say(text("{path} holds the plan.", path=str(options.file)))
    elif found.answers:
        talk.say(text("Nothing was written. --apply writes the plan into the file."))
    return 0


def _print_plan(design: Design, found: AddressPlan, talk: Talk) -> None:
    for answer in found.answers:
        talk.answer(f"{answer.block:<20} {design[answer.request].title().said(talk.language)}")
    for refusal in found.refusals:
        talk.answer(refusal.reason)
        for repair in refusal.repairs:
            talk.answer(text("  would help: {repair}", repair=repair))


def _print_pools(design: Design, pools: tuple[PoolUse, ...], talk: Talk) -> None:
    if not pools:
        talk.answer(text("There is no address pool."))
    for pool in pools:
        talk.answer(
            text(
                "{pool} {block}: {addresses} addresses, {used} used or kept, {free} free, largest free block {largest}",
                pool=design[pool.pool].title(),
                block=pool.block,
                addresses=pool.addresses,
                used=pool.used,
                free=pool.free,
                largest=pool.largest or "-",
            )
        )


def _as_json(file: Path, found: AddressPlan, pools: tuple[PoolUse, ...], applied: bool) -> dict[str, Any]:
    return {
        "file": str(file),
        "status": "infeasible" if found.refusals else "ok",
        "applied": applied,
        "allocations": {answer.request: answer.block for answer in found.answers},
        "conflicts": [
            {
                "requests": list(refusal.requests),
                "code": refusal.code,
                "pools": list(refusal.pools),
                "need": refusal.need,
                "have": refusal.have,
                "missing": refusal.missing,
                "message": _both(refusal.reason),
                "repairs": [_both(repair) for repair in refusal.repairs],
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


def as_json(found: PlanFigures) -> dict[str, Any]:
    """The same for a program; the routes by region, "" for VPCs without one."""
    return {
        "held": found.held,
        "used": found.used,
        "waste": found.waste,
        "routes": dict(found.routes),
    }


def _both(said: Text) -> dict[str, str]:
    return {language: said.said(language) for language in LANGUAGES}
