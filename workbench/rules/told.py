"""What is told of a finding beside its sentence: where its rule comes from, what it asks, and who waived it."""

from __future__ import annotations

from workbench.model.element import KINDS
from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.waiver import Waiver
from workbench.rules.finding import Finding
from workbench.rules.rule import RULES
from workbench.texts import Text, text
from workbench.words import Words


def cited(finding: Finding) -> Text | None:
    """Where its rule comes from; None where the rule is not known."""
    if finding.origin:
        return text("Rule of this project")
    rule = RULES.get(finding.rule)
    return rule.cited if rule else None


def titled(finding: Finding) -> Text | Words:
    """What its rule holds, in one line."""
    if finding.origin:
        return finding.origin.title()
    rule = RULES.get(finding.rule)
    return rule.title if rule else Words(en=finding.rule)


def reasoned(finding: Finding) -> Text | Words:
    """Why its rule holds."""
    if finding.origin:
        return finding.origin.note or comparison_said(finding.origin)
    rule = RULES.get(finding.rule)
    return rule.why if rule else Words()


def comparison_said(custom: CustomRule) -> Text:
    """What a rule of the project compares, as a sentence."""
    kind = KINDS.get(custom.about)
    choices = custom.kind.field("comparison").choices
    return text(
        "{kind}: {field} {comparison} {value}: {when}.",
        kind=kind.label if kind else custom.about,
        field=custom.offered("field", custom.field).get(custom.field, custom.field),
        comparison=choices[custom.comparison],
        value=custom.value,
        when=custom.kind.field("when").choices[custom.when],
    )


def waiver_said(waiver: Waiver) -> Text:
    """Why, by whom and until when a finding is waived."""
    return text(
        "Waived: {reason} ({owner}, until {expires})",
        reason=waiver.reason,
        owner=waiver.owner,
        expires=waiver.expires,
    )
