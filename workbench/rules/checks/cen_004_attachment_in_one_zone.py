"""CEN-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.reference import regions
from workbench.rules.attachments import places_of
from workbench.rules.finding import Finding, found
from workbench.rules.places import environment_of, region_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-004",
    about=VpcAttachment,
    severity="warning",
    says={
        "": "{name} stands in {count} zone; {least} survive the failure of one",
        "production": "{name} carries production and stands in {count} zone; {least} survive the failure of one",
        "unsure": "{name} stands in {count} zone; {region} seems to have more",
    },
    severities={"production": "error", "unsure": "hint"},
    source="How transit routers work",
    facts=("cen.attachment.min_zones_multi_zone_region",),
)
def attachment_in_one_zone(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """An attachment stands in two zones at least, where the region has them.

    When its only zone fails the whole VPC is cut off. In a production environment this is an error. The interface
    itself accepts one zone.

    Wrong:
        hz region region_id=cn-hangzhou
          hz-h zone zone_id=cn-hangzhou-h
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-h
        tr transit-router region=hz
          att vpc-attachment vpc=vpc-a vswitches=vsw-a

    Right:
        hz region region_id=cn-hangzhou
          hz-h zone zone_id=cn-hangzhou-h
          hz-i zone zone_id=cn-hangzhou-i
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-h
          vsw-b vswitch zone=hz-i
        tr transit-router region=hz
          att vpc-attachment vpc=vpc-a vswitches=vsw-a,vsw-b
    """
    vpc = design.get(attachment.vpc, Vpc)
    region = region_of(vpc, design) if vpc else None
    known = regions().get(region.region_id) if region else None
    if vpc is None or region is None or known is None:
        return
    offered = known.transit_router_zone_ids or known.zone_ids
    least = design.fact("cen.attachment.min_zones_multi_zone_region")
    zones = {zone.id for _, zone in places_of(attachment, design)}
    if len(zones) >= least.value or len(offered) < least.value:
        return
    sourced = known.sourced and (known.zones_sourced or bool(known.transit_router_zone_ids))
    stage = environment_of(vpc, design)
    says = "unsure" if not sourced else "production" if stage and stage.production else ""
    yield found(
        attachment,
        vpc,
        says=says,
        field="vswitches",
        rests_on=(least,),
        count=len(zones),
        least=least.value,
        region=region.title(),
    )
