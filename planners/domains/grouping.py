"""A grouping as a value: domains, the rules between them on the target's side, and what they permit beside what is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from planners import pace
from planners.domains.bounds import Bound
from planners.domains.intent import Intent
from planners.domains.naming import domain_names
from planners.domains.ports import PORTED, PortClass, PortClasses, bits_of
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
        if extra.extra:
            extras.append(extra)
    figures = Figures(
        len(domains),
        len(rules),
        intent.flows(),
        sum(extra.extra for extra in extras),
        sum(extra.weighted for extra in extras),
        _missing(intent, blocks, rules),
    )
    extras.sort(key=lambda extra: (-extra.weighted, -extra.extra, extra.rule))
    return Grouping(worth, status, domains, tuple(rules), tuple(extras), figures)


def over_permitted(intent: Intent, grouping: Grouping) -> Iterator[Permitted]:
    """Every flow that the rules permit though none is meant, rule by rule in their order."""
    blocks = _Blocks.of(intent, grouping)
    for rule, extra in blocks.rules():
        if extra.extra:
            home = blocks.number[rule.source], blocks.number[rule.target]
            yield from blocks.beside(*home, intent.ports.mask(rule.protocol, rule.ports))


class _Blocks:
    """The flows of an intent by pair of domains."""

    def __init__(self, intent: Intent, partition: Sequence[Members], names: Sequence[str] = ()) -> None:
        self.intent, self.partition = intent, partition
        self.names = list(names) or domain_names(intent, partition)
        self.number = {name: i for i, name in enumerate(self.names)}
        self.home = {app: i for i, members in enumerate(partition) for app in members}
        self.meant: dict[tuple[int, int], dict[int, int]] = {}
        for source, target, mask in intent.pairs():
            ports = self.meant.setdefault((self.home[source], self.home[target]), {})
            for port in bits_of(mask):
                ports[port] = ports.get(port, 0) + 1

    @classmethod
    def of(cls, intent: Intent, grouping: Grouping) -> "_Blocks":
        place = {app.id: i for i, app in enumerate(intent.apps)}
        partition = [tuple(place[app] for app in domain.members) for domain in grouping.domains]
        return cls(intent, partition, [domain.name for domain in grouping.domains])

    def domains(self) -> Iterator[SecurityDomain]:
        apps = self.intent.apps
        for name, members in zip(self.names, self.partition, strict=True):
            first = apps[members[0]]
            ids = tuple(apps[app].id for app in members)
            yield SecurityDomain(name, ids, tuple(sorted(first.hard)), first.data_class)

    def rules(self) -> Iterator[tuple[Rule, Extra]]:
        """Every rule with what it permits beside, in order of source, target and ports."""
        for (source, target), meant in sorted(self.meant.items()):
            pace.breathe()
            for ports, mask in self.intent.ports.parts(sum(1 << port for port in meant)):
                yield self._rule(source, target, ports, mask)

    def beside(self, source: int, target: int, mask: int) -> Iterator[Permitted]:
        """The flows of a block that none asks for, of the port classes given."""
        for one in self.partition[source]:
            targets = self.intent.out[one]
            for other in self.partition[target]:
                left = mask & ~targets.get(other, 0) if one != other else 0
                yield from (self._permitted(one, other, port) for port in bits_of(left))

    def _rule(self, source: int, target: int, ports: PortClass, mask: int) -> tuple[Rule, Extra]:
        rule = Rule(self.names[source], self.names[target], ports.protocol, ports_of(ports))
        meant = sum(self.meant[source, target][port] for port in bits_of(mask))
        extra = mask.bit_count() * self._pairs(source, target) - meant
        weight = self.intent.weights[self.partition[target][0]]
        witness = next(islice(self.beside(source, target, mask), 1), NOTHING) if extra else NOTHING
        return rule, Extra(rule, meant, extra, extra * weight, witness)

    def _pairs(self, source: int, target: int) -> int:
        size = len(self.partition[source])
        return size * (size - 1) if source == target else size * len(self.partition[target])

    def _permitted(self, source: int, target: int, port: int) -> Permitted:
        apps, ports = self.intent.apps, self.intent.ports.classes[port]
        return Permitted(apps[source].id, apps[target].id, ports.protocol, first_port(ports))


NOTHING = Permitted("", "", "")


def ports_of(ports: PortClass) -> tuple[int, int] | None:
    """Ports as a rule names them: None where the protocol has none, or all are meant."""
    return (ports.low, ports.high) if ports.protocol in PORTED else None


def first_port(ports: PortClass) -> int | None:
    """A port that stands for its class."""
    return ports.low if ports.protocol in PORTED else None


def _missing(intent: Intent, blocks: _Blocks, rules: Sequence[Rule]) -> int:
    """The flows that the rules, read one by one, do not permit."""
    opened = _opened(rules, intent.ports)
    names, home, missing = blocks.names, blocks.home, 0
    for source, target, mask in intent.pairs():
        missing += (mask & ~opened.get((names[home[source]], names[home[target]]), 0)).bit_count()
    return missing


def _opened(rules: Sequence[Rule], ports: PortClasses) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for rule in rules:
        pair = rule.source, rule.target
        found[pair] = found.get(pair, 0) | ports.mask(rule.protocol, rule.ports)
    return found
