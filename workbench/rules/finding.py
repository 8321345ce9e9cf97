"""Finding: what a rule found, as a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.reference import Fact
from workbench.texts import Text

Severity = Literal["error", "warning", "hint", "scope"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "scope", "hint")
"""Worst first; scope is what the contract does not cover."""


NOT_WORDED = Text("")


@dataclass(frozen=True, slots=True)
class Cure:
    """An edit that takes a finding away."""

    title: Text
    edit: Callable[[Design], Design] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found wrong, with the elements it is about and the sentence that says so.

    Rules leave `rule`, `severity` and `message` to the frame, which fills them from the rule's declaration.
    """

    about: ElementId
    others: tuple[ElementId, ...] = ()
    values: tuple[tuple[str, object], ...] = ()
    field: str = ""
    cures: tuple[Cure, ...] = ()
    rests_on: tuple[Fact, ...] = ()
    says: str = ""
    rule: str = ""
    severity: Severity = "error"
    message: Text = NOT_WORDED

    @property
    def ids(self) -> tuple[ElementId, ...]:
        """Every element the finding names, the one it is about first."""
        return (self.about, *self.others)

    @property
    def is_unverified(self) -> bool:
        """Whether it rests on a figure no document was read for."""
        return any(not fact.sourced for fact in self.rests_on)

    def order(self) -> tuple[int, str, str, tuple[str, ...], str]:
        """The place of the finding in lists: worst first, then by rule and element."""
        return (SEVERITIES.index(self.severity), self.rule, self.about, self.others, self.message.said("en"))


def found(
    about: Element,
    *others: Element,
    says: str = "",
    field: str = "",
    cures: Sequence[Cure] = (),
    rests_on: Sequence[Fact] = (),
    **values: object,
) -> Finding:
    """A finding about one element that also names others.

    `values` fill the rule's sentence; {name} is the title of `about`, {other} that of the first other one.
    `says` picks a sentence where the rule has several. `rests_on` are the figures that decided.
    """
    named: dict[str, object] = {"name": about.title()}
    if others:
        named["other"] = others[0].title()
    return Finding(
        about.id,
        tuple(other.id for other in others),
        tuple({**named, **values}.items()),
        field,
        tuple(cures),
        tuple(rests_on),
        says,
    )
