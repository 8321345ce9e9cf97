"""ACC-015."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-015",
    about=AccessConfiguration,
    severity="error",
    says={
        "": "{name} holds {count} system policies; the quota is {most}",
        "full": "{name} holds {count} system policies and has room for no more",
    },
    severities={"full": "hint"},
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits",
    facts=("ram.sys-role",),
)
def too_many_system_policies(access: AccessConfiguration, design: Reader) -> Iterator[Finding]:
    """An access configuration holds no more system policies than a role takes.

    It becomes a role in every account it is given in. Twenty are the default, and one that holds twenty leaves no room.

    Wrong:
        ops access-configuration policies=AliyunECSFullAccess,AliyunVPCFullAccess
        few fact-override fact=ram.sys-role value=1 source=ticket

    Right:
        ops access-configuration policies=AliyunECSFullAccess,AliyunVPCFullAccess
    """
    most = design.fact("ram.sys-role")
    count = len(access.policies)
    if count >= most.value and count:
        says = "" if count > most.value else "full"
        yield found(access, says=says, field="policies", rests_on=(most,), count=count, most=most.value)
