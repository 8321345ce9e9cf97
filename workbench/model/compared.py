"""What of an element one can compare: fields, columns of tables, one language of a name, a tag; and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from workbench.model.element import KINDS, Field, Kind
from workbench.texts import Text, text
from workbench.words import Words

TAGS: Final = "tags"
_WORDED: Final = ("is", "is-not", "is-empty", "matches", "one-of")
_FITTING: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("is", "is-not", "is-empty", "at-least", "at-most", "one-of"),
    "gauge": ("is", "is-not", "is-empty", "at-least", "at-most", "one-of"),
    "block": (*_WORDED, "in-block"),
    "switch": ("is", "is-not"),
    "choice": ("is", "is-not", "is-empty", "one-of"),
}
"""By the editor of a field the comparisons that make sense there."""


class Place(NamedTuple):
    """Where values stand: a field (None for the parent), a column of its rows, a language or a tag."""

    field: Field | None
    column: Field | None = None
    part: str = ""

    @property
    def comparisons(self) -> tuple[str, ...]:
        """The comparisons that fit what stands here."""
        field = self.column or self.field
        if field is None or self.part:
            return _WORDED
        if field.editor == "text" and field.section == "addresses":
            return _FITTING["block"]
        return _FITTING.get(field.editor, _WORDED)


def place_of(tag: str, named: str) -> Place | None:
    """The place that a rule names in a kind; None where the kind has no such field."""
    name, _, part = named.strip().partition(".")
    if name == "parent" and not part:
        return Place(None)
    field = next((field for field in KINDS[tag].fields if field.name == name), None)
    if field is None:
        return None
    if field.row:
        column = next((column for column in field.columns if column.name == part), None)
        return Place(field, column) if column else None
    fits = not part or name == TAGS or (field.type is Words and part in ("en", "zh"))
    return Place(field, part=part) if fits else None


def places_of(kind: Kind, typed: str = "") -> Mapping[str, Text]:
    """The places of a kind by their names in a rule, and the tag whose key was typed, which nothing else lists."""
    found = dict(_places(kind))
    key = typed.strip().removeprefix(f"{TAGS}.")
    if key and typed.strip() not in found:
        found[f"{TAGS}.{key}"] = text("Tag {name}", name=key)
    return found


def _places(kind: Kind) -> Iterator[tuple[str, Text]]:
    if any(kind.inside):
        yield "parent", text("Stands in")
    for field in kind.fields:
        if field.row:
            for column in field.columns:
                title = text("{kind}: {table}", kind=field.label, table=column.label)
                yield f"{field.name}.{column.name}", title
            continue
        yield field.name, field.label
        if field.type is Words:
            yield f"{field.name}.en", text("{field} en", field=field.label)
            yield f"{field.name}.zh", text("{field} zh", field=field.label)
