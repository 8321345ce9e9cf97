"""What the text of a cell means in a field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, Final

from workbench.model.design import Design
from workbench.model.element import ElementId, Field
from workbench.model.names import known_as, spoken_in
from workbench.reading import Refused, one_line, read
from workbench.texts import LANGUAGES, Language, text

YES: Final = frozenset({"yes", "y", "true", "1", "x", "是", "√", "✓", "有"})
NO: Final = frozenset({"no", "n", "false", "0", "", "否", "无"})


class Cells:
    """Reads cells against one design, whose names it knows."""

    def __init__(self, design: Design) -> None:
        self._design = design

    def value(self, field: Field, typed: str, old: Any, language: Language | None = None) -> Any:
        """The value of a field; Refused says why a text is none."""
        if field.editor == "words":
            return old.saying(language or spoken_in(typed), one_line(typed))
        if field.refers:
            ids = [self.named(part, field.refers) for part in (parts(typed) if field.many else [typed])]
            return tuple(ids) if field.many else ids[0]
        if field.choices:
            return (
                tuple(_choice(field, part) for part in parts(typed)) if field.many else _choice(field, typed)
            )
        if field.editor == "switch":
            return _yes(field, typed)
        if isinstance(old, dict):
            return {**old, **dict(_pair(part) for part in parts(typed))}
        if field.many:
            return tuple(read(field, part) for part in parts(typed))
        return read(field, typed)

    def named(self, typed: str, tags: Iterable[str]) -> ElementId:
        """The element of some kinds that a text names; Refused where none or several are called so."""
        wanted = {id for tag in tags for id in self._by_name.get((tag, typed.casefold()), ())}
        if len(wanted) == 1:
            return wanted.pop()
        if wanted:
            raise Refused(text("{count} elements are called {name}.", count=len(wanted), name=typed[:40]))
        raise Refused(text("Nothing that fits is called {name}.", name=typed[:40]))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], set[ElementId]]:
        found: dict[tuple[str, str], set[ElementId]] = {}
        for element in self._design:
            for name in known_as(element):
                found.setdefault((element.kind.tag, name), set()).add(element.id)
        return found


def parts(typed: str) -> list[str]:
    """The single values of a cell that holds several."""
    return [part.strip() for part in re.split(r"[,;，；、\n]", typed) if part.strip()]


def _choice(field: Field, typed: str) -> str:
    for value, label in field.choices.items():
        if typed.casefold() in {value.casefold(), *(label.said(one).casefold() for one in LANGUAGES)}:
            return value
    known = list(field.choices.values())
    raise Refused(text("{typed} is none of {choices}.", typed=typed[:40], choices=known))


def _yes(field: Field, typed: str) -> bool:
    if typed.casefold() not in YES | NO:
        raise Refused(text("{typed} is neither yes nor no.", typed=typed[:40]))
    return typed.casefold() in YES


def _pair(typed: str) -> tuple[str, str]:
    key, sign, value = typed.partition("=")
    if not sign or not key.strip():
        raise Refused(text("{typed} is not a tag, such as system=trade.", typed=typed[:40]))
    return key.strip(), value.strip()
