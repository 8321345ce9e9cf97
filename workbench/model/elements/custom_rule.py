"""A rule of this project, written without code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from workbench.model.compared import place_of, places_of
from workbench.model.element import KINDS, Element, kind, shown
from workbench.texts import Text
from workbench.words import Words


@kind("Custom rule", "Custom rules", domain="account", symbol="guardrail", inside=("",))
class CustomRule(Element, frozen=True, kw_only=True, tag="custom-rule"):
    """Compares one field of every element of a kind with a value; what it finds is listed with all other findings."""

    code: Annotated[str, shown("Rule id", section="identity", hint="For example ORG-001.")] = ""
    about: Annotated[str, shown("About kind", editor="pick", hint="Pick a kind")] = ""
    field: Annotated[str, shown("Field", editor="pick", hint="Pick a field, or type the key of a tag")] = ""
    comparison: Annotated[
        Literal["is", "is-not", "is-empty", "matches", "at-least", "at-most", "one-of", "in-block"],
        shown(
            "Comparison",
            choices={
                "is": "is",
                "is-not": "is not",
                "is-empty": "is empty",
                "matches": "matches the pattern",
                "at-least": "is at least",
                "at-most": "is at most",
                "one-of": "is one of",
                "in-block": "lies in the block",
            },
        ),
    ] = "is"
    value: Annotated[
        str,
        shown(
            "Value", hint="In a pattern * stands for any letters and ? for one; several values have commas."
        ),
    ] = ""
    when: Annotated[
        Literal["holds", "fails"],
        shown("Found where it", choices={"holds": "holds", "fails": "does not hold"}),
    ] = "holds"
    severity: Annotated[
        Literal["error", "warning", "hint"],
        shown("Severity", choices={"error": "error", "warning": "warning", "hint": "hint"}),
    ] = "warning"
    message: Annotated[
        Words,
        shown(
            "Message",
            editor="words",
            hint="{name} stands for the element's name, {value} for what was found.",
        ),
    ] = Words()

    def offered(self, name: str, typed: str = "") -> Mapping[str, Text]:
        """The kinds, the fields of the kind it is about, and the comparisons that fit the field."""
        if name == "about":
            return {kind.tag: kind.label for kind in KINDS.values()}
        about = KINDS.get(self.about)
        if about and name == "field":
            return places_of(about, typed)
        place = place_of(about.tag, self.field) if about and name == "comparison" else None
        choices = self.kind.field("comparison").choices
        return {fitting: choices[fitting] for fitting in place.comparisons} if place else {}

    def meta(self) -> str:
        """The id its findings carry."""
        return self.code
