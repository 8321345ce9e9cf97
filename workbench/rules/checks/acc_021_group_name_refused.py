"""ACC-021."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import is_made_of, numbers, spoken_name, tidy_cure


@rule(
    "ACC-021",
    about=UserGroup,
    severity="warning",
    says="{name} cannot be the name of a group: up to {most} letters, digits, _ - and .",
    source="https://alibabacloud.com/help/tc/cloudsso/user-guide/perform-basic-operations-1 (2024-07-13)",
    facts=("sso.group-name",),
)
def group_name_refused(group: UserGroup, design: Reader) -> Iterator[Finding]:
    """The name of a group of CloudSSO is one that it takes.

    It has up to 128 letters, digits, underscores, hyphens and dots. The English name counts. A group that stands in an account
    is one of that account and is not asked.

    Wrong:
        rd resource-directory
          net user-group name="Network team"

    Right:
        rd resource-directory
          net user-group name=Network-team
    """
    form = design.fact("sso.group-name")
    longest, name = max(numbers(form)), spoken_name(group)
    if design.get(group.parent, Account) or (len(name) <= longest and is_made_of(name, "A-Za-z0-9_.-")):
        return
    cures = tidy_cure(group, longest, "A-Za-z0-9_.-")
    yield found(group, field="name", rests_on=(form,), cures=cures, most=longest)
