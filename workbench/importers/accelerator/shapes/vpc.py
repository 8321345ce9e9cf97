"""A VPC with its vSwitches, its ACL, its connection to the transit router, its routes and its security groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.importers.accelerator.fields import Fields
from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.importers.accelerator.shapes.security_group import group
from workbench.model.element import ElementId
from workbench.model.elements.network_acl import AclEntry, NetworkAcl
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.model.ids import id_from
from workbench.reference import region_of_zone
from workbench.texts import text
from workbench.words import Words

ACTIONS = {"accept": "accept", "drop": "drop"}


@shape("vpc", "VPC", knows=lambda value, _: "vpc_name" in value or "vpc_cidr" in value, turn=0)
def vpcs(sources: Sequence[Source], gathering: Gathering) -> None:
    """VPCs with all that stands in them."""
    for source in sources:
        with gathering.trying(source):
            _vpc(source, gathering)


def _vpc(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    name = fields.name("vpc_name")
    block = fields.block("vpc_cidr", required=True)
    rows = fields.rows("vswitches")
    if not rows:
        raise fields.refused("vswitches", text("The VPC has no vSwitches. The file may have been cut off."))
    region_id = _region(fields, rows)
    owner = gathering.owner(source)
    vpc = gathering.propose(
        Vpc,
        source,
        (owner, region_id, name),
        name=Words(en=name),
        parent=owner,
        region=gathering.region(region_id, source),
        blocks=(block,),
        ipv6_block=fields.block("ipv6_cidr_block"),
        user_cidrs=fields.blocks("user_cidrs"),
        note=fields.words("vpc_description"),
        tags=fields.tags("vpc_tags"),
    )
    if not fields.flag("enable_ipv6"):
        fields.raw("ipv6_isp")
    else:
        fields.leave("enable_ipv6")
    identity = (owner, region_id, vpc)
    acl = _acl(source, gathering, identity, name)
    vswitches = [_vswitch(row, source, gathering, identity, acl) for row in rows]
    _attachment(source, gathering, identity, region_id, [id for id, purpose in vswitches if purpose == "TR"])
    for part in fields.rows("security_groups"):
        group(source, gathering, part, identity, parent=vpc)


def _region(fields: Fields, rows: list[Fields]) -> str:
    """The one region that the zones lie in."""
    found: set[str] = set()
    for row in rows:
        zone_id = row.text("zone_id", required=True).strip()
        region = region_of_zone(zone_id)
        if region is None:
            raise row.refused(
                "zone_id",
                text("“{zone}” is no zone of a known region, such as cn-beijing-k.", zone=zone_id[:40]),
            )
        found.add(region)
    if len(found) > 1:
        raise fields.refused(
            "vswitches", text("The zones lie in several regions: {regions}.", regions=tuple(sorted(found)))
        )
    return found.pop()


def _vswitch(
    row: Fields, source: Source, gathering: Gathering, identity: tuple[str, ...], acl: ElementId | None
) -> tuple[ElementId, str]:
    block = row.block("cidr_block", required=True)
    name = row.name("vswitch_name", required=False) or block
    purpose = row.name("purpose", required=False)
    id = gathering.propose(
        VSwitch,
        source,
        (*identity, name),
        row,
        name=Words(en=name),
        parent=identity[-1],
        zone=gathering.zone(row.text("zone_id").strip(), source, row),
        block=block,
        purpose=purpose,
        acl=acl,
        note=row.words("description"),
        tags=row.tags("tags"),
    )
    if row.flag("enable_ipv6"):
        row.leave("enable_ipv6")
    return id, purpose


def _acl(source: Source, gathering: Gathering, identity: tuple[str, ...], vpc_name: str) -> ElementId | None:
    """The ACL of all vSwitches of the VPC; None where it is switched off, its fields then listed as not held."""
    fields = source.fields
    if not fields.flag("enable_acl"):
        return None
    name = fields.name("acl_name", required=False) or f"{vpc_name}-acl"
    return gathering.propose(
        NetworkAcl,
        source,
        (*identity, name),
        name=Words(en=name),
        parent=identity[-1],
        inbound=tuple(_entry(row, "source_cidr_ip") for row in fields.rows("ingress_acl_entries")),
        outbound=tuple(_entry(row, "destination_cidr_ip") for row in fields.rows("egress_acl_entries")),
        note=fields.words("acl_description"),
        tags=fields.tags("acl_tags"),
    )


def _entry(row: Fields, peer: str) -> AclEntry:
    action: Any = row.choice("policy", ACTIONS, "accept")
    return AclEntry(
        name=row.name("network_acl_entry_name", required=False),
        action=action,
        protocol=row.text("protocol", required=True).strip(),
        port=row.text("port", required=True).strip(),
        block=row.block(peer, required=True),
        description=row.text("description"),
        ip_version=row.text("ip_version"),
    )


def _attachment(
    source: Source,
    gathering: Gathering,
    identity: tuple[str, ...],
    region_id: str,
    vswitches: list[ElementId],
) -> None:
    part = source.fields.part("cen_attachment")
    if part is None or not part.flag("enabled"):
        return
    _known_defaults(part)
    router = gathering.router(region_id, source)
    table = gathering.system_table(router, source)
    associated = part.flag("cen_tr_route_table_association_enabled", True)
    learnt = part.flag("cen_tr_route_table_propagation_enabled", True)
    name = part.name("cen_tr_attachment_name", required=False)
    attachment = gathering.propose(
        VpcAttachment,
        source,
        (*identity, router),
        part,
        name=Words(en=name),
        parent=router,
        vpc=identity[-1],
        vswitches=tuple(vswitches),
        association=table if associated else None,
        learning=(table,) if learnt else (),
        synchronised=part.flag("cen_tr_attachment_auto_publish_route_enabled"),
        note=part.words("cen_tr_attachment_description"),
        tags=part.tags("cen_tr_attachment_tags"),
    )
    _routes(source, gathering, identity, part, attachment)


def _known_defaults(part: Fields) -> None:
    """Takes fields whose value says nothing beyond what an attachment is; others stay to be listed."""
    usual = {
        "cen_tr_attachment_resource_type": "VPC",
        "cen_tr_attachment_payment_type": "PayAsYouGo",
        "cen_tr_attachment_force_delete": False,
    }
    for name, value in usual.items():
        if name in part and part.raw(name) != value:
            part.leave(name)


def _routes(
    source: Source, gathering: Gathering, identity: tuple[str, ...], part: Fields, attachment: ElementId
) -> None:
    routes = tuple(
        Route(
            destination=row.block("destination_cidrblock", required=True),
            hop=attachment,
            name=row.name("name", required=False),
            description=row.text("description"),
        )
        for row in part.rows("vpc_route_entries")
    )
    if not routes:
        return
    known = next(
        (
            one.id
            for one in gathering.all_of(RouteTable)
            if one.parent == identity[-1] and one.type == "system"
        ),
        None,
    )
    gathering.propose_as(
        known or id_from("route-table", *identity, "system"),
        RouteTable,
        source,
        part,
        name=Words(en="System table", zh="系统路由表"),
        parent=identity[-1],
        type="system",
        routes=routes,
    )
