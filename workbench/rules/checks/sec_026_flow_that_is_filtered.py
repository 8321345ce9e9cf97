"""SEC-026."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.eip import Eip
from workbench.model.elements.flow import Flow
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.reachability.sayings import ROUTE_ENDS, title_of
from workbench.rules.filtering import filter_of, is_of_one_group, opening_cures, said
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import cause
from workbench.rules.rule import rule
from workbench.rules.stops import protocol_and_port, stops

FILTERS = ("sg-out", "sg-in", "acl-out", "acl-in", "firewall")


@rule(
    "SEC-026",
    about=Flow,
    severity="error",
    says={
        "": "{place} stops {name} ({port}) from {source} to {target}: {why}",
        "entry": "Nothing lets {name} ({port}) from {source} in to {target}: {why}",
    },
    source="Security group rules",
    facts=(
        "security_group.rules.merge",
        "security_group.rules.default_rules_last",
        "network_acl.evaluation",
    ),
    by_paths=True,
)
def flow_that_is_filtered(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """What is wanted is let through by every group, ACL and boundary on its way.

    A flow is followed packet by packet: all rules of all groups of an interface in their order, the ACLs of both vSwitches,
    the boundaries in between. The first that says no is named. Where only the inner policy of a group decides, whose place in
    the order no document tells, it is a hint. What comes from the internet may also come by the listeners of a load balancer: then
    both parts of that way are followed. Where one faces the internet of which nobody said what it leads to, no way in is missed.

    Wrong:
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          vsw-b vswitch block=10.1.2.0/24
          sg-a security-group
          sg-b security-group
        app-a application vswitches=vsw-a groups=sg-a
        app-b application vswitches=vsw-b groups=sg-b
        wish flow source=app-a target=app-b port=443/443

    Right:
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          vsw-b vswitch block=10.1.2.0/24
          sg-a security-group
          sg-b security-group
            - rules port=443/443 group=sg-a
        app-a application vswitches=vsw-a groups=sg-a
        app-b application vswitches=vsw-b groups=sg-b
        wish flow source=app-a target=app-b port=443/443
    """
    merge, order = design.fact("security_group.rules.merge"), design.fact("network_acl.evaluation")
    for stop in stops(flow.id, paths):
        is_entry = stop.is_routing and cause(stop, paths.design) == "entry"
        if stop.stage not in FILTERS and not (is_entry and not _may_come_by_a_balancer(design)):
            continue
        place = None if is_entry else filter_of(stop, paths)
        facts = [order if stop.stage.startswith("acl") else merge]
        if stop.stage.startswith("sg") and stop.told.rule is None and is_of_one_group(stop, paths):
            facts.append(design.fact("security_group.rules.default_rules_last"))
        yield found(
            flow,
            *((place,) if place else ()),
            says="entry" if is_entry else "",
            rests_on=facts,
            cures=[] if is_entry else list(opening_cures(stop, paths)),
            port=protocol_and_port(stop),
            source=title_of(stop.source, paths.design),
            target=title_of(stop.target, paths.design),
            place=place.title() if place else "",
            why=ROUTE_ENDS.get(stop.told.why, ROUTE_ENDS["no-entry"]) if is_entry else said(stop, paths),
        )


def _may_come_by_a_balancer(design: Reader) -> bool:
    """Whether some load balancer faces the internet of which the design does not say all that it leads to."""
    return any(_faces_outside(one, design) and not _says_all(one) for one in design.of_kind(LoadBalancer))


def _faces_outside(one: LoadBalancer, design: Reader) -> bool:
    bound = (eip for eip in design.referrers(one, Eip) if eip.bound_to == one.id)
    return one.faces == "internet" or next(bound, None) is not None


def _says_all(one: LoadBalancer) -> bool:
    return bool(one.listeners) and all(row.application and row.port is not None for row in one.listeners)
