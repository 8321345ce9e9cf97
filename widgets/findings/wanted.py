"""What the list is asked to show, and how its rows stand together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.rules.finding import MARKS, Finding, Mark
from workbench.rules.told import titled
from workbench.searching import NOTHING, Called, Sought, called
from workbench.texts import LANGUAGES, Text, text
from workbench.words import Words

Facet = Literal["rule", "domain", "kind"]
Grouping = Literal["none", "rule", "place", "severity"]
FACETS: Final[Mapping[Facet, Text]] = {
    "rule": text("Rule"),
    "domain": text("Design domain"),
    "kind": text("Kind of element"),
}
GROUPINGS: Final[Mapping[Grouping, Text]] = {
    "none": text("Not grouped"),
    "rule": text("By rule"),
    "place": text("By place"),
    "severity": text("By severity"),
}
NAMES: Final[Mapping[Mark, Text]] = {
    "error": text("errors"),
    "warning": text("warnings"),
    "scope": text("out of scope"),
    "hint": text("hints"),
    "waived": text("waived"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings to list: by mark, words, rule, design domain, kind and selection; a facet without a pick takes all."""

    marks: frozenset[Mark] = frozenset(MARKS)
    sought: Sought = NOTHING
    picked: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    only: frozenset[ElementId] | None = None
    grouping: Grouping = "none"

    def takes(self, finding: Finding, design: Design | None, told: Callable[[Finding], Called]) -> bool:
        """Whether a finding is to be listed; `told` gives what one may search it by."""
        return (
            finding.mark in self.marks
            and (self.only is None or bool(self.only & set(finding.ids)))
            and all(
                not picks or facet_of(finding, facet, design) in picks for facet, picks in self.picked.items()
            )
            and (not self.sought or self.sought.finds(told(finding)))
        )


def facet_of(finding: Finding, facet: Facet, design: Design | None) -> str:
    """What a finding is sorted under: its rule's id, the design domain or the tag of the kind it is about."""
    if facet == "rule":
        return finding.rule
    element = about(finding, design)
    if element is None:
        return ""
    return element.kind.design_domain if facet == "domain" else element.kind.tag


def called_by(finding: Finding, design: Design | None) -> Called:
    """Everything one may search a finding by, in both languages."""
    element = about(finding, design)
    name = element.title() if element else Words()
    said = [finding.message.said(language) for language in LANGUAGES]
    accepted = (finding.waiver.reason.both(), finding.waiver.owner) if finding.waiver else ()
    place = (name.en, name.zh, element.meta() if element else "")
    return called(finding.rule, *said, *place, *finding.ids, *accepted)


def about(finding: Finding, design: Design | None) -> Element | None:
    """The element a finding is about; None where it is about the design as a whole."""
    return design.get(finding.about) if design else None


def group_of(finding: Finding, grouping: Grouping, design: Design | None) -> tuple[str, Text | Words]:
    """The key and the title of the group a finding stands in."""
    if grouping == "rule":
        return finding.rule, text("{rule}  {title}", rule=finding.rule, title=titled(finding))
    if grouping == "severity":
        return finding.mark, NAMES[finding.mark]
    place = _place(finding, design)
    if place is None:
        return "", text("The design as a whole")
    return place.id, text("{kind} {name}", kind=place.kind.label, name=place.title())


def _place(finding: Finding, design: Design | None) -> Element | None:
    """Where a finding lies: the nearest box around what it is about, which may be that itself."""
    element = about(finding, design)
    if element is None or design is None or element.kind.shape == "container":
        return element
    around = (above for above in design.above(element.id) if above.kind.shape == "container")
    return next(around, element)
