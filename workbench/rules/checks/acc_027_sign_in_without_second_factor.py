"""ACC-027."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.identity_provider import IdentityProvider
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-027",
    about=IdentityProvider,
    severity="warning",
    says="Nobody asks the people of {name} for a second factor",
    source="github aliyun/landing-zone-accelerator-on-alibaba-cloud components/identity/cloudsso/variables.tf",
    facts=("sso.mfa-mode",),
)
def sign_in_without_second_factor(provider: IdentityProvider, design: Reader) -> Iterator[Finding]:
    """Whoever signs in shows a second factor.

    People who come from the enterprise's own sign-in show it there: the cloud asks only those who sign in with a password of
    its own.

    Wrong:
        rd resource-directory
          idp identity-provider

    Right:
        rd resource-directory
          idp identity-provider second_factor=provider
    """
    if not provider.second_factor:
        yield found(provider, field="second_factor", rests_on=(design.fact("sso.mfa-mode"),))
