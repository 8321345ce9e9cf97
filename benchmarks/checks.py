"""Checking a design of 10,000 elements: the full run, and single edits until their findings are complete.

Run from the checkout: `python -m benchmarks checks`. Every time is also given as a multiple of copying a dict of 10,000
entries in the same run. The goals: an edit's findings within 200 ms, a full run within a few seconds. Rules about paths come
after the others; their times are those of designs of size L with applications and flows.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._timing import least_time
from tools.samples.generated import SIZES, generated
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.flow import Flow
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.engine import Checking

Step = Callable[[Design], Design]


def full_run(design: Design) -> Checking:
    """Every rule but those about paths asked about everything."""
    checking = Checking(design)
    checking.work_quickly()
    assert checking.findings is not None
    return checking


def edits(design: Design) -> dict[str, Step]:
    """One edit of each kind that is made often, or that touches much."""
    vswitch, vpc = design.of_kind(VSwitch)[0], design.of_kind(Vpc)[0]
    group, deal = design.of_kind(SecurityGroup)[0], design.of_kind(Engagement)[0]
    return {
        "a vSwitch gets another block": lambda d: d.replacing(vswitch.id, block="10.255.255.0/24"),
        "a VPC gets another block": lambda d: d.replacing(vpc.id, blocks=("10.255.0.0/16",)),
        "a vSwitch is deleted": lambda d: d.removing([vswitch.id]),
        "a security group loses its rules": lambda d: d.replacing(group.id, rules=()),
        "the edition is changed": lambda d: d.replacing(deal.id, edition="basic", choice="network"),
    }


def followed(checking: Checking, edit: Step) -> None:
    """An edit and its undoing, each until the findings are complete."""
    before = checking.design
    for after in (edit(before), before):
        checking.follow(Change.between(checking.design, after), after)
        checking.work_quickly()
        assert checking.findings is not None


def peopled(applications: int, flows: int) -> Design:
    """A design of size L with applications in its vSwitches, in one group each, and flows between neighbours."""
    design, random = generated(SIZES["L"]), Random(1)
    groups = {group.parent: group.id for group in design.of_kind(SecurityGroup)}
    homes = [one for one in design.of_kind(VSwitch) if one.purpose != "TR" and one.parent in groups]
    chosen = random.sample(homes, applications)
    people = [
        Application(id=f"app-{n}", vswitches=(home.id,), groups=(groups[home.parent],))
        for n, home in enumerate(chosen)
    ]
    wishes = [
        Flow(id=f"flow-{n}", source=f"app-{n}", target=f"app-{n + 1}", port="443/443") for n in range(flows)
    ]
    return design.adding(*people, *wishes)


def paths_of(checking: Checking) -> float:
    """Seconds of the processor until the rules about paths that wait have been asked."""
    start = process_time()
    checking.work_paths()
    return process_time() - start


def print_paths() -> None:
    """Prints how long the rules about paths take, all of them, after an edit of a group, and of a route."""
    design = peopled(1000, 500)
    checking = full_run(design)
    print(f"rules about paths, {len(design):,} elements: {paths_of(checking):.2f} s")
    group, table = design.of_kind(SecurityGroup)[0], design.of_kind(RouteTable)[0]
    for name, id in (("rules of a group", group.id), ("routes of a table", table.id)):
        field = "rules" if id == group.id else "routes"
        after = checking.design.replacing(id, **{field: ()})
        checking.follow(Change.between(checking.design, after), after)
        checking.work_quickly()
        print(f"  after other {name}: {paths_of(checking):.2f} s")


def main() -> None:
    """Prints the times and their ratios."""
    design = generated(SIZES["10k"])
    assert design.index
    entries = dict(design.elements)
    copy = least_time(lambda: dict(entries), 200)
    print(f"{len(design):,} elements; copying a dict of as many entries takes {copy * 1e6:.0f} us")
    full = least_time(lambda: full_run(design), 3)
    print(f"full run: {full * 1000:.0f} ms, {full / copy:,.0f} copies")
    checking = full_run(design)
    for name, edit in edits(design).items():
        took = least_time(lambda edit=edit: followed(checking, edit)) / 2  # type: ignore[misc]
        print(f"{name}: {took * 1000:.1f} ms, {took / copy:,.0f} copies")
    print_paths()


if __name__ == "__main__":
    main()
