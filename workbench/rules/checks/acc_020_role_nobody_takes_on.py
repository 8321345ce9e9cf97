"""ACC-020."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ram_role import RamRole
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-020",
    about=RamRole,
    severity="hint",
    says="{name} trusts nobody, so that nobody can take it on",
    source="The design itself",
)
def role_nobody_takes_on(role: RamRole, design: Reader) -> Iterator[Finding]:
    """A RAM role says who takes it on.

    It trusts an account, an identity provider or a service. Without one of them it is no use.

    Wrong:
        a account
          ops ram-role

    Right:
        a account
          ops ram-role services=ecs.aliyuncs.com
    """
    if not (role.trusts or role.services or role.third_party):
        yield found(role, field="trusts")
