"""The comparisons of a rule of the project. What cannot be compared does not hold; nothing here raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Final

from workbench.addresses import span
from workbench.model.elements.custom_rule import CustomRule

Value = tuple[str, ...]
"""One value in all its wordings, none where it is empty; what holds for one of them holds for it."""
_COMMAS: Final = re.compile(r"[,，、]")


def holds(custom: CustomRule, value: Value) -> bool:
    """Whether the comparison holds for a value."""
    wanted = custom.value.strip()
    if custom.comparison == "is-empty":
        return is_empty(value)
    if custom.comparison == "is-not":
        return wanted not in value
    return any(_COMPARED[custom.comparison](one, wanted) for one in value)


def is_empty(value: Value) -> bool:
    """Whether there is nothing but blanks."""
    return not any(one.strip() for one in value)


def number(written: str) -> float | None:
    """The number of a text; None where it is none."""
    try:
        found = float(written.replace(",", ""))
    except ValueError:
        return None
    return found if abs(found) != float("inf") and found == found else None


def _at_least(one: str, wanted: str) -> bool:
    here, least = number(one), number(wanted)
    return here is not None and least is not None and here >= least


def _at_most(one: str, wanted: str) -> bool:
    here, most = number(one), number(wanted)
    return here is not None and most is not None and here <= most


def _one_of(one: str, wanted: str) -> bool:
    return one in {part.strip() for part in _COMMAS.split(wanted)} - {""}


def _in_block(one: str, wanted: str) -> bool:
    here = span(one) or span(f"{one}/{128 if ':' in one else 32}")
    whole = span(wanted)
    return here is not None and whole is not None and whole.holds(here)


_COMPARED: Final[dict[str, Callable[[str, str], bool]]] = {
    "is": lambda one, wanted: one == wanted,
    "matches": fnmatchcase,
    "at-least": _at_least,
    "at-most": _at_most,
    "one-of": _one_of,
    "in-block": _in_block,
}
