"""ACC-026."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.identity_provider import IdentityProvider
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ACC-026",
    about=IdentityProvider,
    severity="error",
    says="CloudSSO does not sign in by {protocol}, as {name} does; it takes {known}",
    source="https://help.aliyun.com/en/cloudsso/product-overview/what-is-cloudsso",
    facts=("sso.protocols",),
)
def provider_of_refused_protocol(provider: IdentityProvider, design: Reader) -> Iterator[Finding]:
    """CloudSSO signs people in by a protocol that it knows.

    It takes SAML 2.0. A provider that speaks OIDC only can serve the roles of single accounts.

    Wrong:
        rd resource-directory
          idp identity-provider protocol=oidc

    Right:
        rd resource-directory
          idp identity-provider protocol=saml
    """
    known = design.fact("sso.protocols")
    protocol = provider.kind.field("protocol").choices[provider.protocol]
    if provider.use == "cloudsso" and protocol.said("en") not in known.value:
        cure = Cure(
            text("Sign in by {protocol}", protocol="SAML 2.0"), set_fields([provider.id], protocol="saml")
        )
        yield found(
            provider,
            field="protocol",
            cures=[cure] if provider.protocol != "saml" else [],
            rests_on=(known,),
            protocol=protocol,
            known=tuple(known.value),
        )
