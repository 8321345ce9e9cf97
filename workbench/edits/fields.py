"""Changing fields of elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.texts import Language
from workbench.words import Words


def set_fields(ids: Iterable[ElementId], **values: Any) -> Edit:
    """Gives several elements the same values in some fields; elements without such a field are left as they are."""
    chosen = tuple(ids)

    def edit(design: Design) -> Design:
        for id in chosen:
            element = design.get(id)
            if element:
                fitting = {name: value for name, value in values.items() if name in element.__struct_fields__}
                design = design.replacing(id, **fitting)
        return design

    return edit


def rewrite_field(ids: Iterable[ElementId], name: str, rewrite: Callable[[Any], Any]) -> Edit:
    """Gives a field of several elements the value that follows from the one each has."""
    chosen = tuple(ids)

    def edit(design: Design) -> Design:
        for id in chosen:
            design = design.replacing(id, **{name: rewrite(getattr(design[id], name))})
        return design

    return edit


def rename(id: ElementId, name: str, language: Language) -> Edit:
    """Gives an element a new name in one language; names are trimmed and may repeat."""

    def edit(design: Design) -> Design:
        element = design[id]
        words: Words = element.name.saying(language, name.strip())
        return design.replacing(id, name=words)

    return edit


def renamed(name: Words, wording: str, language: Language) -> Words:
    """A name with the wording of one language changed, and the other's as long as both were the same."""
    if name.en == name.zh and wording.isascii():
        return Words(en=wording, zh=wording)
    return name.saying(language, wording)
