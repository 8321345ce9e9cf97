"""NetBox, phpIPAM and the platform's IPAM: what they hold comes in, what the design holds goes out and comes back."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.addresses.tables import brought, called, comma_text, told
from workbench.exporters import Job, exporters
from workbench.exporters.export import NotExported
from workbench.importers.addresses import plan_addresses
from workbench.importers.sources import plan_sources
from workbench.model.design import Design
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.storage.files import open_design
from workbench.texts import LANGUAGES, Language

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
EMPTY = sketch("")
POOLS = sketch("""
    hz region region_id=cn-hangzhou
    all address-pool name.zh=全部 name.en=all blocks=10.0.0.0/8,2001:db8::/32 note.en=${all}
      east address-pool name.en=east blocks=10.0.0.0/12,10.16.0.0/12 region=hz
        prod address-pool name.en=prod blocks=10.0.0.0/14
""")


def exported(design: Design, target: str, folder: Path, language: Language = "en") -> Path:
    file = next(iter(exporters()[target].files(Job(design, language))))
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_prefixes_of_netbox_become_pools_vpcs_vswitches_and_reserved_ranges(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "netbox.csv",
        """prefix,status,vrf,tenant,scope_type,scope_id,vlan,role,is_pool,mark_utilized,description,comments,tags
           10.0.0.0/8,container,,,,,,,false,false,everything,,
           10.9.0.0/16,reserved,,,,,,,false,false,legacy,do not use,
           10.1.0.0/16,active,prod,shop,,,,,false,false,,,
           10.1.1.0/24,active,prod,shop,,,,,false,false,web,,a""",
    )

    design = brought(path, EMPTY)

    assert [one.name.en for one in design.of_kind(AddressPool)] == ["everything"]
    assert [(one.name.en, one.note.en) for one in design.of_kind(ReservedRange)] == [("legacy", "do not use")]
    vpc = called(design, "prod")
    assert isinstance(vpc, Vpc)
    assert vpc.blocks == ("10.1.0.0/16",)
    assert vpc.parent == called(design, "shop").id
    assert [(one.name.en, one.block, one.parent) for one in design.of_kind(VSwitch)] == [
        ("web", "10.1.1.0/24", vpc.id)
    ]


def test_subnets_of_phpipam_have_their_mask_beside(tmp_path: Path) -> None:
    path = comma_text(
        tmp_path / "phpipam.csv",
        """section,subnet,mask,description,vlan,domain,vrf,customer
           Cloud,10.0.0.0,8,everything,,,,
           Cloud,10.2.0.0,16,core,,,core,
           Cloud,10.2.3.0,255.255.255.0,web,,,core,""",
    )

    design = brought(path, EMPTY)

    assert called(design, "everything").kind.tag == "address-pool"
    web = called(design, "web")
    assert isinstance(web, VSwitch)
    assert (web.block, web.parent) == ("10.2.3.0/24", called(design, "core").id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", ["netbox-csv", "phpipam-csv"])
@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.glob("*.lzd")))
def test_what_went_out_and_was_not_changed_proposes_nothing(
    sample: str, target: str, language: Language, tmp_path: Path
) -> None:
    design = open_design(SAMPLES / sample).design

    plan = plan_addresses([exported(design, target, tmp_path, language)], design)

    assert [item.becomes.said("en") for item in plan.items if item.state != "same"] == []


def test_the_columns_are_those_the_programs_import(tmp_path: Path) -> None:
    design = open_design(SAMPLES / "enterprise.lzd").design
    netbox = rows(exported(design, "netbox-csv", tmp_path))
    phpipam = rows(exported(design, "phpipam-csv", tmp_path))

    assert {row["status"] for row in netbox} == {"container", "active", "reserved"}
    assert {row["is_pool"] for row in netbox} == {"false"}
    assert list(phpipam[0]) == [
        "section",
        "subnet",
        "mask",
        "description",
        "vlan",
        "domain",
        "vrf",
        "customer",
    ]
    assert len(phpipam) == len(netbox) > len(design.of_kind(VSwitch))
    assert {row["mask"] for row in phpipam} <= {str(length) for length in range(129)}


def test_a_block_that_was_changed_in_netbox_is_proposed_for_its_element(tmp_path: Path) -> None:
    design = sketch("""
        prod vpc name.en=prod blocks=10.1.0.0/16
          web vswitch name.en=web block=10.1.1.0/24
    """)
    path = exported(design, "netbox-csv", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("10.1.1.0/24", "10.1.2.0/24"), encoding="utf-8")

    plan = plan_addresses([path], design)

    assert [(item.element, item.field) for item in plan.proposals] == [("web", "block")]


def terraform(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["resource"]
    return found


def test_pools_go_out_as_resources_of_the_platforms_ipam(tmp_path: Path) -> None:
    found = terraform(exported(POOLS, "ipam-tf", tmp_path))

    pools = found["alicloud_vpc_ipam_ipam_pool"]
    assert pools["prod"] == {
        "ip_version": "IPv4",
        "ipam_pool_name": "prod",
        "ipam_scope_id": "${alicloud_vpc_ipam_ipam.landing_zone.private_default_scope_id}",
        "pool_region_id": "cn-hangzhou",
        "source_ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.east.id}",
    }
    assert pools["all"]["//"] == "IPv6: 2001:db8::/32"
    assert pools["all"]["ipam_pool_description"] == "$${all}"
    assert [one["cidr"] for one in found["alicloud_vpc_ipam_ipam_pool_cidr"].values()] == [
        "10.0.0.0/8",
        "10.0.0.0/12",
        "10.16.0.0/12",
        "10.0.0.0/14",
    ]
    assert found["alicloud_vpc_ipam_ipam"]["landing_zone"]["operating_region_list"] == ["cn-hangzhou"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pools_come_back_as_they_went_out(language: Language, tmp_path: Path) -> None:
    path = exported(POOLS, "ipam-tf", tmp_path, language)

    assert plan_sources([path], POOLS).proposals == ()

    made = brought(path, EMPTY)
    east, prod = called(made, "east"), called(made, "prod")
    assert isinstance(east, AddressPool)
    assert east.blocks == ("10.0.0.0/12", "10.16.0.0/12")
    assert prod.parent == east.id


def test_a_changed_cidr_of_a_pool_is_proposed(tmp_path: Path) -> None:
    path = exported(POOLS, "ipam-tf", tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("10.0.0.0/14", "10.4.0.0/14"), encoding="utf-8")

    plan = plan_addresses([path], POOLS)

    assert [(item.element, item.field) for item in plan.proposals] == [("prod", "blocks")]
    assert list(told(plan, "changed")) == ["resource.alicloud_vpc_ipam_ipam_pool.prod"]


def deep(levels: int) -> Design:
    return sketch(
        "\n".join(f"{'  ' * n}p{n} address-pool name.en=p{n} blocks=10.0.0.0/{8 + n}" for n in range(levels))
    )


def test_pools_of_more_than_ten_levels_are_refused_out_and_in(tmp_path: Path) -> None:
    path = exported(deep(10), "ipam-tf", tmp_path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["resource"]["alicloud_vpc_ipam_ipam_pool"]["p10"] = {
        "ipam_pool_name": "p10",
        "source_ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.p9.id}",
    }
    path.write_text(json.dumps(content), encoding="utf-8")

    with pytest.raises(NotExported, match="lies 11 levels deep; IPAM takes 10"):
        exported(deep(11), "ipam-tf", tmp_path)
    assert (
        "deeper than 10 levels"
        in told(plan_addresses([path], EMPTY), "refused")["resource.alicloud_vpc_ipam_ipam_pool.p10"]
    )


def test_a_pool_of_more_cidrs_than_ipam_takes_is_refused(tmp_path: Path) -> None:
    blocks = ",".join(f"10.{n}.0.0/16" for n in range(51))

    with pytest.raises(NotExported, match="has 51 CIDRs; IPAM takes 50"):
        exported(sketch(f"p address-pool blocks={blocks}"), "ipam-tf", tmp_path)


BROKEN = {
    "half a file": ('{"resource": {"alic', "not whole JSON"),
    "another file": ('{"resource": []}', "No alicloud_vpc_ipam_ipam_pool stands in this file"),
    "a circle": (
        json.dumps(
            {
                "resource": {
                    "alicloud_vpc_ipam_ipam_pool": {
                        "a": {"source_ipam_pool_id": "${alicloud_vpc_ipam_ipam_pool.a.id}"}
                    }
                }
            }
        ),
        "deeper than 10 levels",
    ),
    "no CIDR": (json.dumps({"resource": {"alicloud_vpc_ipam_ipam_pool": {"a": {}}}}), "no block"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_of_pools_is_told(case: str, tmp_path: Path) -> None:
    content, reason = BROKEN[case]
    path = tmp_path / "bad.tf.json"
    path.write_text(content, encoding="utf-8")

    plan = plan_addresses([path], EMPTY)

    assert [reason in item.becomes.said("en") for item in plan.refusals] == [True]
    assert plan.edit is None
