"""What someone else may do in an account."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "RAM role",
    "RAM roles",
    domain="account",
    symbol="role",
    inside=("account",),
    clause_item="acct.account",
    counted="parent",
)
class RamRole(Element, frozen=True, kw_only=True, tag="ram-role"):
    """An identity of an account that others take on: people through a provider, other accounts, or services."""

    trusts: Annotated[tuple[ElementId, ...], shown("Trusts", refers=("account", "identity-provider"))] = ()
    services: Annotated[tuple[str, ...], shown("Trusted services", hint="Such as ecs.aliyuncs.com.")] = ()
    third_party: Annotated[bool, shown("Third party", hint="Another company's account is trusted too.")] = (
        False
    )
    external_id: Annotated[bool, shown("External id", hint="The third party has to name a secret word.")] = (
        False
    )
    session: Annotated[int, shown("Longest session", unit="s", least=3600, most=43200)] = 3600
    policies: Annotated[tuple[str, ...], shown("System policies")] = ()
    own_policies: Annotated[tuple[str, ...], shown("Custom policies")] = ()

    def meta(self) -> str:
        """How many policies it holds."""
        return str(len(self.policies) + len(self.own_policies))
