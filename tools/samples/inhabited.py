"""Generated designs with applications in their vSwitches and groups, and flows between them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from tools.samples.draft import named
from tools.samples.generated import PORTS, Size, generated
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch

ANYBODY: Final = "10.0.0.0/8"
APPLICATIONS_A_DOMAIN: Final = 50


def inhabited(size: Size, applications: int, seed: int = 1) -> Design:
    """A generated design in which applications serve each other; as many flows as applications say what is wanted."""
    random, bare = Random(seed), generated(size, seed)
    domains = list(_domains(applications))
    serving = {vpc.id: _serving(bare, vpc, random) for vpc in bare.of_kind(Vpc)}
    made = [_application(bare, number, domains, serving, random) for number in range(applications)]
    flows = [_flow(number, made, random) for number in range(applications)]
    return bare.adding(*domains, *serving.values(), *made, *flows)


def _domains(applications: int) -> Iterator[SecurityDomain]:
    for number in range(-(-applications // APPLICATIONS_A_DOMAIN)):
        yield SecurityDomain(**named(f"domain-{number}", f"Domain {number}", f"安全域 {number}"))


def _serving(design: Design, vpc: Vpc, random: Random) -> SecurityGroup:
    """A group that lets in anybody but one vSwitch, its own VPC or another group, by port."""
    vswitches = [one.block for one in design.of_kind(VSwitch)]
    groups = [one.id for one in design.of_kind(SecurityGroup)]
    ports = [f"{port}/{port}" for port in random.sample(PORTS, 6)]
    rules = (
        SecurityRule(port=ports[0], block=random.choice(vswitches), action="drop", priority=1),
        *(SecurityRule(port=port, block=ANYBODY, priority=2) for port in ports[:4]),
        SecurityRule(port=ports[4], block=vpc.blocks[0], priority=2),
        SecurityRule(port=ports[5], group=random.choice(groups), priority=2),
    )
    return SecurityGroup(
        **named(f"serving-{vpc.id}", f"serving-{vpc.id}", parent=vpc.id, inner="Drop", rules=rules)
    )


def _application(
    design: Design,
    number: int,
    domains: list[SecurityDomain],
    serving: dict[ElementId, SecurityGroup],
    random: Random,
) -> Application:
    """One with the group that serves and every other one with some of the rest too; every fourth stands in two VPCs."""
    vpcs = random.sample([*serving], 1 if number % 4 else 2)
    inside = [[design[id] for id in design.children(vpc)] for vpc in vpcs]
    others = [one.id for one in inside[0] if isinstance(one, SecurityGroup)]
    return Application(
        **named(
            f"application-{number}",
            f"Application {number}",
            f"应用 {number}",
            parent=random.choice(domains).id,
            vswitches=tuple(
                random.choice([one.id for one in row if isinstance(one, VSwitch)]) for row in inside
            ),
            groups=(
                *(serving[vpc].id for vpc in vpcs),
                *random.sample(others, min(len(others), number % 2)),
            ),
        )
    )


def _flow(number: int, applications: list[Application], random: Random) -> Flow:
    source, target = random.sample(applications, 2)
    port = random.choice(PORTS)
    return Flow(
        **named(
            f"flow-{number}",
            f"Flow {number}",
            f"流量 {number}",
            source=source.id,
            target=target.id,
            port=f"{port}/{port}",
        )
    )
