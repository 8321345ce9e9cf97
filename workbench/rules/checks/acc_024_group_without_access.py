"""ACC-024."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-024",
    about=UserGroup,
    severity="hint",
    says="{name} gives its members nothing",
    source="The design itself",
)
def group_without_access(group: UserGroup, design: Reader) -> Iterator[Finding]:
    """A user group gives its members something.

    What a group may do is its purpose; one without access stands for a decision that is still open.

    Wrong:
        rd resource-directory
          net user-group

    Right:
        rd resource-directory
          a account
          ops access-configuration
          net user-group
            - grants what=ops where=a
    """
    if not (group.grants or group.policies or group.own_policies):
        yield found(group, field="grants")
