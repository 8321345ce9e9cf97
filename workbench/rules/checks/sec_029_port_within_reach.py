"""SEC-029."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planners.reachability.network import INTERNET
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
    groups = [group for id in application.groups if (group := design.get(id, SecurityGroup))]
    told = {port for group in groups for one in open_to_everyone.check(group, design) for port in _ports(one)}
    for id in ("admin_ports", "database_ports"):
        figure = design.fact(f"security_group.limits.{id}")
        for port in numbers(figure):
            if str(port) in told:
                continue
            by = _reached_by(application.id, port, paths)
            if by is not None:
                yield found(application, says=by, rests_on=(figure,), port=port)


def _ports(finding: Finding) -> list[str]:
    said = dict(finding.values)["ports"]
    return [str(port) for port in said] if isinstance(said, list) else []


def _reached_by(application: str, port: int, paths: Paths) -> str | None:
    """Who reaches a port of an application at some place: the internet, or all others; None where few do."""
    answers, order = paths.answers, paths.found.compiled.order
    ends = [id for place in paths.found.parties[application].places for id in place.targets]
    if any(answers.verdict(INTERNET, id, "tcp", port) in ("allow", "partial") for id in ends):
        return ""
    if _others(paths) < FEWEST:
        return None
    own = [order.internet, *(order.at[id] for id in ends)]
    everybody = order.count - len(own)
    by_all = (len(np.setdiff1d(answers.senders(id, "tcp", port), own)) == everybody for id in ends)
    return "all" if any(by_all) else None


def _others(paths: Paths) -> int:
    """How many parties stand somewhere."""
    known = paths.notes.get("parties")
    if known is None:
        owners = {owner_of(one.id) for one in paths.found.network.endpoints}
        known = paths.notes["parties"] = len(owners)
    assert isinstance(known, int)
    return known
