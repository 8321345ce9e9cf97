"""ACC-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.directory import accounts_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import spoken_name


@rule(
    "ACC-005",
    about=ResourceDirectory,
    severity="warning",
    says="{name} and {other} have the same name in one directory",
    source="https://www.alibabacloud.com/help/en/doc-detail/111231.htm (2025-12-04)",
    facts=("directory.account-name",),
)
def accounts_of_one_name(directory: ResourceDirectory, design: Reader) -> Iterator[Finding]:
    """Every account of a directory has a name of its own.

    The directory refuses an account name that is taken, in whatever folder the other account stands.

    Wrong:
        rd resource-directory
          f folder
            a account name=shop
          b account name=shop

    Right:
        rd resource-directory
          f folder
            a account name=shop
          b account name=shop-test
    """
    unique = design.fact("directory.account-name")
    first: dict[str, Account] = {}
    for account in accounts_of(directory, design):
        name = spoken_name(account).lower()
        earlier = first.setdefault(name, account) if name else account
        if earlier is not account:
            yield found(account, earlier, field="name", rests_on=(unique,))
