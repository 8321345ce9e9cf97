"""SEC-014."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.sayings import owner_of, title_of
from workbench.rules.bypassing import Bypass, bypasses
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import protocol_and_port, stops


@rule(
    "SEC-014",
    about=None,
    severity="warning",
    says={
        "": "{targets}: reached from {name} past the firewalls between VPCs, as {target} from {source} on {port}",
        "uninspected": "{name} does not inspect all that passes between {targets}: {target} is reached from {source} on {port}",
        "one-way": "Only one way between {source} in {name} and {target} in {other} passes {wall}, which drops the other",
        "back": "Answers of {name} ({port}) come to {other}, which has not seen the connection begin and drops them",
    },
    source="VPC firewall for an Enterprise Edition transit router",
    facts=("cloud_firewall.vpc_boundary.modes", "cloud_firewall.vpc_boundary.inspects"),
    by_paths=True,
)
def path_beside_firewall(design: Reader, paths: Paths) -> Iterator[Finding]:
    """Where a firewall stands between VPCs, what passes between security domains passes it, both ways.

    One route that leads around it, over a peering or a table that is not steered, is enough to get past all policies. A
    firewall that sees one way of a connection only drops the other. Which pairs of attachments an automatically steered
    boundary inspects was read in no document: where that decides, it is a hint.

    Wrong:
        tr transit-router
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          peer vpc-peering peer=vpc-b
          rt-a route-table type=system
            - routes destination=10.2.0.0/16 hop=peer
          sg-a security-group
        vpc-b vpc
          vsw-b vswitch block=10.2.1.0/24
          rt-b route-table type=system
            - routes destination=10.1.0.0/16 hop=peer
          sg-b security-group
            - rules port=443/443 block=10.1.0.0/16
        office security-domain
          app-a application vswitches=vsw-a groups=sg-a
        core security-domain
          app-b application vswitches=vsw-b groups=sg-b
        wall cloud-firewall boundary=vpc steering=managed guards=tr

    Right:
        tr transit-router
          rt transit-router-table
          att-a vpc-attachment vpc=vpc-a association=rt learning=rt
          att-b vpc-attachment vpc=vpc-b association=rt learning=rt
        vpc-a vpc
          vsw-a vswitch block=10.1.1.0/24
          rt-a route-table type=system
            - routes destination=10.2.0.0/16 hop=att-a
          sg-a security-group
        vpc-b vpc
          vsw-b vswitch block=10.2.1.0/24
          rt-b route-table type=system
            - routes destination=10.1.0.0/16 hop=att-b
          sg-b security-group
            - rules port=443/443 block=10.1.0.0/16
        office security-domain
          app-a application vswitches=vsw-a groups=sg-a
        core security-domain
          app-b application vswitches=vsw-b groups=sg-b
        wall cloud-firewall boundary=vpc steering=managed guards=tr
    """
    modes, inspects = (design.fact(f"cloud_firewall.vpc_boundary.{id}") for id in ("modes", "inspects"))
    together: dict[tuple[ElementId, str], dict[Bypass, list[SecurityDomain]]] = {}
    for one in bypasses(paths):
        source, target = (_domain(id, design) for id in (one.source, one.target))
        boundary = design.get(one.uninspected)
        if source is not None and target is not None:
            about, domains = (boundary.id, [source, target]) if boundary else (source.id, [target])
            together.setdefault((about, one.wall), {})[one] = domains
    for (id, wall), ways in together.items():
        told = design.get(id)
        assert told is not None, "the boundary, or the domain that is the source, was met above"
        is_assumed = not isinstance(told, SecurityDomain)
        first, *_ = ways
        targets = {domain.id: domain for domains in ways.values() for domain in domains}
        yield found(
            told,
            *targets.values(),
            says="one-way" if wall else "uninspected" if is_assumed else "",
            rests_on=(modes, inspects) if is_assumed else (modes,),
            targets=tuple(target.title() for target in targets.values()),
            source=title_of(first.source, paths.design),
            target=title_of(first.target, paths.design),
            wall=title_of(owner_of(wall), paths.design),
            port=first.port,
        )


@also_by_paths(path_beside_firewall, about=Flow)
def flow_whose_answers_meet_a_firewall(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows whose answers alone come to a firewall."""
    modes = design.fact("cloud_firewall.vpc_boundary.modes")
    for stop in stops(flow.id, paths):
        wall = paths.design.get(owner_of(stop.place)) if stop.stage == "return-firewall" else None
        if wall is not None:
            yield found(flow, wall, says="back", rests_on=(modes,), port=protocol_and_port(stop))


def _domain(id: str, design: Reader) -> SecurityDomain | None:
    application = design.get(id, Application)
    return design.get(application.parent, SecurityDomain) if application else None
