"""Who bears a part of the cost."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, Row, kind, shown


class AllocationRule(Row, frozen=True, kw_only=True):
    """Which cost falls to a cost centre; of all rules in the order of the tree the first that matches decides."""

    by: Annotated[
        Literal["account", "resource-group", "region", "tag", "product", "name"],
        shown(
            "By",
            choices={
                "account": "account",
                "resource-group": "resource group",
                "region": "region",
                "tag": "tag",
                "product": "product",
                "name": "name of the resource",
            },
        ),
    ] = "account"
    subject: Annotated[ElementId | None, shown("Element", refers=("account", "resource-group", "region"))] = (
        None
    )
    value: Annotated[str, shown("Value", hint="Where it is no element: CostCenter=retail, or a product.")] = (
        ""
    )
    share: Annotated[int | None, shown("Share", unit="%", least=1, most=100)] = None


@kind(
    "Cost centre",
    "Cost centres",
    domain="finance",
    symbol="cost-centre",
    inside=("", "cost-centre"),
    clause_item="fin.accounting",
)
class CostCentre(Element, frozen=True, kw_only=True, tag="cost-centre"):
    """A part of the enterprise that bears cost; accounts name theirs, and rules give it what they match."""

    code: Annotated[str, shown("Code", section="identity")] = ""
    owner: Annotated[str, shown("Owner")] = ""
    budget: Annotated[int | None, shown("Monthly budget", least=0)] = None
    currency: Annotated[str, shown("Currency")] = "CNY"
    order: Annotated[int, shown("Order", least=0, hint="Rules of a smaller number are asked first.")] = 0
    rules: Annotated[tuple[AllocationRule, ...], shown("Allocation rules", section="routing")] = ()

    def meta(self) -> str:
        """The code in the books."""
        return self.code
