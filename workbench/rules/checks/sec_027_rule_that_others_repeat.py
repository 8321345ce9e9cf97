"""SEC-027."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.checks.sec_006_rule_without_effect import named_rules, rule_without_effect
from workbench.rules.effects import idle_rules
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-027",
    about=SecurityGroup,
    severity="hint",
    says="Without rule {number} of {name} nothing changes: {weaker} decide the same",
    source="API AuthorizeSecurityGroup",
    facts=("security_group.rules.tie_break",),
    by_paths=True,
)
def rule_that_others_repeat(group: SecurityGroup, design: Reader, paths: Paths) -> Iterator[Finding]:
    """A rule of a group is needed: without it something else would pass, or less.

    A rule that weaker ones repeat, on every interface of the group, is one more to read and to count against the limits. What
    it decides is worked out for every address and port; that the hidden default would decide the same does not count.

    Wrong:
        sg security-group
          - rules priority=1 port=443/443 block=10.1.0.0/16
          - rules priority=5 port=1/65535 block=10.0.0.0/8

    Right:
        sg security-group
          - rules priority=1 port=443/443 block=10.1.0.0/16
          - rules priority=2 port=443/443 block=10.0.0.0/8 action=drop
          - rules priority=5 port=1/65535 block=10.0.0.0/8
    """
    told = {dict(one.values)["number"] for one in rule_without_effect.check(group, design)}
    tie = design.fact("security_group.rules.tie_break")
    for one in idle_rules(group.id, paths):
        if not one.is_dead and one.number + 1 not in told:
            without_it = tuple(row for place, row in enumerate(group.rules) if place != one.number)
            yield found(
                group,
                field="rules",
                rests_on=(tie,),
                cures=[Cure(text("Take the rule out"), set_fields([group.id], rules=without_it))],
                number=one.number + 1,
                weaker=named_rules(one.others, group, design),
            )
