"""The figures of a plan: what a design says of the platform goes before what the platform's documents say."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan
from workbench.planning.figures import forbidden, kept_in_vswitch, number
from workbench.planning.next_block import next_block
from workbench.planning.pools import pool_use


def given(lines: str) -> dict[str, str]:
    """The blocks that the plan gives, by request."""
    return {answer.request: answer.block for answer in address_plan(sketch(lines)).answers}


def test_the_sizes_of_a_vswitch_are_those_the_design_names() -> None:
    waiting = """
        vpc-a vpc blocks=10.1.0.0/16
          vsw-1 vswitch
        wish address-request subject=vsw-1 prefix_length=30
    """

    assert given(waiting) == {}
    assert given(f"{waiting}\n        own fact-override fact=vswitch.mask_max value=30") == {
        "wish": "10.1.0.0/30"
    }


def test_ranges_that_the_design_forbids_are_in_no_block() -> None:
    plan = """
        pool address-pool blocks=10.0.0.0/22
          wish address-request prefix_length=23
        own fact-override fact=vpc.cidr.forbidden_blocks value=10.0.1.0/24
    """
    design = sketch(plan)

    assert given(plan) == {"wish": "10.0.2.0/23"}
    assert [str(block) for block in forbidden(design)] == ["10.0.1.0/24"]
    assert next_block(design, None, 23) == "10.0.2.0/23"
    assert pool_use(design)[0].used == 256


def test_the_private_ranges_of_a_design_without_pools_are_those_it_names() -> None:
    design = sketch("own fact-override fact=vpc.cidr.standard_private_blocks value=172.20.0.0/16")

    assert next_block(design, None, 24) == "172.20.0.0/24"


def test_what_the_platform_keeps_makes_a_block_for_hosts_larger() -> None:
    waiting = """
        vpc-a vpc blocks=10.1.0.0/16
          vsw-1 vswitch
        wish address-request subject=vsw-1 hosts=252
    """

    assert given(waiting) == {"wish": "10.1.0.0/24"}
    assert given(f"{waiting}\n        own fact-override fact=vswitch.reserved_last value=9") == {
        "wish": "10.1.0.0/23"
    }


@pytest.mark.parametrize("value", ["-7", "9" * 300, "many", "", "=1+1", "1e9", "\u202e4"])
def test_an_override_of_any_text_leaves_a_figure_that_can_be_counted_with(value: str) -> None:
    design = sketch("own fact-override fact=vswitch.mask_max").replacing("own", value=value)

    assert 0 <= number(design, "vswitch.mask_max", 32) <= 32
    assert kept_in_vswitch(design) == 4
