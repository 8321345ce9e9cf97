"""SEC-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.application import Application
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-008",
    about=SecurityGroup,
    severity="hint",
    says="{name} holds {other} of {domain}, and its members reach each other on every port",
    source="Security group rules",
    facts=("security_group.basic.intra_group_default",),
)
def sensitive_group_open_inside(group: SecurityGroup, design: Reader) -> Iterator[Finding]:
    """Members of a group in a domain of high trust do not reach each other by default.

    A basic group lets its members reach each other. Whoever holds one host then holds them all.

    Wrong:
        core security-domain trust=high
          app application groups=sg
        sg security-group

    Right:
        core security-domain trust=high
          app application groups=sg
        sg security-group inner=Drop
    """
    if group.type != "normal" or group.inner != "Accept":
        return
    default = design.fact("security_group.basic.intra_group_default")
    for application in design.referrers(group, Application):
        domain = design.get(application.parent, SecurityDomain)
        if domain and domain.trust == "high":
            drop = Cure(text("Close the group inside"), set_fields([group.id], inner="Drop"))
            yield found(
                group,
                application,
                domain,
                field="inner",
                rests_on=(default,),
                cures=[drop],
                domain=domain.title(),
            )
            return
