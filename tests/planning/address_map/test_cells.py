"""A space in 256 cells: what matters most in each is what it is shown as."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.planning.address_map import address_map
from workbench.planning.address_map.cells import cells


def test_a_cell_shows_what_is_used_however_little_and_a_collision_before_that() -> None:
    space = address_map(
        sketch("""
            kept reserved-range block=10.3.0.0/16
            dc data-centre
              - ranges block=10.1.128.0/24
            vpc-a vpc blocks=10.0.0.0/16
              one vswitch block=10.0.0.0/28
            vpc-b vpc blocks=10.1.0.0/16
            vpc-c vpc blocks=10.2.0.0/16
        """)
    ).spaces[0]

    assert cells(space)[:5] == ["used", "overlap", "spare", "reserved", "free"]
    assert len(cells(space)) == 256
