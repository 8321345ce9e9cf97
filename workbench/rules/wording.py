"""What rules say of names and values that have a form: limits read out of figures, and tidied names."""

from __future__ import annotations

import re

from workbench.model.element import Element
from workbench.reference import Fact, fact

_NUMBER = re.compile(r"[0-9]+")


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


def spoken_name(element: Element) -> str:
    """The name that is given to the platform: the English one, or the Chinese where there is none."""
    return element.name.en or element.name.zh


def tidied(name: str, allowed: str, longest: int) -> str:
    """A name with runs of other characters turned into one hyphen, cut to a length."""
    return re.sub(rf"[^{allowed}]+", "-", name.strip()).strip("-")[:longest].strip("-")
