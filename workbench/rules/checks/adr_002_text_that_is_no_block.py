"""ADR-002."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from workbench.addresses import NotABlock, span
from workbench.edits.fields import set_fields
from workbench.model.element import Element, Field
from workbench.rules.blocks import meant_block
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.kinds import WITH_BLOCKS
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ADR-002",
    about=WITH_BLOCKS,
    severity="error",
    says={
        "": "{name} has {written} under {label}, which is no block of addresses such as 10.0.1.0/24",
        "meant": "{name} has {written} under {label}; did you mean {meant}?",
    },
    source="The design itself",
)
def text_that_is_no_block(element: Element, _: Reader) -> Iterator[Finding]:
    """Every block is written as an address and a prefix length, and begins where its prefix says.

    10.0.1.5/24 is an address inside a block, 10.0.1.0/24 is the block. What cannot be read is left out of every check.

    Wrong:
        vpc-a vpc blocks=10.0.1.5/24

    Right:
        vpc-a vpc blocks=10.0.1.0/24
    """
    for field in element.kind.fields:
        columns = [column.name for column in field.columns if column.editor == "block"]
        for written in dict.fromkeys(_written(element, field, columns)):
            if written and span(written) is None:
                yield _finding(element, field, columns, written)


def _written(element: Element, field: Field, columns: list[str]) -> list[str]:
    value = getattr(element, field.name)
    if columns:
        return [getattr(row, column) for row in value for column in columns]
    if field.editor != "block":
        return []
    return list(value) if field.many else [value]


def _finding(element: Element, field: Field, columns: list[str], written: str) -> Finding:
    try:
        meant = meant_block(written)
    except NotABlock:
        return found(element, field=field.name, written=written, label=field.label)
    fix = set_fields([element.id], **{field.name: _corrected(element, field, columns, written, meant)})
    cure = Cure(text("Write {meant}", meant=meant), fix)
    return found(
        element, says="meant", field=field.name, cures=[cure], written=written, label=field.label, meant=meant
    )


def _corrected(element: Element, field: Field, columns: list[str], written: str, meant: str) -> Any:
    """The field's value with the meant block in place of the written text."""
    value = getattr(element, field.name)
    if columns:
        return tuple(
            replace(row, **{name: meant for name in columns if getattr(row, name) == written})
            for row in value
        )
    return tuple(meant if part == written else part for part in value) if field.many else meant
