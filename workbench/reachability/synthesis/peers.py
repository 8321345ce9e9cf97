"""What names an application's former group as its peer: the new one is named beside it, and what is left over is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import msgspec

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.database import Database
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.ids import is_made
from workbench.reachability.synthesis.groups import PARTS, group_id, own_id

Moves = Mapping[ElementId, tuple[ElementId, ...]]
"""For each former group of applications, the groups that these are in now, in the same VPC."""


def moves(before: Design, after: Mapping[ElementId, tuple[ElementId, ...]], design: Design) -> Moves:
    """Where the members of former groups went; `design` holds the new groups."""
    found: dict[ElementId, dict[ElementId, None]] = {}
    for id, groups in after.items():
        application = before.get(id, Application)
        for old in application.groups if application else ():
            drawn = before.get(old, SecurityGroup)
            if drawn is not None and old not in groups:
                same = {one: None for one in groups if drawn.parent in (None, design[one].parent)}
                found.setdefault(old, {}).update(list(same.items())[:1])
    return {old: tuple(new) for old, new in found.items()}


def followed(design: Design, moved: Moves) -> Design:
    """The design in which databases and groups of other things name the new groups beside the former ones."""
    changed: list[Element] = []
    for database in design.of_kind(Database):
        more = tuple(new for old in database.groups for new in moved.get(old, ()))
        if more:
            groups = tuple(dict.fromkeys((*database.groups, *more)))
            changed.append(msgspec.structs.replace(database, groups=groups))
    for group in design.of_kind(SecurityGroup):
        if any(rule.group in moved for rule in group.rules) and is_of_others(group.id, design):
            rules = dict.fromkeys(rule for old in group.rules for rule in (old, *_renamed(old, moved)))
            changed.append(msgspec.structs.replace(group, rules=tuple(rules)))
    return design.adding(*changed) if changed else design


def is_of_others(group: ElementId, design: Design) -> bool:
    """Whether something else than applications and groups names a group."""
    naming = (design.get(id) for id in design.referrers(group))
    return any(not isinstance(one, (Application, SecurityGroup)) for one in naming)


def unused(before: Design, after: Design) -> tuple[SecurityGroup, ...]:
    """Groups of applications that nothing names any more."""
    return tuple(
        group
        for group in before.of_kind(SecurityGroup)
        if group.id in after
        and any(before.get(id, Application) for id in before.referrers(group.id))
        and not after.referrers(group.id)
    )


def of_earlier_runs(design: Design, kept: frozenset[ElementId]) -> tuple[ElementId, ...]:
    """Groups that an earlier run made, which the new ones take the place of and nothing else names."""
    made: dict[ElementId, set[ElementId]] = {}
    for group in design.of_kind(SecurityGroup):
        if group.parent and is_made("security-group", group.id):
            made.setdefault(group.parent, set()).add(group.id)
    found: list[ElementId] = []
    for vpc, ids in made.items():
        if loose := {id for id in ids - kept if not is_of_others(id, design)}:
            found += sorted(loose & _known(design, vpc, ids))
    return tuple(found)


def _known(design: Design, vpc: ElementId, ids: Set[ElementId]) -> frozenset[ElementId]:
    """Of the ids of a VPC's groups those that a run may have made. A domain has further groups only beside its first."""
    found = {own_id(one.id, vpc) for one in design.of_kind(Application)} & ids
    for domain in design.of_kind(SecurityDomain):
        first = group_id(domain.id, vpc)
        if first in ids:
            found |= {first, *(group_id(domain.id, vpc, part) for part in range(1, PARTS))}
    return frozenset(found)


def _renamed(rule: SecurityRule, moved: Moves) -> Iterator[SecurityRule]:
    yield from (msgspec.structs.replace(rule, group=new) for new in moved.get(rule.group or "", ()))
