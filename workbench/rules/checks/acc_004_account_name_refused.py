"""ACC-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.account import Account
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import PLATFORM_NAME, bounds, is_made_of, spoken_name, tidy_cure


@rule(
    "ACC-004",
    about=Account,
    severity="warning",
    says="{name} cannot be the display name of an account: {least} to {most} Chinese characters, letters, digits, _ . -",
    source="https://www.alibabacloud.com/help/en/doc-detail/111231.htm (2025-12-04)",
    facts=("directory.display-name",),
)
def account_name_refused(account: Account, design: Reader) -> Iterator[Finding]:
    """The display name of an account is one that the directory takes.

    It has 2 to 50 Chinese characters, letters, digits, underscores, dots or hyphens. Blanks are refused. The English name
    counts, or the Chinese one where there is no other.

    Wrong:
        rd resource-directory
          shared account name="Shared Services"

    Right:
        rd resource-directory
          shared account name=Shared-Services
    """
    form = design.fact("directory.display-name")
    least, most = bounds(form)
    name = spoken_name(account)
    if not (least <= len(name) <= most and is_made_of(name, PLATFORM_NAME)):
        cures = tidy_cure(account, most)
        yield found(account, field="name", rests_on=(form,), cures=cures, least=least, most=most)
