"""What a rule of the project can compare in each kind."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from workbench.model.compared import place_of, places_of
from workbench.model.element import KINDS
from workbench.model.elements.custom_rule import CustomRule
from workbench.texts import LANGUAGES


@pytest.mark.parametrize("tag", sorted(KINDS))
def test_every_place_that_is_offered_is_one_and_has_a_label_of_its_own(tag: str) -> None:
    places = places_of(KINDS[tag])

    assert all(place_of(tag, named) for named in places)
    for language in LANGUAGES:
        said = [label.said(language) for label in places.values()]
        assert all(said)
        assert len(set(said)) == len(said), said


def test_every_comparison_fits_somewhere() -> None:
    offered = {
        comparison
        for tag, kind in KINDS.items()
        for named in places_of(kind)
        if (place := place_of(tag, named))
        for comparison in place.comparisons
    }

    assert offered == set(get_args(get_type_hints(CustomRule)["comparison"]))


def test_a_typed_key_brings_its_tag() -> None:
    kind = KINDS["vpc"]

    assert "tags.owner" in places_of(kind, "owner")
    assert "tags.owner" in places_of(kind, "tags.owner")
    assert place_of("vpc", "tags.owner")
    assert places_of(kind, "name").keys() == places_of(kind).keys()
