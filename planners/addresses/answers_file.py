"""The plain JSON form of an answer."""

from typing import Any

from planners.addresses.answer import NoRoom, plan
from planners.addresses.blocks import Block, block_text
from planners.addresses.planning import Move, Plan, Soft
from planners.addresses.problem import Problem, Request
from planners.addresses.renumbering import Renumbering, renumberings
from planners.addresses.repairs import Repair

# How the fields of a request are called in the file.
KEYS = {
    "prefix_length": "prefixlen",
    "hosts": "hosts",
    "growth_percent": "growth_pct",
    "growth_bits": "growth_bits",
    "min_length": "min_len",
    "max_length": "max_len",
    "pinned": "pinned",
    "pools": "pool",
    "soft_bits": "soft_bits",
    "spread": "spread",
    "max_blocks": "max_blocks",
}


def answered(problem: Problem, taken: tuple[Block, ...] = ()) -> dict[str, Any]:
    """The answer to a problem as plain data; with ranges that are taken elsewhere, the plans around them."""
    if not taken:
        return answer_data(problem, plan(problem))
    found = renumberings(problem, taken)
    if isinstance(found, NoRoom):
        return answer_data(problem, found)
    return {"status": "ok", "plans": [_renumbering_data(problem, one) for one in found]}


def _renumbering_data(problem: Problem, one: Renumbering) -> dict[str, Any]:
    about = {"way": one.way, "weight": one.weight, "holes": list(one.holes), "clashing": list(one.clashing)}
    return about | _plan_data(problem, one.plan)


def answer_data(problem: Problem, answer: Plan | NoRoom) -> dict[str, Any]:
    """An answer as plain data, ready for JSON; allocations in the order of the requests."""
    if isinstance(answer, Plan):
        return {"status": "ok"} | _plan_data(problem, answer)
    return {
        "status": "infeasible",
        "code": answer.code,
        "conflict": list(answer.conflict),
        "ranges": [block_text(block) for block in answer.ranges],
        "pools": [block_text(block) for block in answer.pools],
        "at": answer.at,
        "length": answer.length,
        "need": answer.need,
        "have": answer.have,
        "missing": answer.missing,
        "repairs": [{"say": repair.say, "patch": patch(problem, repair)} for repair in answer.repairs],
    }


def _plan_data(problem: Problem, found: Plan) -> dict[str, Any]:
    texts: dict[str, str | list[str]] = {**found.texts(), **found.several_texts()}
    data: dict[str, Any] = {
        "allocations": {request.id: texts[request.id] for request in problem.requests},
        "moves": [_move_data(move) for move in found.moves],
    }
    if problem.previous or problem.several:
        data["minimal"] = _proof(found.proved)
    if found.several:
        data["routes"] = found.routes
        data["routes_fewest"] = _proof(found.routes_proved)
    if found.soft:
        data["soft"] = [_soft_data(one) for one in found.soft]
        data["soft_most"] = _proof(found.soft_proved)
    return data


def _proof(is_proved: bool) -> str:
    return "proved" if is_proved else "not proved"


def _soft_data(one: Soft) -> dict[str, Any]:
    data: dict[str, Any] = {"id": one.id, "wanted": one.wanted, "granted": one.granted}
    return data | ({"why": one.why, "at": one.at, "by": list(one.by)} if one.why else {})


def _move_data(move: Move) -> dict[str, Any]:
    old, new = block_text(move.old), block_text(move.new)
    return {"id": move.id, "from": old, "to": new, "reason": move.reason, "by": list(move.by)}


def patch(problem: Problem, repair: Repair) -> dict[str, Any]:
    """The keys of the request file that a repair changes; requests by id, null for what goes."""
    changes: dict[str, Any] = {}
    if repair.pools is not None:
        changes["pools"] = [block_text(block) for block in repair.pools]
    if repair.reserved is not None:
        changes["reserved"] = [block_text(block) for block in repair.reserved]
    before = {request.id: request for request in problem.requests}
    requests = {request.id: _changed_keys(before[request.id], request) for request in repair.requests}
    if requests:
        changes["requests"] = requests
    return changes


def _changed_keys(old: Request, new: Request) -> dict[str, Any]:
    return {
        key: _plain(getattr(new, field))
        for field, key in KEYS.items()
        if getattr(old, field) != getattr(new, field)
    }


def _plain(value: object) -> object:
    if isinstance(value, Block):
        return block_text(value)
    if isinstance(value, tuple):
        return [str(block) for block in value]
    return value
