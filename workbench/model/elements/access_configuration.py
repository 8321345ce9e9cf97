"""What people may do after single sign-on."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Access configuration",
    "Access configurations",
    domain="account",
    symbol="access-configuration",
    inside=("resource-directory", ""),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="acct.sso",
)
class AccessConfiguration(Element, frozen=True, kw_only=True, tag="access-configuration"):
    """A set of permissions that CloudSSO gives people in accounts."""

    session_duration: Annotated[int, shown("Session", unit="s", least=900, most=43200)] = 3600
    policies: Annotated[tuple[str, ...], shown("System policies")] = ()
    inline_name: Annotated[str, shown("Inline policy name")] = ""
    inline_policy: Annotated[
        str, shown("Inline policy", editor="passage", hint="JSON with Version and Statement.")
    ] = ""
    relay_state: Annotated[str, shown("Opening page")] = ""

    def meta(self) -> str:
        """How many policies it holds."""
        return str(len(self.policies) + bool(self.inline_policy))
