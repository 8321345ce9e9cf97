"""What holds for every kind, however many there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.drawing.symbols import symbol
from workbench.engagement.contract import items_under
from workbench.model import elements as _elements
from workbench.model.element import KINDS, Element, kind, shown

assert _elements


@pytest.mark.parametrize("tag", sorted(KINDS))
def test_a_kind_can_be_made_of_an_id_alone_and_tells_itself(tag: str) -> None:
    element = KINDS[tag].type(id="x")

    assert element.kind is KINDS[tag]
    assert element.title().en == ("Unnamed customer" if tag == "engagement" else "x")
    assert isinstance(element.meta(), str)


@pytest.mark.parametrize("tag", sorted(KINDS))
def test_a_kind_names_only_kinds_fields_symbols_and_clauses_that_exist(tag: str) -> None:
    found = KINDS[tag]
    containers = {place for places in found.stands.values() for place in places}
    referred = {other for field in found.fields for other in field.refers}
    referred |= {other for field in found.fields for column in field.columns for other in column.refers}

    assert {*found.inside, *containers, *referred} - {""} <= set(KINDS)
    assert symbol(found.symbol).pieces
    assert not found.clause_item or items_under(found.clause_item)
    assert found.joins is None or set(found.joins) <= {"parent", *found.type.__struct_fields__}


@pytest.mark.parametrize("tag", sorted(KINDS))
def test_a_kind_stands_in_a_file_of_its_own(tag: str) -> None:
    folder = Path(__file__).parents[2] / "workbench" / "model" / "elements"

    holding = [
        path.name for path in folder.glob("*.py") if f'tag="{tag}"' in path.read_text(encoding="utf-8")
    ]

    assert len(holding) == 1


def test_a_second_kind_of_one_tag_stops_the_program() -> None:
    class Second(Element, frozen=True, kw_only=True, tag="vpc"):
        """A second VPC."""

    with pytest.raises(ValueError, match="two kinds are called 'vpc'"):
        kind("VPC", "VPCs", domain="network", symbol="vpc")(Second)


def test_a_field_says_how_it_is_edited() -> None:
    blocks = KINDS["vpc"].field("blocks")
    rules = KINDS["security-group"].field("rules")

    assert (blocks.editor, blocks.many) == ("block", True)
    assert rules.editor == "rows"
    assert {column.name for column in rules.columns} >= {"action", "port", "group"}
    assert shown("x").extra


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(KeyError, match="vpc has no field 'colour'"):
        KINDS["vpc"].field("colour")
