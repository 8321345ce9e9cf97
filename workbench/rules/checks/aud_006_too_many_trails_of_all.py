"""AUD-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.trail import Trail
from workbench.rules.directory import accounts_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "AUD-006",
    about=ResourceDirectory,
    severity="error",
    says="{name} has {count} trails of all accounts; {most} is possible",
    source="https://www.alibabacloud.com/help/doc-detail/160614.htm",
    facts=("audit.org-trail",),
)
def too_many_trails_of_all(directory: ResourceDirectory, design: Reader) -> Iterator[Finding]:
    """A directory has one trail of all accounts.

    The management account makes it, or the account it delegated that to; a second one is refused.

    Wrong:
        rd resource-directory
          log account role=log
            audit bucket
            one trail organisation=true delivers_to=audit
            two trail organisation=true delivers_to=audit

    Right:
        rd resource-directory
          log account role=log
            audit bucket
            one trail organisation=true delivers_to=audit
    """
    most = design.fact("audit.org-trail")
    accounts = accounts_of(directory, design)
    trails = [
        trail for account in accounts for trail in design.children(account, Trail) if trail.organisation
    ]
    if len(trails) > most.value:
        yield found(directory, *trails, rests_on=(most,), count=len(trails), most=most.value)
