"""Names of elements as tables print them."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.reports.report import Said


def named(design: Design, id: ElementId | None) -> Said:
    """The name of an element, None (a dash) where there is none."""
    element = design.get(id)
    return element.title() if element else None


def owner(design: Design, element: Element) -> Said:
    """The name of the account an element belongs to, None where it belongs to none."""
    account = element if isinstance(element, Account) else None
    account = account or next(
        (above for above in design.above(element.id) if isinstance(above, Account)), None
    )
    account = account or design.get(getattr(element, "account", None), Account)
    return account.title() if account else None


def region_of(design: Design, element: Element) -> Region | None:
    """The region an element stands in, by itself, its zone or its VPC."""
    for here in (element, *design.above(element.id)):
        if isinstance(here, Region):
            return here
        if region := design.get(getattr(here, "region", None), Region):
            return region
        if region := design.get(getattr(design.get(getattr(here, "zone", None)), "parent", None), Region):
            return region
    return None


def vpcs_in_order(design: Design) -> tuple[Vpc, ...]:
    """The VPCs by region id, then first address, then id: the order every table and plan prints them in."""
    from workbench.addresses import span

    def order(vpc: Vpc) -> tuple[str, int, str]:
        region = region_of(design, vpc)
        first = span(vpc.blocks[0]) if vpc.blocks else None
        return (region.region_id if region else "~", first.first if first else 1 << 129, vpc.id)

    return tuple(sorted(design.of_kind(Vpc), key=order))
