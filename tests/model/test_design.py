"""A design never changes, and its indexes tell what a slow look would tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.model.designs import IDS, designs, elements
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import KINDS, Element
from workbench.model.references import references, without
from workbench.model.sketch import sketch


def test_two_elements_of_one_id_are_refused() -> None:
    vpc = KINDS["vpc"].type(id="a")

    with pytest.raises(ValueError, match="'a'"):
        Design.of([vpc, KINDS["region"].type(id="a")])


def test_replacing_a_field_leaves_the_earlier_design_as_it_was() -> None:
    before = sketch("v vpc blocks=10.0.0.0/16")

    after = before.replacing("v", blocks=("10.1.0.0/16",))

    assert before["v"].meta() == "10.0.0.0/16"
    assert after["v"].meta() == "10.1.0.0/16"


def test_replacing_by_the_same_value_gives_the_same_design() -> None:
    design = sketch("v vpc blocks=10.0.0.0/16")

    assert design.replacing("v", blocks=("10.0.0.0/16",)) is design


def test_a_cycle_of_parents_ends_every_walk() -> None:
    design = sketch("a folder parent=b\nb folder parent=a")

    assert [element.id for element in design.within("a")] == ["a", "b"]
    assert [element.id for element in design.above("a")] == ["b"]


@settings(max_examples=share(2000, 0.05))
@given(designs(), st.lists(st.tuples(elements(), st.booleans()), max_size=8))
def test_indexes_carried_along_equal_fresh_ones(design: Design, steps: list[tuple[Element, bool]]) -> None:
    assert design.index

    for element, removed in steps:
        design = design.removing([element.id]) if removed else design.adding(element)

    fresh = Design(design.elements)
    for tag in KINDS:
        assert design.of_kind(KINDS[tag].type) == fresh.of_kind(KINDS[tag].type)
    for id in [None, *(f"e{n}" for n in range(12))]:
        assert design.children(id) == fresh.children(id)
        assert design.referrers(id or "") == fresh.referrers(id or "")


@settings(max_examples=share(2000, 0.05))
@given(designs(), designs())
def test_a_change_leads_from_one_design_to_the_other(before: Design, after: Design) -> None:
    change = Change.between(before, after)

    led = before.removing(e.id for e in change.removed).adding(
        *change.added, *(new for _, new in change.replaced)
    )
    assert led == after
    assert bool(change) == (before != after)


@settings(max_examples=share(1000, 0.05))
@given(elements(), st.frozensets(IDS, max_size=4))
def test_an_element_without_some_ids_mentions_none_of_them(element: Element, gone: frozenset[str]) -> None:
    kept = without(element, gone)

    assert not references(kept) & gone
    assert kept.parent not in gone
    assert references(kept) == references(element) - gone
