"""Broken designs are normal work: every row has its cells and its reason, typing has an answer, plans are compared."""

from __future__ import annotations

from random import Random

import pytest
from networkx import DiGraph, ancestors, strongly_connected_components

from tests.rules.random_designs import TAGS, random_change, random_design
from workbench.drawing.surroundings import naming_fields
from workbench.edits.fields import set_fields
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.planning.plan_table import PlanTable, plan_table
from workbench.planning.plan_table.columns import ORDER, sorting, wording
from workbench.planning.plan_table.comparison import compared
from workbench.planning.plan_table.seats import Seat
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
        astray = _astray(design)
        assert _told(table, astray) == _told(plan_table(design), astray)


def _told(table: PlanTable, astray: set[str]) -> dict[str, Seat]:
    """The rows of all that belongs somewhere; rows that stand only for others are left out where some go astray."""
    return {
        key: seat
        for key, seat in table.seats.items()
        if not (seat.is_shared and astray) and seat.element not in astray
    }


def _astray(design: Design) -> set[str]:
    """What leads into a circle of names: there it depends on who is asked first where it belongs."""
    graph = DiGraph(
        (one.id, other)
        for one in design
        for other in (one.parent, *(getattr(one, name) for name in _names(type(one))))
        if other
    )
    circles = [
        one
        for one in strongly_connected_components(graph)
        if len(one) > 1 or graph.has_edge(*[*one, *one][:2])
    ]
    return {id for circle in circles for one in circle for id in (one, *ancestors(graph, one))}


def _names(kind: type[Element]) -> tuple[str, ...]:
    return tuple(name for names in naming_fields(kind) for name in names)


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
