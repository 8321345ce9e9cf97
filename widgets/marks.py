"""The marks of findings: their colours, and the worst one of each element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from workbench.model.element import ElementId
from workbench.rules.finding import MARKS, Finding, Mark
from workbench.texts import Text, text

MARK_INKS: Final[Mapping[Mark, str]] = {
    "error": "error",
    "warning": "warning-fill",
    "hint": "hint",
    "scope": "scope",
    "waived": "text3",
}
WORST: Final[Mapping[Mark, Text]] = {
    "error": text("at worst an error"),
    "warning": text("at worst a warning"),
    "hint": text("at worst a hint"),
    "scope": text("outside the contract"),
    "waived": text("waived"),
}
WITHIN: Final[Mapping[Mark, Text]] = {
    "error": text("errors within"),
    "warning": text("warnings within"),
    "hint": text("hints within"),
    "scope": text("out of scope within"),
    "waived": text("waived within"),
}
Marks = Mapping[ElementId, tuple[Mark, int]]
"""The worst mark of each element that findings are about, and how many there are."""


def marks_of(findings: Iterable[Finding]) -> Marks:
    """The marks that findings give."""
    found: dict[ElementId, tuple[Mark, int]] = {}
    for finding in findings:
        mark, count = found.get(finding.about, (finding.mark, 0))
        if finding.mark == "waived" != mark:
            continue  # Beside something open, what is waived is not counted: the list tells it.
        if mark == "waived" != finding.mark:
            count = 0
        found[finding.about] = (min(mark, finding.mark, key=MARKS.index), count + 1)
    return found


def told(mark: Mark, count: int) -> Text:
    """What the mark of an element says to those who do not see it."""
    one = text("1 finding") if count == 1 else text("{count} findings", count=count)
    return text("{findings}, {worst}", findings=one, worst=WORST[mark])
