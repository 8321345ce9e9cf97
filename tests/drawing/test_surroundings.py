"""Where elements belong does not depend on who is asked first."""

from __future__ import annotations

from random import Random

import pytest

from tests.rules.random_designs import random_design
from workbench.drawing.surroundings import Surroundings, circles
from workbench.model.sketch import sketch


@pytest.mark.parametrize("seed", range(12))
def test_any_order_of_asking_gives_the_same(seed: int) -> None:
    design = random_design(Random(seed), 120)
    ids = [one.id for one in design]
    forwards, backwards = Surroundings(design), Surroundings(design)

    there = {id: forwards.of(id) for id in ids}
    back = {id: backwards.of(id) for id in reversed(ids)}

    assert there == back


def test_what_stands_in_a_circle_knows_what_it_names_itself_and_others_from_it() -> None:
    design = sketch("""
        hz region
        one vpc parent=two region=hz
        two vpc parent=one
        sw vswitch parent=one
    """)
    around = Surroundings(design)

    assert set(circles(design)) == {"one", "two"}
    assert around.of("one") == {"region": "hz", "vpc": "two"}
    assert around.of("two") == {"vpc": "one"}
    assert around.of("sw")["region"] == "hz"
