"""ACC-029."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.ram_role import RamRole
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ACC-029",
    about=RamRole,
    severity="hint",
    says="{name} lets a third party in without an external id",
    source="unverified",
)
def third_party_without_external_id(role: RamRole, design: Reader) -> Iterator[Finding]:
    """A role that another company takes on asks for an external id.

    The company acts for many customers; the id says for whom it does so now, so that nobody else's request opens the role.

    Wrong:
        a account
          partner ram-role third_party=true

    Right:
        a account
          partner ram-role third_party=true external_id=true
    """
    if role.third_party and not role.external_id:
        cure = Cure(text("Ask for an external id"), set_fields([role.id], external_id=True))
        yield found(role, field="external_id", cures=[cure])
