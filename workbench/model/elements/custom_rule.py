"""A rule of this project, written without code."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, kind, shown
from workbench.words import Words


@kind("Custom rule", "Custom rules", domain="account", symbol="guardrail", inside=("",))
class CustomRule(Element, frozen=True, kw_only=True, tag="custom-rule"):
    """Compares one field of every element of a kind with a value; what it finds is listed with all other findings."""

    code: Annotated[str, shown("Rule id", section="identity", hint="For example ORG-001.")] = ""
    about: Annotated[str, shown("About kind", hint="As in the design file, for example vpc.")] = ""
    field: Annotated[
        str,
        shown("Field", hint="For example name, name.zh, blocks, tags.owner, rules.port, parent."),
    ] = ""
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

    def meta(self) -> str:
        """The id its findings carry."""
        return self.code
