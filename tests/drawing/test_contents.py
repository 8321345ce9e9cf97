from collections.abc import Mapping
from pathlib import Path

import pytest

from workbench.drawing.build import drawings
from workbench.drawing.contents import contents
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.region import Region
from workbench.model.elements.sheet import Sheet
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.storage.files import open_design

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"

BASE = """
s sheet shows=network
hz region
  h zone
sh region
"""


def stands(design: Design) -> Mapping[str, str]:
    """Where each box of the sheet stands."""
    sheet = design.get("s", Sheet)
    assert sheet
    return {stand.key: stand.within for stand in contents(design, sheet).order}


def test_boxes_nest_from_region_to_vswitch():
    found = stands(
        sketch(
            BASE
            + """
acc account
  v vpc region=hz
    vs vswitch zone=h
"""
        )
    )

    assert found == {
        "hz": "",
        "acc@hz": "hz",
        "v": "acc@hz",
        "h@v": "v",
        "vs": "h@v",
        "sh": "",
    }


def test_an_account_stands_in_every_region_it_has_something_in():
    found = stands(
        sketch(
            BASE
            + """
acc account
  v vpc region=hz
  w vpc region=sh
idle account
"""
        )
    )

    assert {"acc@hz", "acc@sh"} <= set(found)
    assert not any(key.startswith("idle") for key in found)


def test_what_tells_no_region_stands_on_the_sheet_itself():
    found = stands(
        sketch(
            """
s sheet shows=network
acc account
  v vpc
lost vswitch block=10.0.0.0/24
tr transit-router
"""
        )
    )

    assert found == {"acc": "", "v": "acc", "lost": "", "tr": ""}


def test_an_empty_container_stands_where_a_person_put_it():
    found = stands(
        sketch(
            """
s sheet shows=network
  p1 placement subject=acc within=hz
  p2 placement subject=h within=v x=10 y=20
hz region
  h zone
acc account
  v vpc region=hz
"""
        )
    )

    assert found["acc@hz"] == "hz"
    assert found["h@v"] == "v"


def test_what_is_hidden_takes_along_what_stands_in_it():
    found = stands(
        sketch(
            """
s sheet shows=network
  p1 placement subject=v within=hz hidden=true
hz region
v vpc region=hz
  vs vswitch
w vpc region=hz
"""
        )
    )

    assert set(found) == {"hz", "w"}


def test_a_sheet_of_one_region_shows_it_and_what_its_lines_reach():
    design = sketch(
        """
s sheet shows=network only=hz
hz region
sh region
cen cen
  tr1 transit-router region=hz
    peer peer-attachment peer=tr2
  tr2 transit-router region=sh
v vpc region=sh
site data-centre
"""
    )

    assert set(stands(design)) == {"hz", "tr1", "cen", "sh", "tr2"}


def test_folders_that_hold_each_other_still_stand():
    found = stands(
        sketch(
            """
s sheet shows=account
a folder parent=b
b folder parent=a
"""
        )
    )

    assert set(found) == {"a", "b"}
    assert "" in found.values()


def test_names_are_in_the_order_of_their_numbers():
    found = stands(
        sketch(
            """
s sheet shows=network
r region
  vpc-10 vpc region=r parent=
  vpc-9 vpc region=r parent=
"""
        )
    )

    assert list(found) == ["r", "vpc-9", "vpc-10"]


@pytest.mark.parametrize("sample", ["basic-network", "standard"])
def test_what_loses_the_box_it_stood_in_is_drawn_all_the_same(sample: str) -> None:
    design = open_design(SAMPLES / f"{sample}.lzd").design
    lost = [element.id for kind in (Vpc, VSwitch, Region, Account) for element in design.of_kind(kind)]

    for id in lost:
        assert drawings(design.removing([id]), "en")
