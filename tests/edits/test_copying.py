"""Copies: everything inside and the links among it, new ids, names and addresses never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.addresses import span
from workbench.edits.copying import LEFT, NoHome, Pasted, gathered, numbered, pasted
from workbench.model.design import Design
from workbench.model.element import KINDS, Element
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.model.holding import blocks_of
from workbench.model.references import references
from workbench.model.sketch import sketch
from workbench.storage.files import open_design

DESIGN = sketch("""
    net account number=1234567890123456
    app account
    hz region region_id=cn-hangzhou
      hz-h zone
      tr transit-router
        att vpc-attachment vpc=prod
    prod vpc parent=app region=hz blocks=10.1.0.0/16
      app-h vswitch zone=hz-h block=10.1.0.0/24 route_table=own
      own route-table
        - routes destination=0.0.0.0/0 hop=att
""")


def of_tag(made: Pasted, tag: str) -> object:
    return next(one for one in made.elements if one.kind.tag == tag)


def test_what_is_inside_comes_along_and_links_to_others_do_not() -> None:
    assert {one.id for one in gathered(DESIGN, ["prod"])} == {"prod", "app-h", "own"}
    assert "att" not in {one.id for one in gathered(DESIGN, ["tr"])}


def test_links_among_the_copied_come_along_and_join_the_copies() -> None:
    copies = gathered(DESIGN, ["hz", "prod"])

    made = pasted(DESIGN, copies)

    link = of_tag(made, "vpc-attachment")
    assert isinstance(link, VpcAttachment)
    fresh = {one.id: one for one in made.elements}
    assert fresh[link.vpc or ""].kind.tag == "vpc"
    assert fresh[link.parent or ""].kind.tag == "transit-router"


def test_copies_name_each_other_and_keep_naming_what_stays() -> None:
    made = pasted(DESIGN, gathered(DESIGN, ["prod"]), ["prod"])

    vpc, vswitch = of_tag(made, "vpc"), of_tag(made, "vswitch")
    assert isinstance(vpc, Vpc)
    assert isinstance(vswitch, VSwitch)
    assert vswitch.parent == vpc.id != "prod"
    assert vswitch.route_table == of_tag(made, "route-table").id  # type: ignore[attr-defined]
    assert (vswitch.zone, vpc.region, vpc.parent) == ("hz-h", "hz", "app")


def test_in_the_same_design_blocks_are_empty_and_the_name_is_numbered() -> None:
    made = pasted(DESIGN, gathered(DESIGN, ["prod"]), ["prod"])
    again = pasted(made.edit(DESIGN), gathered(DESIGN, ["prod"]), ["prod"])

    vpc, vswitch = of_tag(made, "vpc"), of_tag(made, "vswitch")
    assert isinstance(vpc, Vpc)
    assert isinstance(vswitch, VSwitch)
    assert (vpc.name.en, vpc.blocks, vswitch.name.en, vswitch.block) == ("prod-2", (), "app-h", "")
    assert made.emptied == 2
    assert of_tag(again, "vpc").name.en == "prod-3"  # type: ignore[attr-defined]


def test_in_another_design_blocks_are_kept_and_mentions_of_what_it_lacks_go() -> None:
    other = sketch("shared account")

    made = pasted(other, gathered(DESIGN, ["prod"]), ["shared"])

    vpc, vswitch = of_tag(made, "vpc"), of_tag(made, "vswitch")
    assert isinstance(vpc, Vpc)
    assert isinstance(vswitch, VSwitch)
    assert (vpc.blocks, vpc.parent, vpc.region, vpc.name.en) == (("10.1.0.0/16",), "shared", None, "prod")
    assert (vswitch.block, vswitch.zone) == ("10.1.0.0/24", None)
    assert made.emptied == 0


def test_what_stands_in_a_copy_that_lost_its_block_loses_its_own() -> None:
    other = sketch("shared account\nold vpc parent=shared blocks=10.1.128.0/17")

    made = pasted(other, gathered(DESIGN, ["prod"]), ["shared"])

    assert of_tag(made, "vpc").blocks == ()  # type: ignore[attr-defined]
    assert of_tag(made, "vswitch").block == ""  # type: ignore[attr-defined]


def test_an_account_id_is_not_there_twice_and_what_is_in_the_account_keeps_its_blocks_elsewhere() -> None:
    source = sketch("a account number=1\n  v vpc blocks=10.9.0.0/16")
    other = sketch("b account number=1")

    made = pasted(other, gathered(source, ["a"]))

    assert of_tag(made, "account").number == ""  # type: ignore[attr-defined]
    assert of_tag(made, "vpc").blocks == ("10.9.0.0/16",)  # type: ignore[attr-defined]


def test_what_was_cut_keeps_its_block() -> None:
    copies = gathered(DESIGN, ["app-h"])
    without = DESIGN.removing(["app-h"])

    made = pasted(without, copies, ["prod"])

    assert of_tag(made, "vswitch").block == "10.1.0.0/24"  # type: ignore[attr-defined]


def test_a_copy_goes_into_what_is_selected() -> None:
    design = DESIGN.adding(Vpc(id="test", parent="net", region="hz"))

    made = pasted(design, gathered(design, ["app-h"]), ["test"])

    assert of_tag(made, "vswitch").parent == "test"  # type: ignore[attr-defined]


def test_without_a_place_to_stand_the_reason_names_it() -> None:
    with pytest.raises(NoHome, match=r"vSwitch stands in VPC: select one first\."):
        pasted(Design.of(), gathered(DESIGN, ["app-h"]))


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [
        ("prod", {"dev"}, "prod"),
        ("prod", {"prod"}, "prod-2"),
        ("prod", {"prod", "prod-2"}, "prod-3"),
        ("prod-7", {"prod-7"}, "prod-8"),
        ("", {""}, ""),
        ("生产", {"生产"}, "生产-2"),
    ],
)
def test_names_are_numbered(name: str, taken: set[str], free: str) -> None:
    assert numbered(name, taken) == free


ENTERPRISE = open_design(Path(__file__).parents[2] / "resources" / "samples" / "enterprise.lzd").design


@pytest.mark.parametrize("tag", sorted({one.kind.tag for one in ENTERPRISE} - set(LEFT)))
def test_any_element_of_a_large_design_can_be_copied_beside_itself(tag: str) -> None:
    for original in ENTERPRISE.of_kind(KINDS[tag].type)[:5]:
        copies = gathered(ENTERPRISE, [original.id])
        if original.kind.is_link:
            assert not copies
            continue

        made = pasted(ENTERPRISE, copies, [original.id])

        after = made.edit(ENTERPRISE)
        fresh = {one.id for one in made.elements}
        assert not fresh & {one.id for one in ENTERPRISE}
        assert len(fresh) == len(copies)
        assert all(id in after for one in made.elements for id in references(one))
        assert after[made.roots[0]].parent == original.parent
        owned = {id for id in fresh if any(blocks_of(after[id]))}
        assert not {id for id in owned for block in blocks_of(after[id]) if _held_twice(after[id], block)}


def _held_twice(copy: Element, block: str) -> bool:
    """Whether an original of the kind holds an address of a copy's block too: asked one by one."""
    mine = span(block)
    originals = ENTERPRISE.of_kind(type(copy))
    theirs = [found for one in originals for text in blocks_of(one) if (found := span(text))]
    return mine is not None and any(mine.meets(other) for other in theirs)
