"""ACC-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.control_policy import ControlPolicy
from workbench.rules.documents import policy_fault
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-008",
    about=ControlPolicy,
    severity="error",
    says={
        "": "The document of {name} is no policy: {reason}",
        "long": "The document of {name} has {count} characters; {most} are possible",
        "empty": "{name} has no document yet",
    },
    severities={"empty": "warning"},
    source="github aliyun/terraform-provider-alicloud website/docs/r/resource_manager_control_policy",
    facts=("directory.cp-chars",),
)
def policy_document_broken(policy: ControlPolicy, design: Reader) -> Iterator[Finding]:
    """The document of a control policy is JSON with Version and Statement, and short enough.

    The directory refuses a document that is broken, or longer than 4,096 characters.

    Wrong:
        guard control-policy document="{}"

    Right:
        guard control-policy document='{"Version": "1", "Statement": [{"Effect": "Deny"}]}'
    """
    most = design.fact("directory.cp-chars")
    if not policy.document.strip():
        yield found(policy, says="empty", field="document")
        return
    reason = policy_fault(policy.document)
    if reason:
        yield found(policy, field="document", reason=reason)
    count = len(policy.document)
    if count > most.value:
        yield found(policy, says="long", field="document", rests_on=(most,), count=count, most=most.value)
