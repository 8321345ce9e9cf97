"""Which fields the inspector shows for what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.model.element import KINDS, Element, Field, Kind
from workbench.texts import Text, text

SECTIONS: Final[dict[str, Text]] = {
    "identity": text("Identity"),
    "own": text("Properties"),
    "addresses": text("Addresses"),
    "routing": text("Routing and rules"),
    "contract": text("Contract"),
}


def shared_fields(elements: Sequence[Element]) -> tuple[Field, ...]:
    """The fields that all elements have, the place first among those of the kind."""
    kinds = tuple({element.kind.tag: element.kind for element in elements}.values())
    if not kinds:
        return ()
    common = [field for field in kinds[0].fields if all(_has(kind, field) for kind in kinds[1:])]
    place = parent_field(kinds)
    own = next((n for n, field in enumerate(common) if field.section != "identity"), len(common))
    return (*common[:own], *((place,) if place else ()), *common[own:])


def parent_field(kinds: Sequence[Kind]) -> Field | None:
    """The field that says what an element stands in; None where no parent fits all of the kinds."""
    inside = tuple(
        tag for tag in kinds[0].inside if tag in KINDS and all(tag in kind.inside for kind in kinds)
    )
    if not inside:
        return None
    return Field(
        name="parent",
        label=text("Stands in"),
        editor="reference",
        section="own",
        refers=inside,
        many=False,
        unit="",
        least=None,
        most=None,
        choices={},
        row=None,
        columns=(),
        type=str | None,
        hint=None,
    )


def _has(kind: Kind, field: Field) -> bool:
    return any(
        other.name == field.name and other.editor == field.editor and other.refers == field.refers
        for other in kind.fields
    )
