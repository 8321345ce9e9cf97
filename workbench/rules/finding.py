"""Finding: what a rule found, as a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.waiver import Waiver
from workbench.reference import Fact
from workbench.texts import Text

Severity = Literal["error", "warning", "hint", "scope"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "scope", "hint")
"""Worst first; scope is what the contract does not cover."""
Mark = Literal["error", "warning", "hint", "scope", "waived"]
MARKS: tuple[Mark, ...] = (*SEVERITIES, "waived")
"""What a finding is marked with, worst first; a waived one is marked so, whatever it weighs."""

NOT_WORDED = Text("")


@dataclass(frozen=True, slots=True)
class Cure:
    """An edit that takes a finding away."""

    title: Text
    edit: Callable[[Design], Design] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found wrong, with the elements it is about and the sentence that says so.

    Rules leave `rule`, `severity` and `message` to the frame, which fills them from the rule's declaration, and `waiver`,
    which is the waiver that accepts it. `origin` is the rule of the project that found it, None for one of the workbench.
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
    waiver: Waiver | None = None
    origin: CustomRule | None = None

    @property
    def mark(self) -> Mark:
        """What it is marked with: its severity, or that it is waived."""
        return "waived" if self.waiver else self.severity

    @property
    def ids(self) -> tuple[ElementId, ...]:
        """Every element the finding names, the one it is about first."""
        return (self.about, *self.others)

    @property
    def is_unverified(self) -> bool:
        """Whether it rests on a figure no document was read for."""
        return any(not fact.sourced for fact in self.rests_on)

    def order(self) -> tuple[int, str, str, tuple[str, ...], str]:
        """The place of the finding in lists: worst first, then by rule and element; waived ones at the end."""
        return (self.rank(), self.rule, self.about, self.others, self.message.said("en"))

    def rank(self) -> int:
        """How far down it stands by its weight alone."""
        return SEVERITIES.index(self.severity) + (len(SEVERITIES) if self.waiver else 0)


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many open findings there are of each severity, worst first; waived ones do not count."""
    found: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        if not finding.waiver:
            found[finding.severity] += 1
    return found


def open_and_waived(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are open, and those that are waived."""
    both = tuple(findings)
    return tuple(one for one in both if not one.waiver), tuple(one for one in both if one.waiver)


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
