"""What elements are called, and in which language a name is written."""

from __future__ import annotations

import re
from functools import cache

from workbench.model.element import KINDS, Element
from workbench.texts import Language

_CJK = re.compile(r"[\u3400-\u9fff]")


def known_as(element: Element) -> set[str]:
    """What an element is called: id, names, and ids of the platform such as the account id; without case."""
    ids = (getattr(element, name) for name in id_fields(element.kind.tag))
    return {str(name).casefold() for name in (element.id, element.name.en, element.name.zh, *ids) if name}


def spoken_in(name: str) -> Language:
    """The language a name is written in."""
    return "zh" if _CJK.search(name) else "en"


@cache
def id_fields(tag: str) -> tuple[str, ...]:
    """The fields of a kind that hold an id of the platform: one line of text beside the name."""
    fields = KINDS[tag].fields
    return tuple(field.name for field in fields if field.section == "identity" and field.editor == "text")
