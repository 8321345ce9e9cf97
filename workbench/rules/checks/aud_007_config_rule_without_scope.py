"""AUD-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.config_rule import ConfigRule
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-007",
    about=ConfigRule,
    severity="warning",
    says={
        "": "{name} does not say which resources it checks",
        "template": "{name} names no template, so that nothing is checked",
    },
    source="https://www.alibabacloud.com/help/en/cloud-config/latest/api-config-2020-09-07-createaggregateconfigrule (2026-02-25)",
)
def config_rule_without_scope(check: ConfigRule, design: Reader) -> Iterator[Finding]:
    """A Config rule names a template and the types of resources it checks.

    Without a type it has nothing to look at.

    Wrong:
        ip config-rule template=ecs-instance-no-public-ip

    Right:
        ip config-rule template=ecs-instance-no-public-ip resource_types=ACS::ECS::Instance
    """
    if not check.resource_types:
        yield found(check, field="resource_types")
    if not check.template.strip():
        yield found(check, says="template", field="template")
