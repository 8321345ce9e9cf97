"""Broken designs are normal work: every row has its cells and its reason, typing has an answer, plans are compared."""

from __future__ import annotations

from random import Random

import pytest

from tests.rules.random_designs import TAGS, random_change, random_design
from workbench.edits.fields import set_fields
from workbench.model.change import Change
from workbench.planning.plan_table import plan_table
from workbench.planning.plan_table.columns import ORDER, sorting, wording
from workbench.planning.plan_table.comparison import compared
from workbench.planning.plan_table.typed import typed_edit
from workbench.reading import Refused
from workbench.texts import LANGUAGES

PLANNED = [
    tag for tag in TAGS if tag in ("vpc", "vswitch", "address-pool", "address-request", "reserved-range")
]


@pytest.mark.parametrize("seed", range(25))
def test_every_row_of_a_broken_design_is_told_and_followed(seed: int) -> None:
    random = Random(seed)
    design = random_design(random, 160)
    table = plan_table(design)
    for _ in range(6):
        for key in table.seats:
            for column in ORDER:
                sorting(table, key, column, "en")
                assert all(isinstance(wording(table, key, column, language), str) for language in LANGUAGES)
        element = random.choice([one for one in design if one.kind.tag in PLANNED])
        before, design = design, set_fields([element.id], **random_change(element, random, design))(design)
        table = table.after(Change.between(before, design), design) or plan_table(design)
        assert dict(table.seats) == dict(plan_table(design).seats)


@pytest.mark.parametrize("seed", range(10))
def test_typing_into_a_broken_design_has_an_answer_and_plans_are_compared(seed: int) -> None:
    random = Random(seed)
    design = random_design(random, 120)
    table = plan_table(design)
    answers = 0
    for seat in table.seats.values():
        for typed in ("10.0.0.0/24", "/24", "", "100 +20 %"):
            try:
                typed_edit(design, seat, random.choice(ORDER), typed, "en")(design)
            except Refused as wrong:
                answers += bool(wrong.text.said("zh"))
            else:
                answers += 1
    assert answers == 4 * len(table.seats)
    for source in ("open", "anew"):
        assert compared(design, source).design is design
