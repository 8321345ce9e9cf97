"""Security groups that do what the rules of a grouping say, within the limits of groups and interfaces.

Every domain has a group of its own, a basic one whose inner policy is drop: rules name it as their source. Entries that do
not fit into it go into further groups on the same interfaces. Where too many entries name a group, the address blocks
of source domains take the place of their groups, those of the fewest blocks first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planners import pace
from planners.addresses import Block
from planners.domains.addresses import Blocks, domain_blocks
from planners.domains.grouping import Grouping, Rule
from planners.domains.naming import Names
from planners.domains.problem import App, Limits


class Entry(NamedTuple):
    """One ingress rule of a group: from a group, or from a block."""

    protocol: str
    ports: tuple[int, int] | None
    group: str = ""
    block: Block | None = None


class Group(NamedTuple):
    """A security group: all apps of the domain have it on their interface."""

    name: str
    domain: str
    entries: tuple[Entry, ...]


class Breach(NamedTuple):
    """A limit that cannot be kept: its name, what is needed and what there is.

    `unknown` are the source domains whose address blocks are not known; with them fewer entries would name groups.
    """

    limit: str
    need: int
    have: int
    unknown: tuple[str, ...] = ()


class Load(NamedTuple):
    """What one domain asks of its groups.

    `rules` is what a single group would hold, each naming another group; `by_block` are the source domains whose
    blocks take the place of their groups; `groups` and `entries` are what it comes to in the end.
    """

    domain: str
    rules: int
    groups: int
    entries: int
    by_block: tuple[str, ...] = ()
    breaches: tuple[Breach, ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a grouping, and how each domain stands to the limits."""

    groups: tuple[Group, ...]
    loads: tuple[Load, ...]

    @property
    def breaches(self) -> tuple[tuple[str, Breach], ...]:
        """The limits that cannot be kept, with their domains."""
        return tuple((load.domain, breach) for load in self.loads for breach in load.breaches)


def security_groups(apps: Sequence[App], grouping: Grouping, limits: Limits) -> Groups:
    """The groups that permit exactly what the rules of a grouping permit."""
    blocks = domain_blocks(apps, grouping)
    names = Names(domain.name for domain in grouping.domains)
    opened: dict[str, list[Rule]] = {domain.name: [] for domain in grouping.domains}
    for rule in grouping.rules:
        opened[rule.target].append(rule)
    groups: list[Group] = []
    loads = []
    for domain, rules in opened.items():
        pace.breathe()
        by_block = _by_block(rules, blocks, limits)
        parts = list(_parts(_entries(rules, by_block, blocks), limits))
        groups += [
            Group(names.further(domain) if i else domain, domain, part) for i, part in enumerate(parts)
        ]
        unknown = tuple(sorted({rule.source for rule in rules} - blocks.keys()))
        entries = sum(map(len, parts))
        breaches = tuple(_breaches(len(parts), entries, unknown, limits))
        loads.append(Load(domain, len(rules), len(parts), entries, by_block, breaches))
    return Groups(tuple(groups), tuple(loads))


def _by_block(rules: Sequence[Rule], blocks: Mapping[str, Blocks], limits: Limits) -> tuple[str, ...]:
    """The sources that are named by their blocks, so that one group can name the others; none where it can name all."""
    counts: dict[str, int] = {}
    for rule in rules:
        counts[rule.source] = counts.get(rule.source, 0) + 1
    named, entries, chosen = len(rules), len(rules), list[str]()
    for source in sorted(
        blocks.keys() & counts.keys(), key=lambda one: (len(blocks[one]), -counts[one], one)
    ):
        more = counts[source] * (len(blocks[source]) - 1)
        if named <= limits.references_per_group or (more and entries + more > limits.rules_per_interface):
            break
        named, entries = named - counts[source], entries + more
        chosen.append(source)
    return tuple(sorted(chosen))


def _entries(rules: Sequence[Rule], by_block: Sequence[str], blocks: Mapping[str, Blocks]) -> list[Entry]:
    """The entries for some rules, those that name a group first."""
    named = [Entry(rule.protocol, rule.ports, rule.source) for rule in rules if rule.source not in by_block]
    return named + [
        Entry(rule.protocol, rule.ports, block=block)
        for rule in rules
        if rule.source in by_block
        for block in blocks[rule.source]
    ]


def _parts(entries: Sequence[Entry], limits: Limits) -> Iterator[tuple[Entry, ...]]:
    """The entries group by group: as many that name a group as one may hold, filled up with blocks; at least one group."""
    named = [entry for entry in entries if entry.group]
    plain = [entry for entry in entries if not entry.group]
    most = max(1, min(limits.references_per_group, limits.rules_per_group))
    is_first = True
    while named or plain or is_first:
        part, named = named[:most], named[most:]
        room = max(1, limits.rules_per_group) - len(part)
        yield (*part, *plain[:room])
        plain, is_first = plain[room:], False


def _breaches(groups: int, entries: int, unknown: tuple[str, ...], limits: Limits) -> Iterator[Breach]:
    if groups > limits.groups_per_interface:
        yield Breach("groups_per_interface", groups, limits.groups_per_interface, unknown)
    if entries > limits.rules_per_interface:
        yield Breach("rules_per_interface", entries, limits.rules_per_interface, unknown)
