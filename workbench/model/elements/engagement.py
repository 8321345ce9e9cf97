"""The contract behind a design."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, kind, shown
from workbench.words import Words


@kind("Engagement", "Engagements", domain="account", symbol="decision", inside=("",))
class Engagement(Element, frozen=True, kw_only=True, tag="engagement"):
    """Who ordered what: customer, edition, design domains, languages and dates."""

    customer: Annotated[Words, shown("Customer", section="identity")] = Words()
    edition: Annotated[
        Literal["basic", "standard", "advanced"],
        shown("Edition", choices={"basic": "Basic", "standard": "Standard", "advanced": "Advanced"}),
    ] = "standard"
    choice: Annotated[
        Literal["", "network", "security"],
        shown(
            "Basic covers",
            choices={"": "not chosen", "network": "network planning", "security": "security protection"},
            hint="Basic holds the account design and one of these two.",
        ),
    ] = ""
    domains: Annotated[
        tuple[Literal["account", "network", "finance", "resource", "compliance", "security"], ...],
        shown(
            "Design domains delivered",
            editor="chips",
            choices={
                "account": "Account management",
                "network": "Network planning",
                "finance": "Financial management",
                "resource": "Resource management",
                "compliance": "Compliance auditing",
                "security": "Security protection",
            },
        ),
    ] = ()
    implementer: Annotated[
        Literal["customer", "provider"],
        shown("Implemented by", choices={"customer": "the customer", "provider": "the service provider"}),
    ] = "customer"
    languages: Annotated[
        Literal["zh", "en", "both"],
        shown("Languages of documents", choices={"zh": "Chinese", "en": "English", "both": "both"}),
    ] = "both"
    prevailing: Annotated[
        Literal["zh", "en"], shown("Prevailing language", choices={"zh": "Chinese", "en": "English"})
    ] = "zh"
    starts: Annotated[str, shown("Starts", editor="date")] = ""
    ends: Annotated[str, shown("Ends", editor="date")] = ""
    issued: Annotated[
        str, shown("Document date", editor="date", hint="Printed on documents; the clock is never read.")
    ] = ""
    version: Annotated[str, shown("Document version")] = "0.1"
    author: Annotated[str, shown("Made by")] = ""

    def title(self) -> Words:
        """The customer's name, or the engagement's own; documents of neither say that the name is still open."""
        return self.customer or self.name or Words(en="Unnamed customer", zh="未命名客户")

    def meta(self) -> str:
        """The version of the documents."""
        return f"v{self.version}"
