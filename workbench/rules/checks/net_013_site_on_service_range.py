"""NET-013."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.vbr import Vbr
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-013",
    about=(DataCentre, OtherCloud, Vbr),
    severity="error",
    says="{block} of {name} shares addresses with {range}, which serves cloud services",
    source="Express Connect limits",
    facts=("express_connect.forbidden_onprem_block",),
)
def site_on_service_range(site: DataCentre | OtherCloud | Vbr, design: Reader) -> Iterator[Finding]:
    """No network on premises and no circuit uses the addresses of cloud services.

    Every VPC sends 100.64.0.0/10 to cloud services, so a site that uses it is never reached.

    Wrong:
        dc data-centre
          - ranges block=100.100.0.0/16

    Right:
        dc data-centre
          - ranges block=172.20.0.0/16
    """
    service = design.fact("express_connect.forbidden_onprem_block")
    whole = span(service.value)
    for block, addresses in readable(_blocks(site)):
        if whole and whole.meets(addresses):
            yield found(site, rests_on=(service,), block=block, range=service.value)


def _blocks(site: DataCentre | OtherCloud | Vbr) -> list[str]:
    if isinstance(site, Vbr):
        return [site.cloud_address, site.customer_address]
    return [range_.block for range_ in site.ranges]
