"""Single questions about a generated design, and everything that is asked of a large one, each beside its goal.

    python -m benchmarks questions

All times are those of the processor, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from statistics import median
from typing import TypeVar

from msgspec.structs import replace

from benchmarks._timing import least_work
from benchmarks.reachability import peak
from tools.samples.generated import PORTS, SIZES
from tools.samples.inhabited import inhabited
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.asking import ask
from workbench.reachability.invariants.results import results
from workbench.reachability.keeper import Keeper
from workbench.reachability.known import answered
from workbench.reachability.matrices import matrices
from workbench.reachability.modelled import Modelled, modelled

Result = TypeVar("Result")
QUESTIONS, INVARIANTS, CHANGES = 200, 20, 10
GOAL_OF_A_QUESTION, GOAL_OF_A_CHANGE = 300, 0.1
CLAIMS = ("never", "apart", "always")


def made(design: Design) -> Modelled:
    """The network of a design, ready to be asked."""
    found = modelled(design)
    assert found.compiled
    return found


def asking(found: Modelled) -> float:
    """The most milliseconds that one of many questions took."""
    die, ids, spans = Random(3), [one.id for one in found.design.of_kind(Application)], []
    for _ in range(QUESTIONS):
        source, target = die.sample(ids, 2)
        port = die.choice(PORTS)
        start = time.process_time()
        ask(found, source, target, "tcp", port)
        spans.append(time.process_time() - start)
    return max(spans) * 1000


def single_questions() -> None:
    """Print how long a network of 300 vSwitches takes to be made, and then to be asked."""
    design = inhabited(SIZES["M"], 200)
    span, found = least_work(lambda: made(design))
    most = asking(found)
    print(
        f"{len(design.of_kind(VSwitch))} vSwitches, {len(design.of_kind(Application))} applications: made in"
        f" {span * 1000:.0f} ms; of {QUESTIONS} questions the slowest {most:.1f} ms"
        f" (goal {GOAL_OF_A_QUESTION} ms): {_verdict(most <= GOAL_OF_A_QUESTION)}"
    )


def large() -> None:
    """Print what 2,000 applications take: each part, one changed rule beside all of it, and the memory."""
    design = with_invariants(inhabited(SIZES["L"], 2_000))
    print(
        f"{len(design.of_kind(VSwitch)):,} vSwitches, {len(design.of_kind(Application)):,} applications,"
        f" {sum(len(one.rules) for one in design.of_kind(SecurityGroup)):,} rules:"
    )
    making, found = _printed("made", lambda: made(design))
    reaching, answers = _printed("all pairs", lambda: answered(found))
    summing, _ = _printed("matrices", lambda: matrices(found, answers))
    _printed(f"{INVARIANTS} invariants", lambda: results(found, answers))
    answering, following = zip(*changed(design), strict=True)
    for name, spans, of in (
        ("its answers", answering, making + reaching),
        ("with its matrices", following, making + reaching + summing),
    ):
        share = max(spans) / of
        print(
            f"  one changed rule followed, {name}: {median(spans):.2f} s, at most {max(spans):.2f} s:"
            f" {share:.2f} of {of:.2f} s (goal {GOAL_OF_A_CHANGE}): {_verdict(share <= GOAL_OF_A_CHANGE)}"
        )
    print(f"  peak {peak():.0f} MiB")


def changed(design: Design) -> Iterator[tuple[float, float]]:
    """Seconds from one changed rule to the answers, and to the matrices too, for rules of several groups."""
    keeper = Keeper()
    keeper.answered(design)
    groups = [one for one in design.of_kind(SecurityGroup) if one.id.startswith("serving-")]
    for group in Random(4).sample(groups, CHANGES):
        drop, first, *rest = group.rules
        design = design.replacing(group.id, rules=(drop, replace(first, action="drop"), *rest))
        answers = least_work(partial(keeper.known, design), 1)[0]
        yield answers, answers + least_work(partial(keeper.answered, design), 1)[0]


def with_invariants(design: Design) -> Design:
    """The design with claims about its domains on all ports or on some."""
    domains = [one.id for one in design.of_kind(SecurityDomain)]
    return design.adding(
        *(
            Invariant(
                id=f"invariant-{number}",
                claim=CLAIMS[number % len(CLAIMS)],
                ports=() if number % 2 else ("443/443", "22/22"),
                sources=(domains[number % len(domains)],),
                targets=(domains[(number + 7) % len(domains)],),
            )
            for number in range(INVARIANTS)
        )
    )


def _printed(name: str, work: Callable[[], Result]) -> tuple[float, Result]:
    span, result = least_work(work)
    print(f"  {name}: {span:.2f} s")
    return span, result


def _verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "missed"


if __name__ == "__main__":
    single_questions()
    large()
