"""What rules say of names and values that have a form: limits read out of figures, and tidied names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.edits.fields import rename
from workbench.model.element import Element
from workbench.reference import Fact, fact
from workbench.rules.finding import Cure
from workbench.texts import Language, text

_NUMBER = re.compile(r"[0-9]{1,18}")


def bounds(limit: Fact) -> tuple[int, int]:
    """The smallest and largest number of a figure such as '2-50 letters' or [16, 24].

    A project's own value that names no two numbers is passed over for the platform's.
    """
    found = numbers(limit)
    low, high = (found if len(found) > 1 else numbers(fact(limit.id)))[:2]
    return low, high


def numbers(limit: Fact) -> tuple[int, ...]:
    """The numbers of a figure; the platform's where a project's own value names none."""
    found = _NUMBER.findall(str(limit.value)) or _NUMBER.findall(str(fact(limit.id).value))
    return tuple(int(digits) for digits in found)


def among(number: int, choices: Fact) -> bool:
    """Whether a number is one of a figure's choices, each a number or a range such as 64512-65534."""
    ends = [[int(end) for end in _NUMBER.findall(str(choice))] for choice in choices.value]
    return any(found and found[0] <= number <= found[-1] for found in ends)


def spoken_name(element: Element) -> str:
    """The name that is given to the platform: the English one, or the Chinese where there is none."""
    return element.name.en or element.name.zh


PLATFORM_NAME = "\u4e00-\u9fa5A-Za-z0-9_.-"
"""The characters of a display name: Chinese ones, letters, digits, underscore, dot and hyphen."""


def is_made_of(name: str, characters: str) -> bool:
    """Whether a name holds nothing but some characters, given as in a regular expression."""
    return re.fullmatch(rf"[{characters}]*", name) is not None


def fits(form: Fact, name: str) -> bool:
    """Whether a name has the form of a figure that is a regular expression."""
    try:
        return re.fullmatch(str(form.value), name) is not None
    except re.error:
        # A project's own value may be no regular expression; the platform's is.
        return re.fullmatch(str(fact(form.id).value), name) is not None


def tidy_cure(element: Element, longest: int, characters: str = PLATFORM_NAME) -> list[Cure]:
    """Renaming an element to its own name with other characters turned into hyphens, where that leaves a name."""
    language: Language = "en" if element.name.en else "zh"
    name = element.name.said(language)
    better = re.sub(rf"[^{characters}]+", "-", name.strip()).strip("-")[:longest].strip("-")
    if better in ("", name):
        return []
    return [Cure(text("Call it {name}", name=better), rename(element.id, better, language))]


def twins(elements: Iterable[Element]) -> Iterator[Element]:
    """Those elements that have the kind and the name of an earlier one; unnamed ones have no twins."""
    seen: set[tuple[str, str]] = set()
    for element in elements:
        name = spoken_name(element)
        if name and (element.kind.tag, name) in seen:
            yield element
        seen.add((element.kind.tag, name))
