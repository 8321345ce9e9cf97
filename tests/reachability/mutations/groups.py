"""Faults in security groups, and in who is in which."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

import msgspec

from tests.reachability.mutations.operators import (
    Operator,
    Place,
    beside,
    elements,
    fields,
    lower_half,
    put_row,
    row_with,
    rows,
    wider,
    with_fields,
    with_row,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup, SecurityRule

ANYWHERE: Final = "0.0.0.0/0"
GROUPS: Final = elements(SecurityGroup)
RULES: Final = rows(SecurityGroup, "rules")
OPENINGS: Final = rows(
    SecurityGroup, "rules", lambda rule: (rule.direction, rule.action) == ("ingress", "accept")
)
LEAVING: Final = rows(
    SecurityGroup, "rules", lambda rule: (rule.direction, rule.action) == ("egress", "accept")
)
ACCEPTS: Final = rows(SecurityGroup, "rules", lambda rule: rule.action == "accept")
DROPS: Final = rows(SecurityGroup, "rules", lambda rule: rule.action == "drop")
MEMBERSHIPS: Final = rows(Application, "groups")


def _pairs(design: Design) -> list[Place]:
    """Rules of one group and direction, of other action and priority."""
    return [
        Place(group.id, at, str(other))
        for group in design.of_kind(SecurityGroup)
        for at, one in enumerate(group.rules)
        for other, two in enumerate(group.rules)
        if one.direction == two.direction and one.priority < two.priority and one.action != two.action
    ]


def _swapped(design: Design, place: Place) -> Design:
    group = design.get(place.id, SecurityGroup)
    assert group is not None
    found, other = list(group.rules), int(place.to)
    one, two = found[place.row], found[other]
    found[place.row] = msgspec.structs.replace(one, priority=two.priority)
    found[other] = msgspec.structs.replace(two, priority=one.priority)
    return design.replacing(place.id, rules=tuple(found))


def _turned(word: str) -> str:
    return "drop" if word == "accept" else "accept"


def _rule(**values: Any) -> Any:
    """Adds a rule; what it says beside its row's block is given."""
    return put_row("rules", lambda _design, _place: SecurityRule(**values), first=True)


def _against(action: str, **more: Any) -> Any:
    """Adds a rule of the same match that does otherwise and comes first."""

    def make(design: Design, place: Place) -> SecurityRule:
        group = design.get(place.id, SecurityGroup)
        assert group is not None
        return msgspec.structs.replace(group.rules[place.row], action=action, priority=1, **more)

    return put_row("rules", make, first=True)


def _later(design: Design, place: Place) -> Design:
    """A drop that comes after an accept of the same match."""
    group = design.get(place.id, SecurityGroup)
    assert group is not None
    drop = msgspec.structs.replace(group.rules[place.row], action="drop", priority=100)
    return design.replacing(place.id, rules=(*group.rules, drop))


def _named(design: Design, place: Place) -> tuple[str, ...]:
    found = design.get(place.id, Application)
    assert found is not None
    return found.groups


def _other_groups(design: Design, place: Place) -> list[str]:
    """The groups that an application is not in."""
    named = _named(design, place)
    return [one.id for one in design.of_kind(SecurityGroup) if one.id not in named]


def _shared(design: Design) -> list[Place]:
    """The groups that several applications are in."""
    named = Counter(id for one in design.of_kind(Application) for id in one.groups)
    return [Place(one.id) for one in design.of_kind(SecurityGroup) if named[one.id] > 1]


def _other_peers(design: Design, place: Place) -> list[str]:
    return [one.id for one in design.of_kind(SecurityGroup) if one.id != place.id]


def _exchanged(design: Design, place: Place) -> dict[str, Any]:
    return {
        "groups": tuple(place.to if at == place.row else id for at, id in enumerate(_named(design, place)))
    }


