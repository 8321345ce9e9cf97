"""ACC-016."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.rules.documents import policy_fault
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-016",
    about=AccessConfiguration,
    severity="error",
    says={
        "": "The inline policy of {name} is no policy: {reason}",
        "long": "The inline policy of {name} has {count} bytes; {most} are possible",
        "empty": "{name} gives no permission: it holds no policy",
    },
    severities={"empty": "hint"},
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits",
    facts=("ram.policy-size",),
)
def inline_policy_broken(access: AccessConfiguration, design: Reader) -> Iterator[Finding]:
    """The inline policy of an access configuration is JSON with Version and Statement, and short enough.

    A document that is broken is refused when the configuration is given to an account.

    Wrong:
        ops access-configuration inline_policy="{}"

    Right:
        ops access-configuration inline_policy='{"Version": "1", "Statement": [{"Effect": "Allow"}]}'
    """
    most = design.fact("ram.policy-size")
    if not access.inline_policy.strip():
        if not access.policies:
            yield found(access, says="empty", field="policies")
        return
    reason = policy_fault(access.inline_policy)
    if reason:
        yield found(access, field="inline_policy", reason=reason)
    count = len(access.inline_policy.encode("utf-8", "replace"))
    if count > most.value:
        yield found(
            access, says="long", field="inline_policy", rests_on=(most,), count=count, most=most.value
        )
