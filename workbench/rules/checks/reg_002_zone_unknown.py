"""REG-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.region import Region
from workbench.model.elements.zone import Zone
from workbench.reference import region_of_zone, regions
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "REG-002",
    about=Zone,
    severity="error",
    says={
        "": "{name} has the zone id {written}, which is none of {other}",
        "listed": "{name} has the zone id {written}, which is on no list of {other}; lists may lack new zones",
        "missing": "{name} has no zone id",
    },
    severities={"listed": "hint", "missing": "warning"},
    source="IPsec-VPN dual-tunnel mode",
)
def zone_unknown(zone: Zone, design: Reader) -> Iterator[Finding]:
    """A zone belongs to the region it stands in.

    Its id begins with the region's. The lists of zones are those of one product and may miss some: a zone that is not on
    them is a hint.

    Wrong:
        bj region region_id=cn-beijing
          z zone zone_id=cn-shanghai-b

    Right:
        bj region region_id=cn-beijing
          z zone zone_id=cn-beijing-h
    """
    region = design.get(zone.parent, Region)
    if not zone.zone_id:
        yield found(zone, says="missing", field="zone_id")
        return
    known = regions().get(region.region_id) if region else None
    if region is None or known is None:
        return
    if region_of_zone(zone.zone_id) != known.id:
        yield found(zone, region, field="zone_id", written=zone.zone_id)
    elif zone.zone_id not in (*known.zone_ids, *known.transit_router_zone_ids):
        yield found(zone, region, says="listed", field="zone_id", written=zone.zone_id)
