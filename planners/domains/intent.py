"""A problem in numbers: apps in the order of their ids, and what each pair may do as a set of port classes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from planners import pace
from planners.domains.columns import Columns
from planners.domains.ports import PortClasses, bits_reader
from planners.domains.problem import App, Flow, Problem

Targets = dict[int, int]
"""What one source may do: a mask of port classes by target."""
Pair = tuple[int, int, int]
"""A source, a target and one port class."""


@dataclass(frozen=True)
class Intent:
    """What is meant, by number of app: the same for any order of apps and flows.

    `firm` is what was seen more than once; `columns` are the flows of `out` as rows of numbers.
    """

    problem: Problem
    apps: tuple[App, ...]
    buckets: tuple[int, ...]
    weights: tuple[int, ...]
    ports: PortClasses
    out: tuple[Targets, ...]
    firm: tuple[Targets, ...]
    columns: Columns = field(compare=False, repr=False)

    @classmethod
    def of(cls, problem: Problem) -> "Intent":
        """The intent of a problem that was checked; what an app does to itself needs no rule."""
        apps = tuple(sorted(problem.apps))
        keys = [problem.bucket(app) for app in apps]
        place = {key: number for number, key in enumerate(sorted(set(keys)))}
        weights = tuple(problem.weights.get(app.data_class, 1) for app in apps)
        flows = [flow for flow in problem.flows if flow.source != flow.target]
        ports = PortClasses({(flow.protocol, flow.ports) for flow in flows})
        out, firm = _targets(flows, {app.id: i for i, app in enumerate(apps)}, ports)
        buckets, columns = tuple(place[key] for key in keys), _columns(out, bits_reader(len(ports)))
        return cls(problem, apps, buckets, weights, ports, out, firm, columns)

    def without(self, pairs: Sequence[Pair]) -> "Intent":
        """The same without some of its flows."""
        shape = len(self.apps), len(self.ports)
        gone = np.isin(self.columns.keys(*shape), Columns.of(pairs).keys(*shape))
        out = tuple(dict(targets) for targets in self.out)
        for source, target, port in pairs:
            out[source][target] &= ~(1 << port)
            if not out[source][target]:
                del out[source][target]
        return Intent(
            self.problem,
            self.apps,
            self.buckets,
            self.weights,
            self.ports,
            out,
            self.firm,
            self.columns.kept(~gone),
        )

    @cached_property
    def into(self) -> tuple[Targets, ...]:
        """What each target is opened to: a mask of port classes by source."""
        found: tuple[Targets, ...] = tuple({} for _ in self.apps)
        for source, target, mask in self.pairs():
            found[target][source] = mask
        return found

    @cached_property
    def pins(self) -> tuple[str, ...]:
        """The domain each app is pinned into, "" where none."""
        return tuple(self.problem.pins.get(app.id, "") for app in self.apps)

    @cached_property
    def apart(self) -> tuple[frozenset[int], ...]:
        """The apps that each app must not share a domain with."""
        place = {app.id: i for i, app in enumerate(self.apps)}
        found: list[set[int]] = [set() for _ in self.apps]
        for one, other in self.problem.apart:
            found[place[one]].add(place[other])
            found[place[other]].add(place[one])
        return tuple(frozenset(one) for one in found)

    def flows(self) -> int:
        """How many flows are meant, each port class of a pair counted once."""
        return len(self.columns.source)

    def pairs(self) -> Iterator[tuple[int, int, int]]:
        """Source, target and mask of every pair with a flow, in order."""
        for source, targets in enumerate(self.out):
            for target in sorted(targets):
                yield source, target, targets[target]


def _columns(out: tuple[Targets, ...], bits: Callable[[int], tuple[int, ...]]) -> Columns:
    source = np.repeat(np.arange(len(out)), [len(targets) for targets in out])
    target = np.fromiter(chain.from_iterable(out), np.int64, len(source))
    ports = [bits(mask) for targets in out for mask in targets.values()]
    many = np.array([len(one) for one in ports], dtype=np.int64)
    port = np.fromiter(chain.from_iterable(ports), np.int64, many.sum())
    return Columns(np.repeat(source, many), np.repeat(target, many), port)


def _targets(
    flows: list[Flow], place: dict[str, int], ports: PortClasses
) -> tuple[tuple[Targets, ...], tuple[Targets, ...]]:
    """What each source may do, and what of it was seen more than once."""
    out: tuple[Targets, ...] = tuple({} for _ in place)
    firm: tuple[Targets, ...] = tuple({} for _ in place)
    masks = {asked: ports.mask(*asked) for asked in {(flow.protocol, flow.ports) for flow in flows}}
    for number, (one, other, protocol, span, seen) in enumerate(flows):
        if not number & 4095:
            pace.breathe()
        source, target = place[one], place[other]
        mask, before = masks[protocol, span], out[source].get(target, 0)
        out[source][target] = before | mask
        if again := mask if seen > 1 else mask & before:
            firm[source][target] = firm[source].get(target, 0) | again
    return out, firm
