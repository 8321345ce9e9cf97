"""The next free block for what is being drawn."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.next_block import next_block, with_next_block


def test_a_new_vpc_takes_from_the_pool_of_its_region() -> None:
    design = sketch("""
        region-a region
        pool-all address-pool blocks=10.0.0.0/8
          pool-a address-pool blocks=10.16.0.0/12 region=region-a
        vpc-a vpc region=region-a blocks=10.16.0.0/16
    """)

    assert next_block(design, "region-a", 16) == "10.17.0.0/16"
    assert next_block(design, "account-x", 16) == "10.0.0.0/16"
    assert next_block(design, "account-x", 16, region="region-a") == "10.17.0.0/16"


def test_a_new_vswitch_takes_from_its_vpc() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/23,10.9.0.0/24
          vsw-1 vswitch block=10.0.0.0/24
    """)

    assert next_block(design, "vpc-a", 24) == "10.0.1.0/24"
    assert next_block(design, "vpc-a", 22) == ""


def test_a_design_without_pools_takes_from_the_standard_private_ranges() -> None:
    first = next_block(Design.of(), None, 16)

    assert first == "10.0.0.0/16"


def test_what_is_drawn_gets_the_next_block_of_its_place() -> None:
    design = sketch("""
        region-a region
        vpc-a vpc region=region-a blocks=10.0.0.0/16
        vpc-b vpc region=region-a blocks=10.1.0.0/25
    """)
    region, first, second = (design[id] for id in ("region-a", "vpc-a", "vpc-b"))

    assert with_next_block(Vpc(id="new"), design, [region]) == Vpc(id="new", blocks=("10.2.0.0/16",))
    assert with_next_block(VSwitch(id="new"), design, [first, region]) == VSwitch(
        id="new", block="10.0.0.0/24"
    )
    assert with_next_block(VSwitch(id="new"), design, [second]) == VSwitch(id="new", block="10.1.0.0/25")
    assert with_next_block(VSwitch(id="new"), design, [region]) == VSwitch(id="new")
    assert with_next_block(region, design, []) is region
