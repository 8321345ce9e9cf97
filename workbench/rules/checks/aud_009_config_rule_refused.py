"""AUD-009."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.config_rule import ConfigRule
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import numbers


@rule(
    "AUD-009",
    about=ConfigRule,
    severity="error",
    says={
        "": "{name} has the risk level {level}; {known} are possible",
        "every": "{name} cannot run every {level} hours; every {known} are possible",
    },
    source="github aliyun/terraform-provider-alicloud website/docs/r/config_rule",
    facts=("audit.config-risk", "audit.config-trigger"),
)
def config_rule_refused(check: ConfigRule, design: Reader) -> Iterator[Finding]:
    """Risk level and interval of a Config rule are ones that the platform takes.

    Levels are 1 critical, 2 warning and 3 information; a rule by schedule runs every 1, 3, 6, 12 or 24 hours.

    Wrong:
        ip config-rule template=x resource_types=ACS::ECS::Instance risk=4

    Right:
        ip config-rule template=x resource_types=ACS::ECS::Instance risk=1 every=24
    """
    risk, trigger = design.fact("audit.config-risk"), design.fact("audit.config-trigger")
    for says, field, figure in (("", "risk", risk), ("every", "every", trigger)):
        level, known = getattr(check, field), numbers(figure)
        if level is not None and level not in known:
            yield found(check, says=says, field=field, rests_on=(figure,), level=level, known=known)
