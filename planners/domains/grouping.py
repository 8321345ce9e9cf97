"""A grouping as a value: domains, the rules between them on the target's side, and what they permit beside what is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np

from planners import pace
from planners.domains.bounds import Bound
from planners.domains.intent import Intent
from planners.domains.naming import domain_names
from planners.domains.ports import PORTED, PortClass, bits_of
from planners.domains.problem import Attributes
from planners.domains.quotient import Members

EXACT, OPTIMAL, HEURISTIC = "exact", "optimal", "heuristic"
"""How good a grouping is.

Exact: it permits nothing more than what is meant and what is pinned makes necessary, and none coarser does so.
Optimal: rules, at their worth, and over-permission proved to cost least in all, of groupings that keep exact classes
whole. Heuristic: found greedily."""


class SecurityDomain(NamedTuple):
    """Apps that are treated alike; all share the hard attributes."""

    name: str
    members: tuple[str, ...]
    hard: Attributes = ()
    data_class: str = ""


class Rule(NamedTuple):
    """Members of the source domain may open ports of members of the target domain; without ports, the whole protocol."""

    source: str
    target: str
    protocol: str
    ports: tuple[int, int] | None = None


class Permitted(NamedTuple):
    """One app opens a port of another."""

    source: str
    target: str
    protocol: str
    port: int | None = None


class Extra(NamedTuple):
    """What a rule permits that nothing asks for, and one pair that shows it."""

    rule: Rule
    meant: int
    extra: int
    weighted: int
    witness: Permitted


class Figures(NamedTuple):
    """The figures of a grouping, always together. `flows` are the flows meant, each port class of a pair counted once."""

    domains: int
    rules: int
    flows: int
    extra: int
    weighted: int
    missing: int

    @property
    def share(self) -> float:
        """The over-permission as a share of the flows meant."""
        return self.extra / self.flows if self.flows else 0.0


@dataclass(frozen=True, slots=True)
class Grouping:
    """One point of the curve; with a bound where one was asked for."""

    worth: float
    status: str
    domains: tuple[SecurityDomain, ...]
    rules: tuple[Rule, ...]
    extras: tuple[Extra, ...]
    figures: Figures
    bound: Bound | None = None

    def domain_of(self) -> dict[str, str]:
        """The domain of every app."""
        return {app: domain.name for domain in self.domains for app in domain.members}


def grouping_of(intent: Intent, partition: Sequence[Members], worth: float, status: str) -> Grouping:
    """The grouping that a partition makes."""
    blocks = _Blocks(intent, sorted(partition))
    domains = tuple(blocks.domains())
    rules, extras = [], []
    for rule, extra in blocks.rules():
        rules.append(rule)
        if extra:
            extras.append(extra)
    figures = Figures(
        len(domains),
        len(rules),
        intent.flows(),
        sum(extra.extra for extra in extras),
        sum(extra.weighted for extra in extras),
        blocks.missing(rules),
    )
    extras.sort(key=lambda extra: (-extra.weighted, -extra.extra, extra.rule))
    return Grouping(worth, status, domains, tuple(rules), tuple(extras), figures)


def over_permitted(intent: Intent, grouping: Grouping) -> Iterator[Permitted]:
    """Every flow that the rules permit though none is meant, rule by rule in their order."""
    blocks = _Blocks.of(intent, grouping)
    for rule, extra in blocks.rules():
        if extra:
            home = blocks.number[rule.source], blocks.number[rule.target]
            yield from blocks.beside(*home, intent.ports.mask(rule.protocol, rule.ports))


class _Part(NamedTuple):
    """The port classes that one rule opens."""

    protocol: str
    ports: tuple[int, int] | None
    bits: tuple[int, ...]


class _Blocks:
    """The flows of an intent by pair of domains."""

    def __init__(self, intent: Intent, partition: Sequence[Members], names: Sequence[str] = ()) -> None:
        self.intent, self.partition = intent, partition
        self.names = list(names) or domain_names(intent, partition)
        self.number = {name: i for i, name in enumerate(self.names)}
        self.parts: dict[tuple[int, ...], list[_Part]] = {}
        home = np.zeros(len(intent.apps), dtype=np.int64)
        for number, members in enumerate(partition):
            home[list(members)] = number
        keys = intent.columns.at(home).keys(len(partition), len(intent.ports))
        self.flows = np.unique(keys, return_counts=True)

    @classmethod
    def of(cls, intent: Intent, grouping: Grouping) -> "_Blocks":
        place = {app.id: i for i, app in enumerate(intent.apps)}
        partition = [tuple(place[app] for app in domain.members) for domain in grouping.domains]
        return cls(intent, partition, [domain.name for domain in grouping.domains])

    def meant(self) -> Iterator[tuple[int, int, dict[int, int]]]:
        """Source, target and the number of flows by port class of each pair that has any, in order."""
        blocks, ports = np.divmod(self.flows[0], max(1, len(self.intent.ports)))
        first = np.flatnonzero(np.diff(blocks, prepend=-1))
        sources, targets = (column.tolist() for column in np.divmod(blocks[first], len(self.partition)))
        counts = zip(ports.tolist(), self.flows[1].tolist(), strict=True)
        many = np.diff(first, append=len(blocks)).tolist()
        for source, target, own in zip(sources, targets, many, strict=True):
            yield source, target, dict(islice(counts, own))

    def domains(self) -> Iterator[SecurityDomain]:
        apps = self.intent.apps
        for name, members in zip(self.names, self.partition, strict=True):
            first = apps[members[0]]
            ids = tuple(apps[app].id for app in members)
            yield SecurityDomain(name, ids, tuple(sorted(first.hard)), first.data_class)

    def rules(self) -> Iterator[tuple[Rule, Extra | None]]:
        """Every rule, and what it permits beside if anything, in order of source, target and ports."""
        for source, target, meant in self.meant():
            pace.breathe()
            pairs = self._pairs(source, target)
            for protocol, ports, bits in self._parts(tuple(meant)):
                rule = Rule(self.names[source], self.names[target], protocol, ports)
                count = sum([meant[port] for port in bits])
                extra = len(bits) * pairs - count
                yield rule, self._extra((source, target), bits, rule, count, extra) if extra else None

    def beside(self, source: int, target: int, mask: int) -> Iterator[Permitted]:
        """The flows of a block that none asks for, of the port classes given."""
        for one in self.partition[source]:
            targets = self.intent.out[one]
            for other in self.partition[target]:
                left = mask & ~targets.get(other, 0) if one != other else 0
                yield from (self._permitted(one, other, port) for port in bits_of(left))

    def missing(self, rules: Sequence[Rule]) -> int:
        """The flows that some rules, read one by one, do not permit."""
        opened, missing, count = self._opened(rules), 0, len(self.partition)
        for source, target, meant in self.meant():
            mask = opened.get(source * count + target, 0)
            for port, flows in meant.items():
                if not mask >> port & 1:
                    missing += flows
        return missing

    def _opened(self, rules: Sequence[Rule]) -> dict[int, int]:
        found: dict[int, int] = {}
        number, count, ports = self.number, len(self.partition), self.intent.ports
        for source, target, protocol, span in rules:
            pair = number[source] * count + number[target]
            found[pair] = found.get(pair, 0) | ports.mask(protocol, span)
        return found

    def _parts(self, ports: tuple[int, ...]) -> list[_Part]:
        """Port classes as the fewest ranges; the same few come again and again."""
        if ports not in self.parts:
            found = self.intent.ports.parts(sum(1 << port for port in ports))
            self.parts[ports] = [_Part(one.protocol, ports_of(one), bits_of(mask)) for one, mask in found]
        return self.parts[ports]

    def _extra(
        self, block: tuple[int, int], bits: tuple[int, ...], rule: Rule, meant: int, extra: int
    ) -> Extra:
        weight = self.intent.weights[self.partition[block[1]][0]]
        witness = next(self.beside(*block, sum(1 << port for port in bits)))
        return Extra(rule, meant, extra, extra * weight, witness)

    def _pairs(self, source: int, target: int) -> int:
        size = len(self.partition[source])
        return size * (size - 1) if source == target else size * len(self.partition[target])

    def _permitted(self, source: int, target: int, port: int) -> Permitted:
        apps, ports = self.intent.apps, self.intent.ports.classes[port]
        return Permitted(apps[source].id, apps[target].id, ports.protocol, first_port(ports))


def ports_of(ports: PortClass) -> tuple[int, int] | None:
    """Ports as a rule names them: None where the protocol has none, or all are meant."""
    return (ports.low, ports.high) if ports.protocol in PORTED else None


def first_port(ports: PortClass) -> int | None:
    """A port that stands for its class."""
    return ports.low if ports.protocol in PORTED else None
