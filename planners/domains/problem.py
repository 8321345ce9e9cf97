"""What the planner is asked: apps with attributes, what flows between them, and what a person has decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import isfinite
from typing import NamedTuple

from planners.addresses import Block
from planners.domains.errors import BadFlows, shown
from planners.domains.ports import PORTED, PROTOCOLS, TOP_PORT

WORTHS = (0.0, 4.0, 40.0)
"""The points of the curve unless others are asked: nothing over-permitted, few, and few rules."""
LONE_BLOCK = 5
"""Pairs of a block in which a single flow looks like noise."""

Attributes = tuple[tuple[str, str], ...]


class App(NamedTuple):
    """One application. Apps whose hard attributes or data classes differ never share a domain.

    Soft attributes decide between merges that are equally good, and name what they made.
    """

    id: str
    hard: Attributes = ()
    soft: Attributes = ()
    data_class: str = ""
    address: Block | None = None


class Flow(NamedTuple):
    """What one app may open towards another. Without ports it is every port of the protocol.

    `seen` says how often it was observed: what was seen more than once is never taken for noise.
    """

    source: str
    target: str
    protocol: str = "tcp"
    ports: tuple[int, int] | None = None
    seen: int = 1


class Limits(NamedTuple):
    """How much a security group and an interface take; whoever asks reads it from a catalogue."""

    rules_per_group: int
    rules_per_interface: int
    groups_per_interface: int
    references_per_group: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a grouping depends on; the order of apps and flows does not matter.

    `pins` fix apps into a named domain, which others may join; `apart` names pairs that never share one.
    `worths` are the points of the curve: the over-permitted flows that one rule less is worth.
    `weights` say per data class of the target what an over-permitted flow costs (1 unless said).
    `lone` is the smallest block, in pairs, whose only flow goes to the review list; 0 takes every flow as meant.
    `exact` asks for a bound, and for a search for the best grouping where there are few classes.
    """

    apps: tuple[App, ...]
    flows: tuple[Flow, ...]
    pins: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[tuple[str, str], ...] = ()
    limits: Limits | None = None
    worths: tuple[float, ...] = WORTHS
    weights: Mapping[str, int] = field(default_factory=dict)
    lone: int = LONE_BLOCK
    exact: bool = False

    def bucket(self, app: App) -> tuple[Attributes, str]:
        """What apps must share to share a domain."""
        return tuple(sorted(app.hard)), app.data_class


def check_problem(problem: Problem) -> None:
    """Raise `BadFlows` for what contradicts itself, with its place."""
    apps: dict[str, App] = {}
    for i, app in enumerate(problem.apps):
        if apps.setdefault(app.id, app) is not app:
            raise BadFlows(f"apps[{i}].id", "{id} is used twice; ids are unique", id=shown(app.id))
    sound = set[tuple[str, tuple[int, int] | None]]()
    for i, flow in enumerate(problem.flows):
        if flow.source not in apps or flow.target not in apps:
            check_known(apps, flow.source, f"flows[{i}].source")
            check_known(apps, flow.target, f"flows[{i}].target")
        if (asked := (flow.protocol, flow.ports)) not in sound:
            check_ports(flow, f"flows[{i}]")
            sound.add(asked)
    _check_pins(problem, apps)
    _check_apart(problem, apps)
    _check_numbers(problem)


def check_known(apps: Mapping[str, App], id: str, path: str) -> None:
    """Raise `BadFlows` for an app that is not there, with the one that was probably meant."""
    if id in apps:
        return
    near = get_close_matches(id[:99], apps, 1) if len(apps) <= 20_000 else []
    if near:
        raise BadFlows(
            path, "there is no app {id}; did you mean {meant}?", id=shown(id), meant=shown(near[0])
        )
    raise BadFlows(path, "there is no app {id}", id=shown(id))


def check_ports(flow: Flow, path: str) -> None:
    """Raise `BadFlows` for a protocol or ports that do not exist."""
    if flow.protocol not in PROTOCOLS:
        raise BadFlows(
            f"{path}.protocol",
            "{value} is none of {choices}",
            value=shown(flow.protocol),
            choices=", ".join(PROTOCOLS),
        )
    if flow.ports is None:
        return
    if flow.protocol not in PORTED:
        raise BadFlows(f"{path}.ports", "{protocol} has no ports", protocol=flow.protocol)
    low, high = flow.ports
    if not 0 <= low <= high <= TOP_PORT:
        raise BadFlows(
            f"{path}.ports", "{low} to {high} are no ports from 0 to 65535", low=str(low), high=str(high)
        )


def _check_pins(problem: Problem, apps: Mapping[str, App]) -> None:
    first: dict[str, str] = {}
    for id, name in problem.pins.items():
        check_known(apps, id, f"pins.{shown(id)}")
        if not name:
            raise BadFlows(f"pins.{shown(id)}", "the domain has no name")
        other = first.setdefault(name, id)
        if problem.bucket(apps[other]) != problem.bucket(apps[id]):
            raise BadFlows(
                f"pins.{shown(id)}",
                "{id} and {other} differ in a hard attribute; they cannot both be in {domain}",
                id=shown(id),
                other=shown(other),
                domain=shown(name),
            )


def _check_apart(problem: Problem, apps: Mapping[str, App]) -> None:
    for i, pair in enumerate(problem.apart):
        for id in pair:
            check_known(apps, id, f"apart[{i}]")
        one, other = pair
        if one == other:
            raise BadFlows(f"apart[{i}]", "{id} cannot be apart from itself", id=shown(one))
        if problem.pins.get(one, "") and problem.pins.get(one) == problem.pins.get(other):
            raise BadFlows(
                f"apart[{i}]",
                "{id} and {other} are both pinned into {domain}",
                id=shown(one),
                other=shown(other),
                domain=shown(problem.pins[one]),
            )


def _check_numbers(problem: Problem) -> None:
    for path, value in _numbers(problem):
        if not isfinite(value) or value < 0:
            raise BadFlows(path, "{value} is not a number from 0", value=shown(value))
    if not problem.worths:
        raise BadFlows("worths", "names no point of the curve")


def _numbers(problem: Problem) -> Iterator[tuple[str, float]]:
    yield from ((f"worths[{i}]", worth) for i, worth in enumerate(problem.worths))
    yield from ((f"weights.{shown(name)}", weight) for name, weight in problem.weights.items())
    yield from ((f"limits.{name}", limit) for name, limit in (problem.limits or NO_LIMITS)._asdict().items())
    yield "lone", problem.lone


NO_LIMITS = Limits(0, 0, 0, 0)
