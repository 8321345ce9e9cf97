"""ACC-018."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ram_role import RamRole
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-018",
    about=RamRole,
    severity="error",
    says={
        "": "{name} holds {count} system policies; the quota is {most}",
        "own": "{name} holds {count} custom policies; the quota is {most}",
        "full": "{name} holds {count} system policies and has room for no more",
    },
    severities={"full": "hint"},
    source="https://www.alibabacloud.com/help/en/ram/product-overview/limits (2025-12-16)",
    facts=("ram.sys-role", "ram.cus-role"),
)
def role_with_too_many_policies(role: RamRole, design: Reader) -> Iterator[Finding]:
    """A RAM role holds no more policies than it takes.

    Twenty of the system's and ten of one's own are the default. One that holds twenty leaves no room: split the duty.

    Wrong:
        a account
          ops ram-role policies=AliyunECSFullAccess,AliyunVPCFullAccess
        few fact-override fact=ram.sys-role value=1 source=ticket

    Right:
        a account
          ops ram-role policies=AliyunECSFullAccess,AliyunVPCFullAccess
    """
    system, own = design.fact("ram.sys-role"), design.fact("ram.cus-role")
    count = len(role.policies)
    if count and count >= system.value:
        says = "" if count > system.value else "full"
        yield found(role, says=says, field="policies", rests_on=(system,), count=count, most=system.value)
    count = len(role.own_policies)
    if count > own.value:
        yield found(role, says="own", field="own_policies", rests_on=(own,), count=count, most=own.value)
