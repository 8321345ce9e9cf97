"""SEC-030."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.removing import remove
from workbench.model.elements.application import Application
from workbench.model.elements.database import Database
from workbench.model.elements.private_endpoint import PrivateEndpoint
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text

USERS = (Application, Database, PrivateEndpoint, SecurityGroup)


@rule(
    "SEC-030",
    about=SecurityGroup,
    severity="hint",
    says="Nobody is in {name}, and no rule names it",
    source="The design itself",
)
def group_nobody_uses(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """A security group has members, or is named by a rule.

    One that nobody uses hides what is in force, and is filled by mistake later. Asked once applications are drawn: until
    then nobody can be in a group.

    Wrong:
        vpc-a vpc
          sg-old security-group
          sg-app security-group
        app application groups=sg-app

    Right:
        vpc-a vpc
          sg-admin security-group
          sg-app security-group
            - rules port=22/22 group=sg-admin
        app application groups=sg-app
    """
    if not design.of_kind(Application):
        return
    if any(other.id != group.id for kind in USERS for other in design.referrers(group, kind)):
        return
    yield found(group, cures=[Cure(text("Delete {name}", name=group.title()), remove([group.id]))])
