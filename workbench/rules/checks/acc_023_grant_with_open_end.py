"""ACC-023."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.user_group import UserGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-023",
    about=UserGroup,
    severity="warning",
    says={
        "": "Line {line} of {name} does not say what the group may use",
        "where": "Line {line} of {name} gives {other} and does not say in which account",
    },
    source="https://help.aliyun.com/en/cloudsso/user-guide/overview-2",
    facts=("sso.triplet",),
)
def grant_with_open_end(group: UserGroup, design: Reader) -> Iterator[Finding]:
    """Access of a group names what it may use, and where.

    CloudSSO assigns a group, an account and an access configuration to each other; with one of them missing nothing is given.
    A role needs no place: it stands in its account.

    Wrong:
        rd resource-directory
          a account
          ops access-configuration
          net user-group
            - grants what=ops

    Right:
        rd resource-directory
          a account
          ops access-configuration
          net user-group
            - grants what=ops where=a
    """
    triplet = design.fact("sso.triplet")
    for line, grant in enumerate(group.grants, 1):
        access = design.get(grant.what, AccessConfiguration)
        if not grant.what:
            yield found(group, field="grants", rests_on=(triplet,), line=line)
        elif access and not grant.where:
            yield found(group, access, says="where", field="grants", rests_on=(triplet,), line=line)
