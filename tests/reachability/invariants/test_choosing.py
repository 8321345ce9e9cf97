"""Whom an invariant means."""

from __future__ import annotations

import pytest

from workbench.model.elements.invariant import Invariant
from workbench.model.sketch import sketch
from workbench.reachability.invariants.choosing import Choosing

LINES = """
    net internet
    env-p environment production=true name.en=Production name.zh=生产
    env-t environment name.en=Test name.zh=测试
    dmz security-domain trust=low name.en=DMZ name.zh=隔离区
    core security-domain trust=high
      order application environment=env-p account=logs name.en=Order name.zh=订单 data_class=PCI vswitches=w
    site data-centre name.en=Offices
    web application parent=dmz environment=env-t tags.role=backup
    logs account role=log environment=env-t
    vpc vpc
      w vswitch block=10.0.1.0/24
      db database application=order vswitches=w
      alb load-balancer
      group security-group
    wall cloud-firewall
    rule invariant {named}
      - sources_are {condition}
"""


def meant(condition: str, named: str = "") -> tuple[str, ...]:
    """Who fulfils a condition."""
    design = sketch(LINES.format(named=named, condition=condition))
    one = design.get("rule", Invariant)
    assert one is not None
    return Choosing(design).sources(one)


@pytest.mark.parametrize(
    ("condition", "ids"),
    [
        ("what=kind value=application", ("order", "web")),
        ("what=kind value=应用系统,Databases", ("order", "web", "db")),
        ("what=kind value=*", ("order", "web", "db", "alb", "site", "net")),
        ("what=name value=ORDER", ("order",)),
        ("what=name value=订*，off*", ("order", "site")),
        ("what=domain value=隔离区", ("web",)),
        ("what=environment value=*test*", ("web",)),
        ("what=production value=yes", ("order", "db")),
        ("what=production value=否", ("web",)),
        ("what=trust value=高", ("order", "db")),
        ("what=data-class value=*pci*", ("order", "db")),
        ("what=tag value=role=back*", ("web",)),
        ("what=role value=log", ("order", "db")),
        ("what=vpc value=vpc", ("order", "db", "alb")),
        ("what=trust value=", ("alb", "site", "net")),
        ("what=kind compared=is-not value=application,database", ("alb", "site", "net")),
    ],
)
def test_a_condition_is_about_words_in_either_language_with_any_letters_for_a_star(
    condition: str, ids: tuple[str, ...]
) -> None:
    assert meant(condition) == ids


def test_all_conditions_have_to_be_fulfilled_by_who_is_named_or_in_what_is_named() -> None:
    database = "what=kind value=database"

    assert meant(database, "sources=core,dmz") == ("db",)
    assert meant(database, "sources=order") == ("db",)
    assert meant(database, "sources=dmz") == ()
    assert meant(database + "\n      - sources_are what=trust value=low") == ()


def test_groups_and_vswitches_are_meant_where_they_are_named_alone() -> None:
    assert meant("what=kind value=*", "sources=group,w") == ("group", "w")
    assert "group" not in meant("what=kind value=*")


def test_of_a_design_without_applications_its_vswitches_are_everybody() -> None:
    design = sketch("vpc vpc\n  w vswitch block=10.0.1.0/24")

    assert Choosing(design).everybody == ("w", "internet")


def test_only_what_is_passed_may_be_a_firewall() -> None:
    lines = LINES.format(named="through=wall sources=wall", condition="what=name value=*")
    design = sketch(lines)
    one = design.get("rule", Invariant)
    assert one is not None

    assert Choosing(design).through(one) == ("wall",)
    assert Choosing(design).sources(one) == ()
