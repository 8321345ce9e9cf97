"""What no grouping can do better: flows that no rule can serve together without permitting more."""

from __future__ import annotations

from typing import NamedTuple

from planners import pace
from planners.domains.intent import Intent, Pair
from planners.domains.ports import bits_of
from planners.domains.quotient import exact_classes

Block = tuple[int, int, int]
"""A source's bucket, a target's bucket and a port class: flows of two blocks never share a rule."""


class Bound(NamedTuple):
    """What every grouping needs.

    `rules` are needed where nothing is over-permitted, even if groups could overlap. `cost` is the least that rules,
    each at its worth, and weighted over-permission add up to.
    """

    rules: int
    cost: float


def bound_of(intent: Intent, worth: float) -> Bound:
    """A lower bound by pairwise incompatible flows: a rule for two of them permits a third that is not meant.

    Where k flows of a block are pairwise incompatible they need k rules, or fewer of which each permits m(m-1)/2 flows
    too many if it serves m: no two of those are the same, for incompatible flows share neither source nor target.
    """
    rules, cost = 0, 0.0
    for flows in _blocks(intent).values():
        count = _incompatible(intent, flows)
        rules += count
        cost += _least(count, worth, intent.weights[flows[0][1]])
    return Bound(rules, cost)


def _blocks(intent: Intent) -> dict[Block, list[Pair]]:
    """The flows between apps that stand for their exact classes; two of each, for what a class does to itself."""
    standing = {app for members in exact_classes(intent) for app in members[:2]}
    found: dict[Block, list[Pair]] = {}
    for source, target, mask in intent.pairs():
        if source in standing and target in standing:
            for port in bits_of(mask):
                block = intent.buckets[source], intent.buckets[target], port
                found.setdefault(block, []).append((source, target, port))
    return found


def _incompatible(intent: Intent, flows: list[Pair]) -> int:
    """How many flows of a block are pairwise incompatible: those of apps with few flows are taken first."""
    pace.breathe()
    degrees: dict[int, int] = {}
    for source, target, _ in flows:
        degrees[source] = degrees.get(source, 0) + 1
        degrees[~target] = degrees.get(~target, 0) + 1
    chosen: list[Pair] = []
    for flow in sorted(flows, key=lambda flow: (degrees[flow[0]] * degrees[~flow[1]], flow)):
        if all(_clash(intent, flow, other) for other in chosen):
            chosen.append(flow)
    return len(chosen)


def _clash(intent: Intent, flow: Pair, other: Pair) -> bool:
    """Whether a rule for both permits what is not meant."""
    return _too_much(intent, flow[0], other[1], flow[2]) or _too_much(intent, other[0], flow[1], flow[2])


def _too_much(intent: Intent, source: int, target: int, port: int) -> bool:
    return source != target and not intent.out[source].get(target, 0) >> port & 1


def _least(count: int, worth: float, weight: int) -> float:
    """The least cost of serving so many incompatible flows, spread evenly over the number of rules that is best."""
    costs = []
    for rules in range(1, count + 1):
        each, more = divmod(count, rules)
        extra = more * (each + 1) * each // 2 + (rules - more) * each * (each - 1) // 2
        costs.append(worth * rules + weight * extra)
    return min(costs)
