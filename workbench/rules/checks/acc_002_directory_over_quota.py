"""ACC-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.directory import accounts_of, folders_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-002",
    about=ResourceDirectory,
    severity="warning",
    says={
        "folders": "{name} has {count} folders; the quota is {most}, so ask for more",
        "members": "{name} has {count} member accounts; the quota is {most}, so ask for more",
    },
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("directory.folders", "directory.members"),
)
def directory_over_quota(directory: ResourceDirectory, design: Reader) -> Iterator[Finding]:
    """A resource directory stays within its quotas of folders and member accounts.

    A hundred folders and twenty members are the defaults. More can be asked for: plan the time, and note the raised quota
    as an override of the figure.

    Wrong:
        rd resource-directory
          a account
          b account
        few fact-override fact=directory.members value=1 source=ticket

    Right:
        rd resource-directory
          a account
          b account
    """
    members = [account for account in accounts_of(directory, design) if account.role != "management"]
    counts = (("folders", len(folders_of(directory, design))), ("members", len(members)))
    for says, count in counts:
        most = design.fact(f"directory.{says}")
        if count > most.value:
            yield found(directory, says=says, rests_on=(most,), count=count, most=most.value)
