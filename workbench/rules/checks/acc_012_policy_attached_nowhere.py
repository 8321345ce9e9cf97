"""ACC-012."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.control_policy import ControlPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-012",
    about=ControlPolicy,
    severity="hint",
    says="{name} is attached nowhere and binds nobody",
    source="https://alibabacloud.com/help/en/resource-management/api-attachcontrolpolicy (2025-12-15)",
    facts=("directory.cp-inherit",),
)
def policy_attached_nowhere(policy: ControlPolicy, design: Reader) -> Iterator[Finding]:
    """A control policy is attached to a folder or an account.

    It binds what stands below its targets. Without a target it does nothing.

    Wrong:
        guard control-policy

    Right:
        rd resource-directory
          f folder
        guard control-policy targets=f
    """
    if not (policy.targets or policy.target_ids or policy.target_names or policy.target_patterns):
        yield found(policy, field="targets", rests_on=(design.fact("directory.cp-inherit"),))
