"""`main.py invariants FILE`: what must hold of a design, proved or refuted, and whether its flows are as wanted."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any, Final

from workbench.cli.designs import design_in
from workbench.cli.paths import answer_data, print_answer
from workbench.cli.talk import Talk
from workbench.texts import Text, both, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model.design import Design
    from workbench.reachability.invariants.results import Result

REFUTED: Final = 1


def invariants(options: Namespace, talk: Talk) -> int:
    """Says of every invariant what became of it, with the path that shows it; 1 where one is refuted."""
    from workbench.reachability.invariants.library import adding, offered
    from workbench.reachability.invariants.proofs import proofs

    design = design_in(options.file).design
    if options.library:
        design = adding(offered(design))(design)
    told, flows = proofs(design, talk.progress)
    if options.json:
        talk.answer_json(
            {
                "invariants": [result_data(one, design) for one in told],
                "flows": [result_data(one, design) for one in flows],
            }
        )
    else:
        _print(told, flows, design, talk)
    return REFUTED if any(one.outcome == "refuted" for one in told) else 0


def result_data(one: Result, design: Design) -> dict[str, Any]:
    """A result as plain data, ready for JSON."""
    return {
        "id": one.about,
        "name": both(design[one.about].title()),
        "outcome": one.outcome,
        "asked": one.asked,
        "broken": one.broken,
        "open": one.open,
        "ports": one.ports,
        "pairs": [list(pair) for pair in one.pairs],
        "facts": [both(fact) for fact in one.facts],
        "witness": answer_data(one.witness) if one.witness else None,
    }


def _print(told: Sequence[Result], flows: Sequence[Result], design: Design, talk: Talk) -> None:
    from workbench.reachability.invariants.flows import as_wanted
    from workbench.reachability.invariants.results import outcomes, worst_first
    from workbench.reachability.invariants.saying import FLOW_OUTCOMES, OUTCOMES

    for one in worst_first(told):
        _print_one(one, OUTCOMES[one.outcome], design, talk)
    for one in flows:
        if one.outcome != "proved":
            _print_one(one, FLOW_OUTCOMES[one.outcome], design, talk)
    if not told:
        talk.say(text("There is no invariant; --library shows what of the library fits this design."))
    counts = [
        text("{count} {outcome}", count=count, outcome=OUTCOMES[outcome]) for outcome, count in outcomes(told)
    ]
    if counts:
        talk.answer(text("Invariants: {counts}.", counts=counts))
    if flows:
        talk.answer(as_wanted(flows))


def _print_one(one: Result, outcome: Text, design: Design, talk: Talk) -> None:
    from workbench.reachability.invariants.saying import result_said

    talk.answer(text("{outcome}: {name}", outcome=outcome, name=design[one.about].title()))
    talk.answer(text("  {sentence}", sentence=result_said(one, design)))
    for fact in one.facts:
        talk.answer(text("  still to be said: {fact}", fact=fact))
    if one.outcome == "refuted" and one.witness is not None:
        print_answer(one.witness, design, talk)
