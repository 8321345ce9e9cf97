"""ACC-009."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.folder import Folder
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-009",
    about=(Folder, Account, ResourceDirectory),
    severity="error",
    says="{count} control policies are attached to {name}; the quota is {most}",
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("directory.cp-attach",),
)
def too_many_policies_on_target(target: Element, design: Reader) -> Iterator[Finding]:
    """No folder and no account has more control policies than it takes.

    Ten of one's own are the default. Note a raised quota as an override of the figure.

    Wrong:
        rd resource-directory
          f folder
        one control-policy targets=f
        two control-policy targets=f
        few fact-override fact=directory.cp-attach value=1 source=ticket

    Right:
        rd resource-directory
          f folder
        one control-policy targets=f
    """
    most = design.fact("directory.cp-attach")
    policies = [policy for policy in design.referrers(target, ControlPolicy) if target.id in policy.targets]
    if len(policies) > most.value:
        yield found(target, *policies, rests_on=(most,), count=len(policies), most=most.value)
