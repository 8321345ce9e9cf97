"""Which kinds the rules about many of them ask."""

from __future__ import annotations

from workbench.engagement.lens import coverage
from workbench.model.element import KINDS
from workbench.model.elements.engagement import Engagement
from workbench.model.sketch import sketch
from workbench.rules.engine import registered
from workbench.rules.kinds import CONTAINERS, HOUSED, LINKS, SELF_NESTING, WITH_BLOCKS
from workbench.rules.naming import namings


def tags(types: tuple[type, ...]) -> set[str]:
    return {kind.tag for kind in KINDS.values() if kind.type in types}


def test_kinds_are_sorted_by_what_they_declare() -> None:
    assert {"vpc-attachment", "flow", "circuit"} <= tags(LINKS)
    assert tags(SELF_NESTING) == {"folder", "address-pool", "address-request", "cost-centre"}
    assert {"vswitch", "security-group", "routing-policy"} <= tags(HOUSED)
    assert not {"region", "engagement", "address-pool"} & tags(HOUSED)
    assert {"vpc", "sheet", "folder"} <= tags(CONTAINERS)
    assert {"vpc", "security-group", "data-centre"} <= tags(WITH_BLOCKS)


def test_every_kind_that_a_limit_leaves_out_has_its_rule() -> None:
    basic = Engagement(id="deal", edition="basic", choice="network")

    limited = {tag for tag in KINDS if coverage(sketch(f"thing {tag}")["thing"], basic).limit}

    assert limited == set(registered()["SCO-004"].tags)


def test_namings_are_the_parent_then_fields_then_rows() -> None:
    design = sketch("""
        vpc-a vpc
          rt route-table
            - routes hop=att
            - routes hop=nat
          vsw vswitch zone=z route_table=rt
    """)

    assert [(naming.field, naming.id) for naming in namings(design["rt"])] == [
        ("parent", "vpc-a"),
        ("routes", "att"),
        ("routes", "nat"),
    ]
    assert [naming.id for naming in namings(design["vsw"])] == ["vpc-a", "z", "rt"]
