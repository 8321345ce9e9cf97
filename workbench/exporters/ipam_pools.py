"""Address pools in the shape of the platform's IPAM: Terraform's JSON, with an IPAM, its pools and their CIDRs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from workbench.exporters import File, Job, exporter

if TYPE_CHECKING:
    from workbench.model.design import Design
    from workbench.model.element import ElementId
    from workbench.model.elements.address_pool import AddressPool
    from workbench.texts import Language

IPAM: Final = "alicloud_vpc_ipam_ipam"
POOL: Final = "alicloud_vpc_ipam_ipam_pool"
CIDR: Final = "alicloud_vpc_ipam_ipam_pool_cidr"
OURS: Final = "landing_zone"
LONGEST: Final = {"ipam_pool_name": 128, "ipam_pool_description": 256}


@exporter("ipam-tf", title="IPAM pools (Terraform JSON)", suffix=".tf.json")
def ipam_tf(job: Job) -> Iterable[File]:
    """The pools of a design; NotExported says which lies too deep or holds too many CIDRs."""
    from workbench.drawing.files import file_name
    from workbench.model.elements.address_pool import AddressPool

    pools = job.design.of_kind(AddressPool)
    for pool in pools:
        _check(pool, job.design)
    content = {"resource": _resources(pools, job.design, job.language)} if pools else {}
    written = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    yield File(file_name(job.design, "ipam-pools", job.language, ".tf.json"), written.encode())


def key_of(id: ElementId) -> str:
    """The name of a resource: the id of its element, where Terraform takes it."""
    return id if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", id) else "_" + re.sub(r"[^A-Za-z0-9_-]", "_", id)


def _check(pool: AddressPool, design: Design) -> None:
    from workbench.exporters.export import NotExported
    from workbench.rules.reader import Reader
    from workbench.texts import text

    depth, figures = _depth(pool, design), Reader(design)
    most_deep = int(figures.fact("ipam.pool_depth").value)
    most_blocks = int(figures.fact("ipam.cidrs_per_pool").value)
    if depth > most_deep:
        raise NotExported(
            text(
                "Pool “{name}” lies {depth} levels deep; IPAM takes {most}. Hang it higher up and export again.",
                name=pool.title(),
                depth=depth,
                most=most_deep,
            )
        )
    if len(pool.blocks) > most_blocks:
        raise NotExported(
            text(
                "Pool “{name}” has {count} CIDRs; IPAM takes {most} a pool. Split it and export again.",
                name=pool.title(),
                count=len(pool.blocks),
                most=most_blocks,
            )
        )


def _depth(pool: AddressPool, design: Design) -> int:
    """How many pools stand around each other down to this one, itself counted."""
    from workbench.model.elements.address_pool import AddressPool

    return 1 + sum(isinstance(one, AddressPool) for one in design.above(pool.id))


def _resources(pools: tuple[AddressPool, ...], design: Design, language: Language) -> dict[str, Any]:
    regions = sorted({found for pool in pools if (found := _region(pool, design))})
    scope = f"${{{IPAM}.{OURS}.private_default_scope_id}}"
    ipam = {OURS: {"ipam_name": "landing-zone", "operating_region_list": regions}}
    made = {key_of(pool.id): {"ipam_scope_id": scope, **_pool(pool, design, language)} for pool in pools}
    cidrs = {key: value for pool in pools for key, value in _cidrs(pool)}
    resources: dict[str, Any] = {IPAM: ipam, POOL: made}
    return {**resources, CIDR: cidrs} if cidrs else resources


def _pool(pool: AddressPool, design: Design, language: Language) -> dict[str, Any]:
    from workbench.model.elements.address_pool import AddressPool

    around = design.get(pool.parent, AddressPool)
    left_out = [block for block in pool.blocks if ":" in block]
    said = {
        "ipam_pool_name": _plain(pool.title().said(language), "ipam_pool_name"),
        "ipam_pool_description": _plain(pool.note.said(language), "ipam_pool_description"),
        "ip_version": "IPv4",
        "pool_region_id": _region(pool, design),
        "source_ipam_pool_id": f"${{{POOL}.{key_of(around.id)}.id}}" if around else "",
        # The provider takes CIDRs of IPv4 only; what it does not take is named where Terraform reads over it.
        "//": f"IPv6: {', '.join(left_out)}" if left_out else "",
    }
    return {name: value for name, value in said.items() if value}


def _cidrs(pool: AddressPool) -> Iterable[tuple[str, dict[str, str]]]:
    from workbench.addresses import span

    for number, block in enumerate(dict.fromkeys(pool.blocks), 1):
        found = span(block)
        if found and found.width == 32:
            yield (
                f"{key_of(pool.id)}_{number}",
                {"cidr": block, "ipam_pool_id": f"${{{POOL}.{key_of(pool.id)}.id}}"},
            )


def _region(pool: AddressPool, design: Design) -> str:
    """The region a pool serves: its own, or that of the nearest pool around it."""
    from workbench.model.elements.region import Region

    for one in (pool, *design.above(pool.id)):
        region = design.get(getattr(one, "region", None), Region)
        if region:
            return region.region_id
    return ""


def _plain(words: str, name: str) -> str:
    """A wording that Terraform does not work out, as long as the platform keeps it."""
    from workbench.exporters.plain import plain

    return plain(words)[: LONGEST[name]].replace("${", "$${").replace("%{", "%%{")
