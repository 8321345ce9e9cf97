"""Where people prove who they are."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, kind, shown


@kind(
    "Identity provider",
    "Identity providers",
    domain="account",
    symbol="identity-provider",
    inside=("resource-directory", "account", ""),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="acct.sso",
)
class IdentityProvider(Element, frozen=True, kw_only=True, tag="identity-provider"):
    """The enterprise's own sign-in that the cloud trusts: of CloudSSO for all accounts, or of one account alone."""

    use: Annotated[
        Literal["cloudsso", "ram-role", "ram-user"],
        shown(
            "Used by",
            choices={
                "cloudsso": "CloudSSO",
                "ram-role": "role SSO of an account",
                "ram-user": "user SSO of an account",
            },
        ),
    ] = "cloudsso"
    protocol: Annotated[
        Literal["saml", "oidc"], shown("Protocol", choices={"saml": "SAML 2.0", "oidc": "OIDC"})
    ] = "saml"
    product: Annotated[str, shown("Product", hint="What the enterprise signs in with.")] = ""
    metadata: Annotated[str, shown("Metadata", hint="Address of the metadata document.")] = ""
    scim: Annotated[bool, shown("SCIM", hint="Users and groups are kept in step by SCIM 2.0.")] = False
    second_factor: Annotated[
        Literal["", "provider", "cloud"],
        shown(
            "Second factor",
            choices={"": "none", "provider": "asked for by the provider", "cloud": "asked for by the cloud"},
        ),
    ] = ""

    def meta(self) -> str:
        """The protocol."""
        return {"saml": "SAML 2.0", "oidc": "OIDC"}[self.protocol] + (" + SCIM" if self.scim else "")