OPERATORS: Final = (
    Operator("group rule removed", "A rule of a security group is taken out", RULES, without_row("rules")),
    Operator(
        "group opened to everyone",
        "A rule lets its port in from anywhere",
        OPENINGS,
        row_with("rules", block=ANYWHERE),
    ),
    Operator(
        "any-any",
        "A rule lets everything in from anywhere",
        OPENINGS,
        row_with("rules", block=ANYWHERE, protocol="all", port="-1/-1"),
    ),
    Operator(
        "rule of the wrong direction",
        "A rule counts the other way",
        RULES,
        with_row(
            "rules",
            lambda _design, _place, rule: {
                "direction": "egress" if rule.direction == "ingress" else "ingress"
            },
        ),
    ),
    Operator(
        "priorities of rules swapped", "A drop comes before the accept that was first", _pairs, _swapped
    ),
    Operator(
        "drop shadowed by an accept",
        "What a drop is about is accepted before it",
        DROPS,
        _against("accept"),
    ),
    Operator(
        "drop put before an accept", "What a rule accepts is dropped before it", ACCEPTS, _against("drop")
    ),
    Operator("drop put behind an accept", "What a rule accepts is dropped after it", ACCEPTS, _later),
    Operator(
        "rule turned",
        "A rule does the other thing",
        RULES,
        with_row("rules", lambda _design, _place, rule: {"action": _turned(rule.action)}),
    ),
    Operator(
        "port widened",
        "A rule lets in every port of its protocol",
        OPENINGS,
        row_with("rules", port="1/65535"),
    ),
    Operator(
        "wrong port",
        "A rule is about a port beside the one that is used",
        ACCEPTS,
        row_with("rules", port="8443/8443"),
    ),
    Operator(
        "wrong protocol", "A rule is about UDP in place of TCP", ACCEPTS, row_with("rules", protocol="udp")
    ),
    Operator(
        "block of a rule widened",
        "A rule is open to a block that is 256 times as large",
        OPENINGS,
        with_row("rules", lambda _design, _place, rule: {"block": wider(rule.block, 8)}),
    ),
    Operator(
        "block of a rule narrowed",
        "A rule is about the lower half of its block",
        RULES,
        with_row("rules", lambda _design, _place, rule: {"block": lower_half(rule.block)}),
    ),
    Operator(
        "administration port opened",
        "A group lets SSH in from all of the cloud",
        GROUPS,
        _rule(port="22/22", block="10.0.0.0/8", priority=1),
    ),
    Operator(
        "egress opened",
        "A group lets everything out before its drops",
        elements(SecurityGroup, lambda group: any(rule.direction == "egress" for rule in group.rules)),
        _rule(direction="egress", protocol="all", block=ANYWHERE, priority=1),
    ),
    Operator(
        "egress dropped",
        "A group lets nothing out",
        GROUPS,
        _rule(direction="egress", action="drop", protocol="all", block=ANYWHERE, priority=1),
    ),
    Operator(
        "peer of a rule is a group",
        "A rule lets in the members of a group in place of a block",
        beside(OPENINGS, _other_peers),
        with_row("rules", lambda _design, place, _rule: {"block": "", "group": place.to}),
    ),
    Operator(
        "inner policy turned",
        "Applications of one group reach each other, or no longer do",
        _shared,
        with_fields(
            lambda design, place: {
                "inner": "Accept" if getattr(design[place.id], "inner", "") == "Drop" else "Drop"
            }
        ),
    ),
    Operator(
        "type of a group turned",
        "A basic group is an advanced one, which lets nothing out by itself",
        GROUPS,
        fields(type="enterprise"),
    ),
    Operator(
        "group taken off an application",
        "An application is no longer in a group",
        MEMBERSHIPS,
        without_row("groups"),
    ),
    Operator(
        "wrong group",
        "An application is in another group than meant",
        beside(MEMBERSHIPS, _other_groups),
        with_fields(_exchanged),
    ),
    Operator(
        "one group too many",
        "An application is in one more group",
        beside(elements(Application), _other_groups),
        with_fields(lambda design, place: {"groups": (*_named(design, place), place.to)}),
    ),
    Operator("no group", "An application is in no group", elements(Application), fields(groups=())),
    Operator(
        "rule for what leaves removed",
        "A group no longer lets out what it let out by name",
        LEAVING,
        without_row("rules"),
    ),
)
