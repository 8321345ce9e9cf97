"""How much the rules weigh in this project."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, Row, kind, shown
from workbench.words import Words


class Weight(Row, frozen=True, kw_only=True):
    """What the findings of one rule are here, and why."""

    rule: Annotated[str, shown("Rule", hint="The rule's id, for example NET-004.")] = ""
    severity: Annotated[
        Literal["error", "warning", "hint", "off"],
        shown("Severity", choices={"error": "error", "warning": "warning", "hint": "hint", "off": "off"}),
    ] = "hint"
    reason: Annotated[str, shown("Reason")] = ""
    reason_zh: Annotated[str, shown("Reason in Chinese")] = ""

    def why(self) -> Words:
        """The reason in both languages; no words where there is none."""
        return Words(en=self.reason.strip(), zh=self.reason_zh.strip())


@kind("Severity profile", "Severity profiles", domain="account", symbol="guardrail", inside=("",))
class SeverityProfile(Element, frozen=True, kw_only=True, tag="severity-profile"):
    """Gives rules another severity in this project, or switches them off, with a reason each; printed in documents."""

    weights: Annotated[tuple[Weight, ...], shown("Severities", section="routing")] = ()

    def meta(self) -> str:
        """How many rules it weighs."""
        return str(len(self.weights))
