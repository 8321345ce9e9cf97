"""Security groups for the rules of domains, within the limits of groups and interfaces.

A domain has a group in each VPC, a basic one inside which nothing passes but what a rule lets through; what does not fit
goes into further groups on the same interfaces. An application always reaches itself: where a group holds several, each
has one more group of its own, inside which everything passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.ids import id_from
from workbench.reachability.synthesis.domains import Home
from workbench.reachability.synthesis.facts import Bounds
from workbench.reachability.synthesis.placed import Placed
from workbench.reachability.synthesis.ranges import port_text
from workbench.reachability.synthesis.rows import Key, Row, Rows, from_itself
from workbench.texts import Text, text
from workbench.words import Words

PARTS: Final = 12
"""Groups of one domain in a VPC that ids are known of, so that those of an earlier run are found again."""


class Breach(NamedTuple):
    """A limit that cannot be kept, with what is needed and what there is."""

    says: Text
    about: ElementId


@dataclass(frozen=True)
class Groups:
    """The groups to be made, the groups of every application, and limits that cannot be kept."""

    made: tuple[SecurityGroup, ...]
    of: Mapping[ElementId, tuple[ElementId, ...]]
    breaches: tuple[Breach, ...]


def group_id(domain: ElementId, vpc: ElementId, part: int = 0) -> ElementId:
    """The id of a domain's group in a VPC, or of the further ones there."""
    return id_from("security-group", "domain", domain, vpc, *([str(part)] if part else []))


def own_id(application: ElementId, vpc: ElementId) -> ElementId:
    """The id of the group inside which an application reaches itself."""
    return id_from("security-group", "own", application, vpc)


def addressed(
    rows: Mapping[Key, Sequence[Row]], placed: Placed, homes: Mapping[ElementId, Home], bounds: Bounds
) -> frozenset[tuple[Key, ElementId]]:
    """Peers named by address since more groups would be named than an interface takes: those who share no address."""
    most = bounds.planner.references_per_group * (bounds.planner.groups_per_interface - 1)
    found = set()
    for key, own in rows.items():
        named = [row for row in own if row.domain]
        for domain in sorted({row.domain for row in named} - {key[0]}):
            if len(named) <= most:
                break
            members = homes[domain].members
            vswitches = placed.vswitches_of(members, only=key[1])
            if not any(placed.neighbours(one, members) for one in vswitches):
                found.add((key, domain))
                named = [row for row in named if row.domain != domain]
    return frozenset(found)


def groups_of(rows: Mapping[Key, Sequence[Row]], made: Rows, bounds: Bounds) -> Groups:
    """The groups of all domains in all VPCs."""
    design, placed = made.placed.design, made.placed
    groups: list[SecurityGroup] = []
    of: dict[ElementId, list[ElementId]] = {}
    breaches: list[Breach] = []
    for (domain, vpc), own in rows.items():
        home = made.homes[domain]
        inside = placed.in_vpc(home.members, vpc)
        parts = list(_parts(own, bounds))
        for number, part in enumerate(parts):
            groups.append(_group(home, vpc, number, part, design, alone=len(inside) == 1))
        for id in inside:
            of.setdefault(id, []).extend(group_id(domain, vpc, number) for number in range(len(parts)))
        groups += [_own(id, vpc, placed) for id in inside if len(inside) > 1]
        for id in inside:
            of[id] += [own_id(id, vpc)] if len(inside) > 1 else []
        hosts = sum(one.hosts or 0 for id in inside if (one := design.get(id, Application)))
        per_interface = len(parts) + (len(inside) > 1)
        breaches += _breaches(home, vpc, (len(own), per_interface, hosts), design, bounds)
    return Groups(tuple(groups), {id: tuple(ids) for id, ids in of.items()}, tuple(breaches))


def _parts(rows: Sequence[Row], bounds: Bounds) -> Iterator[tuple[Row, ...]]:
    """The rules group by group: as many that name a group as one may hold, filled up with others; at least one group."""
    named, plain = [row for row in rows if row.domain], [row for row in rows if not row.domain]
    most = max(1, min(bounds.planner.references_per_group, bounds.planner.rules_per_group))
    is_first = True
    while named or plain or is_first:
        part, named = named[:most], named[most:]
        room = max(1, bounds.planner.rules_per_group) - len(part)
        yield (*part, *plain[:room])
        plain, is_first = plain[room:], False


def _group(
    home: Home, vpc: ElementId, number: int, rows: Sequence[Row], design: Design, *, alone: bool
) -> SecurityGroup:
    name = home.title
    if number:
        name = Words(en=f"{name.said('en')} {number + 1}", zh=f"{name.said('zh')} {number + 1}")
    return SecurityGroup(
        id=group_id(home.id, vpc, number),
        name=name,
        parent=vpc,
        inner="Accept" if alone and not number else "Drop",
        rules=tuple(_rule(row, vpc) for row in rows),
    )


def _rule(row: Row, vpc: ElementId) -> SecurityRule:
    protocol, ports = row.span
    return SecurityRule(
        direction=row.direction,
        action=row.action,
        priority=row.priority,
        protocol=protocol,
        port=port_text(ports),
        block=row.block,
        group=group_id(row.domain, vpc) if row.domain else None,
    )


def _own(id: ElementId, vpc: ElementId, placed: Placed) -> SecurityGroup:
    said = text("{name}, itself", name=placed.design[id].title())
    return SecurityGroup(
        id=own_id(id, vpc),
        name=Words(en=said.said("en"), zh=said.said("zh")),
        parent=vpc,
        inner="Accept",
        rules=tuple(_rule(row, vpc) for row in from_itself(id, vpc, placed)),
    )


def _breaches(
    home: Home, vpc: ElementId, counts: tuple[int, int, int], design: Design, bounds: Bounds
) -> Iterator[Breach]:
    rules, groups, hosts = counts
    group, limits = group_id(home.id, vpc), bounds.planner
    where = text("{name} in {vpc}", name=home.title, vpc=design[vpc].title())
    if rules > limits.rules_per_interface:
        most = limits.rules_per_interface
        yield Breach(
            text("{where}: {count} rules an interface; {most} fit", where=where, count=rules, most=most),
            group,
        )
    if groups > limits.groups_per_interface:
        most = limits.groups_per_interface
        yield Breach(
            text("{where}: {count} groups an interface; {most} fit", where=where, count=groups, most=most),
            group,
        )
    if hosts > bounds.addresses_per_group:
        most = bounds.addresses_per_group
        yield Breach(
            text("{where}: {count} hosts in a group; {most} fit", where=where, count=hosts, most=most), group
        )
