"""An account that resources belong to."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Member account",
    "Member accounts",
    domain="account",
    symbol="account",
    inside=("folder", "resource-directory", ""),
    stands={"account": ("folder", ""), "network": ("region",)},
    shape="card",
    size=(152, 58),
    tint="account",
    clause_item="acct.account",
    counted="parent",
    palette=3,
)
class Account(Element, frozen=True, kw_only=True, tag="account"):
    """A member account of the resource directory, or the management account itself."""

    role: Annotated[
        Literal[
            "application",
            "management",
            "network",
            "security",
            "log",
            "shared",
            "operations",
            "finance",
            "sandbox",
        ],
        shown(
            "Role",
            choices={
                "application": "application",
                "management": "management account",
                "network": "network",
                "security": "security",
                "log": "log archive",
                "shared": "shared services",
                "operations": "operations",
                "finance": "finance",
                "sandbox": "sandbox",
            },
        ),
    ] = "application"
    number: Annotated[str, shown("Account id", section="identity")] = ""
    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
    owner: Annotated[str, shown("Owner")] = ""
    payer: Annotated[
        Literal["management", "self"],
        shown("Settlement", choices={"management": "paid by the management account", "self": "pays itself"}),
    ] = "management"
    cost_centre: Annotated[ElementId | None, shown("Cost centre", refers=("cost-centre",))] = None

    def meta(self) -> str:
        """The tail of the account id."""
        return self.number if len(self.number) < 10 else f"{self.number[:4]}...{self.number[-4:]}"

    def symbol(self) -> str:
        """A symbol of its own for the roles that every directory has once."""
        return _SYMBOLS.get(self.role, self.kind.symbol)


_SYMBOLS = {"management": "management-account", "log": "log-archive", "security": "security-domain"}
