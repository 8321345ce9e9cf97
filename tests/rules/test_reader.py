"""How a rule sees the design: what it reads is noted."""

from __future__ import annotations

import pytest

from workbench.model.change import Change
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.rules.directory import accounts_of, folders_of
from workbench.rules.engine import Checking
from workbench.rules.places import account_of, environment_of, region_of
from workbench.rules.reader import Reader, touched

DESIGN = sketch("""
    bj region
      z zone
    prod environment production=true
    rd resource-directory
      f folder environment=prod
        a account
          vpc-a vpc region=bj
            vsw vswitch zone=z
      root account role=management
""")


def test_what_is_looked_at_is_noted() -> None:
    reader = Reader(DESIGN)
    vpc = reader.get("vpc-a", Vpc)
    assert vpc

    reader.children(vpc, VSwitch)
    reader.of_kind(Vpc)
    reader.fact("vswitch.mask_max")

    assert reader.read == {
        ("element", "vpc-a"),
        ("children", "vpc-a"),
        ("kind", "vpc"),
        ("fact", "vswitch.mask_max"),
    }


def test_what_is_not_there_is_noted_too() -> None:
    reader = Reader(DESIGN)

    assert reader.get("later") is None
    assert reader.read == {("element", "later")}


def test_a_change_touches_the_element_its_kind_its_parent_and_whom_it_names() -> None:
    changed = DESIGN.replacing("vsw", block="10.0.0.0/24")

    keys = set(touched(Change.between(DESIGN, changed)))

    assert keys == {("element", "vsw"), ("kind", "vswitch"), ("children", "vpc-a"), ("referrers", "z")}


def test_an_override_asks_only_those_again_that_rest_on_its_figure() -> None:
    design = sketch("""
        own fact-override fact=vswitch.mask_max value=29
        rd resource-directory
          f folder
        vpc-a vpc blocks=10.0.0.0/16
          vsw vswitch block=10.0.0.0/29
    """)
    checking = Checking(design)
    checking.work()
    assert ("NET-004", "vsw") not in {(found.rule, found.about) for found in checking.findings}

    changed = design.replacing("own", value="28")
    checking.follow(Change.between(design, changed), changed)
    asked = checking.waiting
    checking.work()

    assert ("NET-004", "vsw") in {(found.rule, found.about) for found in checking.findings}
    assert asked < 15


def test_an_override_of_another_type_is_passed_over() -> None:
    design = sketch("own fact-override fact=vswitch.mask_max value=many")

    assert Reader(design).fact("vswitch.mask_max").value == 29


def test_a_figure_that_does_not_exist_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError):
        Reader(DESIGN).fact("no.such.figure")


def test_region_account_and_environment_come_from_what_an_element_stands_in() -> None:
    reader, vswitch = Reader(DESIGN), DESIGN["vsw"]

    places = (region_of(vswitch, reader), account_of(vswitch, reader), environment_of(vswitch, reader))

    assert [place and place.id for place in places] == ["bj", "a", "prod"]


def test_a_directory_knows_its_folders_and_accounts() -> None:
    directory = DESIGN["rd"]

    assert [folder.id for folder in folders_of(directory, Reader(DESIGN))] == ["f"]  # type: ignore[arg-type]
    assert [account.id for account in accounts_of(directory, Reader(DESIGN))] == ["root", "a"]  # type: ignore[arg-type]


def test_folders_that_run_in_a_circle_end_the_walk() -> None:
    design = sketch("""
        rd resource-directory
          one folder parent=two
          two folder parent=one
    """)

    assert folders_of(design["rd"], Reader(design)) == []  # type: ignore[arg-type]
