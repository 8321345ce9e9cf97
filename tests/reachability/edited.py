"""Small designs edited at random, as people edit them: mostly rules of groups, and now and then anything else."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from msgspec.structs import replace

from tests.reachability.drawn import BLOCKS, PORTS, lines_of
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.folder import Folder
from workbench.model.elements.security_group import SecurityGroup, SecurityRule
from workbench.model.sketch import sketch
from workbench.words import Words

BESIDE: Final = 20
"""Applications beside those that are edited, so that a group with other rules has few members among all."""
SMALL: Final = ("10.1.1.0/25", "10.1.1.64/32", "203.0.113.0/24")
"""Blocks that cut a vSwitch in two, or are about a part of the internet."""


def begun(seed: int) -> Design:
    """A design that depends on the seed alone."""
    beside = "".join(f"    more-{one} application vswitches=b-2 groups=sg-c\n" for one in range(BESIDE))
    groups = "".join(
        f"    sg-{one} security-group parent=vpc-{'b' if one == 'c' else 'a'}\n      - rules port=443/443 block=10.0.0.0/8\n"
        for one in "cd"
    )
    return sketch(f"{lines_of(seed)}\n{groups}    app-5 application vswitches=a-1 groups=sg-d\n{beside}")


def edited(design: Design, random: Random) -> Design:
    """The design after one edit."""
    return random.choice((*(_rules,) * 6, *OTHERS))(design, random)


def _rules(design: Design, random: Random) -> Design:
    group = random.choice(design.of_kind(SecurityGroup))
    rows, at = list(group.rules), random.randrange(len(group.rules) + 1)
    if at < len(rows) and random.random() < 0.6:
        action = "drop" if rows[at].action == "accept" else "accept"
        rows[at : at + 1] = random.choice(((), (replace(rows[at], action=action),), (_rule(random, design),)))
    else:
        rows.insert(at, _rule(random, design))
    return design.replacing(group.id, rules=tuple(rows))


def _rule(random: Random, design: Design) -> SecurityRule:
    port, is_peer = random.choice((*PORTS, -1)), random.random() < 0.2
    return SecurityRule(
        direction=random.choice(("ingress", "egress")),
        action=random.choice(("accept", "drop")),
        protocol=random.choice(("tcp", "tcp", "udp", "all")),
        port="nobody knows" if random.random() < 0.1 else f"{port}/{port}",
        block="" if is_peer else random.choice((*BLOCKS, *BLOCKS, *SMALL)),
        group=random.choice(design.of_kind(SecurityGroup)).id if is_peer else None,
        priority=random.randrange(1, 4),
    )


def _group(design: Design, random: Random) -> Design:
    one = random.choice(design.of_kind(SecurityGroup))
    fields = ({"inner": "Drop"}, {"inner": "Accept"}, {"type": "enterprise"}, {"parent": "vpc-b"})
    return design.replacing(one.id, **random.choice(fields))


def _application(design: Design, random: Random) -> Design:
    one = random.choice([*design.of_kind(Application)[:5]])
    fields = (
        {"name": Words(en="Shop")},
        {"parent": random.choice(("dom", None))},
        {"groups": random.choice((("sg-a",), ("sg-d",), ()))},
        {"vswitches": random.choice((("a-1",), ("a-2", "b-1"), ()))},
    )
    return design.replacing(one.id, **random.choice(fields))


def _flow(design: Design, random: Random) -> Design:
    flows, port = design.of_kind(Flow), random.choice((*PORTS, 9000))
    if flows and random.random() < 0.5:
        return design.removing([random.choice(flows).id])
    source, target = random.sample(("out", "app-1", "app-5", "dom"), 2)
    return design.adding(Flow(id=f"f-{port}-{source}", source=source, target=target, port=f"{port}/{port}"))


def _gone(design: Design, random: Random) -> Design:
    return design.removing([random.choice([one.id for one in design])])


def _beside(design: Design, random: Random) -> Design:
    return design.adding(Folder(id=f"folder-{random.randrange(99)}"))


OTHERS: Final[tuple[Callable[[Design, Random], Design], ...]] = (_group, _application, _flow, _gone, _beside)
