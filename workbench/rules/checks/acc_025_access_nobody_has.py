"""ACC-025."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-025",
    about=AccessConfiguration,
    severity="hint",
    says="No user group is given {name}",
    source="The design itself",
)
def access_nobody_has(access: AccessConfiguration, design: Reader) -> Iterator[Finding]:
    """Every access configuration is given to a group.

    One that nobody has is forgotten, or its groups are. As long as a design holds no groups at all, nothing is said.

    Wrong:
        rd resource-directory
          ops access-configuration
          net user-group

    Right:
        rd resource-directory
          a account
          ops access-configuration
          net user-group
            - grants what=ops where=a
    """
    if design.of_kind(UserGroup) and not design.referrers(access, UserGroup):
        yield found(access)
