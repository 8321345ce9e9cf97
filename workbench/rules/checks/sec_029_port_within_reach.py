"""SEC-029."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from planners.reachability.bits import Packed, Places
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.reachability.sayings import owner_of
from workbench.rules.checks.sec_005_open_to_everyone import open_to_everyone
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import numbers

FEWEST = 4
"""Parties, itself among them, from which on all of them are many."""


@rule(
    "SEC-029",
    about=Application,
    severity="warning",
    says={
        "": "The internet reaches {name} on {port}",
        "all": "Everybody in the design reaches {name} on {port}",
    },
    severities={"all": "hint"},
    source="Security group overview (2021 mirror)",
    facts=("security_group.limits.admin_ports", "security_group.limits.database_ports"),
    by_paths=True,
)
def port_within_reach(application: Application, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Ports of administration and of databases are within reach of those who need them, not of all.

    Whoever gets in anywhere tries them next. It is looked at what really comes through groups, ACLs, routes and boundaries:
    from the internet, and from everybody else who is drawn. A group that opens them to every address is found itself.

    Wrong:
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          vsw-b vswitch block=10.1.2.0/24
          sg-a security-group
            - rules port=22/22 block=10.0.0.0/8
          sg-b security-group
        app-a application vswitches=vsw-a groups=sg-a
        app-b application vswitches=vsw-b groups=sg-b
        app-c application vswitches=vsw-b groups=sg-b
        app-d application vswitches=vsw-b groups=sg-b

    Right:
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          vsw-b vswitch block=10.1.2.0/24
          sg-a security-group
            - rules port=443/443 block=10.0.0.0/8
          sg-b security-group
        app-a application vswitches=vsw-a groups=sg-a
        app-b application vswitches=vsw-b groups=sg-b
        app-c application vswitches=vsw-b groups=sg-b
        app-d application vswitches=vsw-b groups=sg-b
    """
    for id in ("admin_ports", "database_ports"):
        figure = design.fact(f"security_group.limits.{id}")
        by = {
            port: said
            for port in numbers(figure)
            if (said := _reached_by(application.id, port, paths)) is not None
        }
        told = _told(application, design) if by else ()
        for port, said in by.items():
            if str(port) not in told:
                yield found(application, says=said, rests_on=(figure,), port=port)


def _told(application: Application, design: Reader) -> set[str]:
    """The ports of which it is told that a group of the application opens them to every address."""
    groups = [group for id in application.groups if (group := design.get(id, SecurityGroup))]
    return {port for group in groups for one in open_to_everyone.check(group, design) for port in _ports(one)}


def _ports(finding: Finding) -> list[str]:
    said = dict(finding.values)["ports"]
    return [str(port) for port in said] if isinstance(said, list) else []


class _Reached(NamedTuple):
    """Of every endpoint, whether the internet reaches it on a port, how many do not for certain, and who does."""

    from_outside: list[bool]
    lacking: list[int]
    senders: Packed

    def lacks(self, place: int) -> Places:
        """Who does not reach an endpoint for certain."""
        flags = np.unpackbits(~self.senders[place], count=len(self.lacking), bitorder="little")
        return np.flatnonzero(flags)


def _reached_by(application: ElementId, port: int, paths: Paths) -> str | None:
    """Who reaches a port of an application at some place: the internet, or all others; None where few do."""
    reached, order = _reached(port, paths), paths.found.compiled.order
    ends = [order.at[id] for place in paths.found.parties[application].places for id in place.targets]
    if any(reached.from_outside[end] for end in ends):
        return ""
    own = {order.internet, *ends}
    near = [end for end in ends if reached.lacking[end] <= len(own)]
    by_all = (own.issuperset(reached.lacks(end).tolist()) for end in near)
    return "all" if near and _others(paths) >= FEWEST and any(by_all) else None


def _reached(port: int, paths: Paths) -> _Reached:
    """The same of all endpoints, worked out once."""
    number = paths.found.compiled.ports.of("tcp", port)
    known = paths.notes.get(f"reached {number}")
    if known is None:
        order = paths.found.compiled.order
        whole, half, _ = paths.answers.squares(number)
        senders = whole | half
        lacking = order.count - np.bitwise_count(senders).sum(axis=1, dtype=np.intp)
        outside = senders[:, order.internet >> 3] >> np.uint8(order.internet & 7) & 1
        known = _Reached(outside.astype(np.bool_).tolist(), lacking.tolist(), senders)
        paths.notes[f"reached {number}"] = known
    assert isinstance(known, _Reached)
    return known


def _others(paths: Paths) -> int:
    """How many parties stand somewhere."""
    known = paths.notes.get("parties")
    if known is None:
        owners = {owner_of(one.id) for one in paths.found.network.endpoints}
        known = paths.notes["parties"] = len(owners)
    assert isinstance(known, int)
    return known
