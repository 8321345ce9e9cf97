"""ACC-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.directory import accounts_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-006",
    about=ResourceDirectory,
    severity="warning",
    says={
        "": "{name} has no management account",
        "many": "{name} has {count} management accounts: {accounts}",
    },
    severities={"many": "error"},
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("directory.per-account",),
)
def directory_without_management(directory: ResourceDirectory, design: Reader) -> Iterator[Finding]:
    """A resource directory has exactly one management account.

    The account that opens the directory manages it, and an account opens one directory at most.

    Wrong:
        rd resource-directory
          a account

    Right:
        rd resource-directory
          root account role=management
          a account
    """
    one = design.fact("directory.per-account")
    accounts = accounts_of(directory, design)
    managing = [account for account in accounts if account.role == "management"]
    if accounts and not managing:
        yield found(directory, rests_on=(one,))
    elif len(managing) > one.value:
        named = [account.title() for account in managing]
        yield found(directory, *managing, says="many", rests_on=(one,), count=len(managing), accounts=named)
