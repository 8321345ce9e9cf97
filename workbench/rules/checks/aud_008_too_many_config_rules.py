"""AUD-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.model.elements.config_rule import ConfigRule
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-008",
    about=(Account, ResourceDirectory),
    severity="error",
    says="{name} holds {count} Config rules; the quota is {most}",
    source="https://www.alibabacloud.com/help/en/cloud-config/latest/api-config-2020-09-07-createaggregateconfigrule (2026-02-25)",
    facts=("audit.config-rules",),
)
def too_many_config_rules(holder: Element, design: Reader) -> Iterator[Finding]:
    """The account that manages Cloud Config has no more rules than it takes.

    Two hundred for the management account or the one it delegated that to.

    Wrong:
        log account
          one config-rule template=x resource_types=ACS::ECS::Instance
          two config-rule template=y resource_types=ACS::ECS::Instance
        few fact-override fact=audit.config-rules value=1 source=ticket

    Right:
        log account
          one config-rule template=x resource_types=ACS::ECS::Instance
    """
    most = design.fact("audit.config-rules")
    count = len(design.children(holder, ConfigRule))
    if count > most.value:
        yield found(holder, rests_on=(most,), count=count, most=most.value)
