"""TAG-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.tag_policy import TagPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "TAG-004",
    about=TagPolicy,
    severity="hint",
    says={
        "": "{name} names no key and asks for nothing",
        "targets": "{name} is attached nowhere and binds nobody",
    },
    source="The design itself",
)
def tag_policy_without_effect(policy: TagPolicy, design: Reader) -> Iterator[Finding]:
    """A tag policy names keys, and is attached to something.

    It binds what stands below its targets. Without keys, or without a target, it does nothing.

    Wrong:
        rd resource-directory
          policy tag-policy

    Right:
        rd resource-directory
          policy tag-policy targets=rd
            - keys key=Environment
    """
    if not any(key.key for key in policy.keys):
        yield found(policy, field="keys")
    if not policy.targets:
        yield found(policy, says="targets", field="targets")
