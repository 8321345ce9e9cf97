"""CEN-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.reference import region_of_zone, regions
from workbench.rules.attachments import places_of
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "CEN-003",
    about=VpcAttachment,
    severity="error",
    says={
        "": "{name} uses {other} in {zone}, where there is no transit router service",
        "unsure": "{name} uses {other} in {zone}, where transit router service is not confirmed",
    },
    severities={"unsure": "hint"},
    source="How transit routers work",
    facts=("cen.attachment.eni_per_vswitch",),
)
def attachment_in_zone_without_router(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """The vSwitches of an attachment stand in zones that have transit router service.

    The transit router puts an interface into each of them. Workloads may stand in any zone. Where the list of zones was
    not read in a document the finding is a hint.

    Wrong:
        hz region region_id=cn-hangzhou
          hz-g zone zone_id=cn-hangzhou-g
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-g
        tr transit-router region=hz
          att vpc-attachment vpc=vpc-a vswitches=vsw-a

    Right:
        hz region region_id=cn-hangzhou
          hz-h zone zone_id=cn-hangzhou-h
        vpc-a vpc region=hz
          vsw-a vswitch zone=hz-h
        tr transit-router region=hz
          att vpc-attachment vpc=vpc-a vswitches=vsw-a
    """
    interface = design.fact("cen.attachment.eni_per_vswitch")
    for vswitch, zone in places_of(attachment, design):
        known = regions().get(region_of_zone(zone.zone_id) or "") if zone.zone_id else None
        offered = known.transit_router_zone_ids if known else ()
        if known and offered and zone.zone_id not in offered:
            says = "" if known.sourced else "unsure"
            yield found(
                attachment,
                vswitch,
                says=says,
                field="vswitches",
                rests_on=(interface,),
                zone=zone.zone_id,
            )
