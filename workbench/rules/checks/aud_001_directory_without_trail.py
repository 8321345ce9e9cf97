"""AUD-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.trail import Trail
from workbench.rules.directory import accounts_of
from workbench.rules.finding import Finding, found
from workbench.rules.ordered import is_ordered
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-001",
    about=ResourceDirectory,
    severity="warning",
    says={
        "": "{name} has no trail of all accounts: what was done is known for {days} days only",
        "elsewhere": "{other} of {name} delivers nothing to the log archive account",
    },
    source="https://help.aliyun.com/en/actiontrail/user-guide/single-account-trail-overview",
    facts=("audit.event-days",),
)
def directory_without_trail(directory: ResourceDirectory, design: Reader) -> Iterator[Finding]:
    """A trail records what is done in all accounts of a directory, and delivers it to the log archive.

    Without a trail the platform keeps events for 90 days, and whoever breaks into an account can wait for that. Asked only where
    the contract delivers the audit.

    Wrong:
        deal engagement edition=standard domains=account,compliance
        rd resource-directory
          log account role=log

    Right:
        deal engagement edition=standard domains=account,compliance
        rd resource-directory
          log account role=log
            events log-store retention=365
            all trail organisation=true delivers_to=events
    """
    accounts = accounts_of(directory, design)
    if not accounts or not is_ordered("compliance", design):
        return
    days = design.fact("audit.event-days")
    trails = [
        trail for account in accounts for trail in design.children(account, Trail) if trail.organisation
    ]
    if not trails:
        yield found(directory, rests_on=(days,), days=days.value)
    elif not any(_archives(trail, design) for trail in trails):
        yield found(directory, trails[0], says="elsewhere", rests_on=(days,))


def _archives(trail: Trail, design: Reader) -> bool:
    """Whether a trail delivers to something in an account that archives logs."""
    places = (design.get(id) for id in trail.delivers_to)
    homes = (design.get(place.parent, Account) for place in places if place)
    return any(home is not None and home.role == "log" for home in homes)
