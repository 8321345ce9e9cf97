"""What an import of a folder becomes, and what a second one does."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from workbench.importers.accelerator import plan_import
from workbench.importers.plan import ImportPlan
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.account import Account
from workbench.model.elements.cen import Cen
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.folder import Folder
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.model.elements.waf import Waf
from workbench.storage.format import design_bytes, design_from
from workbench.words import Words

E_ = TypeVar("E_", bound=Element)
EMPTY = Design.of()


def applied(plan: ImportPlan, design: Design = EMPTY) -> Design:
    """The design after an import that refused nothing."""
    assert plan.edit, [f"{item.place()}: {item.becomes.said('en')}" for item in plan.refusals]
    return plan.edit(design)


def by_name(design: Design, kind: type[E_], name: str) -> E_:
    """The one element of a kind with a name."""
    found = [one for one in design.of_kind(kind) if name in (one.name.en, one.name.zh)]
    assert len(found) == 1
    return found[0]


def test_every_shape_of_the_folder_becomes_elements(estate: Path) -> None:
    plan = plan_import([estate], EMPTY)

    design = applied(plan)

    assert Counter(element.kind.tag for element in design) == {
        "account": 3,
        "access-configuration": 1,
        "cen": 1,
        "cloud-firewall": 3,
        "config-rule": 1,
        "control-policy": 2,
        "folder": 4,
        "network-acl": 1,
        "region": 2,
        "resource-directory": 1,
        "route-table": 1,
        "routing-policy": 2,
        "security-group": 3,
        "transit-router": 1,
        "transit-router-table": 1,
        "vpc": 2,
        "vpc-attachment": 1,
        "vswitch": 5,
        "waf": 1,
        "zone": 3,
    }


def test_a_vpc_holds_what_its_file_says(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY, "Works"))

    vpc = by_name(design, Vpc, "plant")
    line = by_name(design, VSwitch, "line-j")
    acl = by_name(design, NetworkAcl, "plant-acl")

    assert vpc.blocks == ("10.40.0.0/16",)
    assert vpc.user_cidrs == ("30.0.0.0/16",)
    assert vpc.note == Words(zh="工厂网络")
    assert vpc.tags == {"Owner": "works"}
    assert design[vpc.region or ""].meta() == "cn-hangzhou"
    assert design[vpc.parent or ""].name.en == "Works"
    assert (line.block, line.acl, line.note.en) == ("10.40.2.0/24", acl.id, "Second line")
    assert [(entry.port, entry.block, entry.name) for entry in (*acl.inbound, *acl.outbound)] == [
        ("443/443", "10.0.0.0/8", ""),
        ("1024/65535", "10.0.0.0/8", "answers"),
    ]


def test_an_attachment_stands_in_the_vswitches_made_for_it_and_routes_lead_to_it(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    attachment = by_name(design, VpcAttachment, "plant-hub")
    router = design.of_kind(TransitRouter)[0]
    table = design.of_kind(TransitRouterTable)[0]

    assert {design[id].name.en for id in attachment.vswitches} == {"hub-h", "hub-j"}
    assert attachment.parent == router.id
    assert (attachment.association, attachment.learning, attachment.synchronised) == (
        table.id,
        (table.id,),
        True,
    )
    assert router.assumed
    assert table.assumed
    assert design.of_kind(Cen)[0].assumed
    assert [
        (route.destination, route.hop, route.name, route.description)
        for table in design.of_kind(RouteTable)
        for route in table.routes
    ] == [("10.0.0.0/8", attachment.id, "to-hub", "Everything inside")]


def test_folders_stand_below_their_parents_whatever_their_order(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    folder = by_name(design, Folder, "Plant-1")

    above = [element.name.en for element in design.above(folder.id)]
    assert above == ["Plants", "Works", "Resource directory"]
    assert by_name(design, Folder, "Plants").tags == {"Line": "A"}


def test_a_group_without_vpc_goes_to_the_one_vpc_of_its_region(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    printers = by_name(design, SecurityGroup, "printers")
    machines = by_name(design, SecurityGroup, "machines")

    assert printers.parent == by_name(design, Vpc, "desk").id
    assert printers.region is None
    assert machines.parent == by_name(design, Vpc, "plant").id
    assert [(r.direction, r.protocol, r.action, r.priority, r.port) for r in machines.rules] == [
        ("ingress", "tcp", "accept", 5, "502/502"),
        ("egress", "all", "drop", 100, "-1/-1"),
    ]


def test_a_policy_goes_to_the_router_of_its_region_and_stays_unplaced_without_one(estate: Path) -> None:
    asked: list[str] = []

    def nobody_knows(file: str) -> None:
        asked.append(file)

    design = applied(plan_import([estate], EMPTY, ask=nobody_knows))

    assert by_name(design, RoutingPolicy, "RegionIn-7").parent == design.of_kind(TransitRouter)[0].id
    unplaced = by_name(design, RoutingPolicy, "RegionOut-9")
    assert (unplaced.parent, unplaced.region) == (None, None)
    assert asked == ["routing/everywhere/policies.json"]


def test_the_answer_places_a_file_that_names_no_region(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY, ask=lambda _: "cn-hangzhou"))

    assert by_name(design, RoutingPolicy, "RegionOut-9").parent == design.of_kind(TransitRouter)[0].id


def test_control_policies_find_their_targets_and_keep_the_names_nothing_has(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    policy = by_name(design, ControlPolicy, "cp-keep-logs")

    assert {design[id].title().en for id in policy.targets} == {"Resource directory", "Works", "Plant-1"}
    assert policy.target_names == ("Nowhere",)
    assert policy.target_patterns == ("^Plant-.*",)
    assert '"actiontrail:StopLogging"' in policy.document
    assert by_name(design, ControlPolicy, "cp-other").target_ids == ("fd-example",)


def test_access_configurations_hold_their_own_policy(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    access = by_name(design, AccessConfiguration, "Planner")

    assert (access.session_duration, access.policies, access.inline_name) == (
        7200,
        ("ReadOnlyAccess",),
        "own",
    )
    assert access.parent == design.of_kind(ResourceDirectory)[0].id


def test_each_boundary_of_the_firewall_holds_its_policies_in_order(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY))

    firewalls = {one.boundary: one for one in design.of_kind(CloudFirewall)}

    assert [p.direction for p in firewalls["internet"].policies] == ["in"]
    (leaving,) = firewalls["nat"].policies
    assert (leaving.destination_type, leaving.repeat_days, leaving.enabled) == ("domain", (1, 5), False)
    assert firewalls["vpc"].policies[0].action == "drop"
    (member,) = firewalls["vpc"].members
    assert design.get(member, Account).number == "1234567890123456"  # type: ignore[union-attr]


def test_the_web_application_firewall_holds_templates_and_rules_of_all_files(estate: Path) -> None:
    design = applied(plan_import([estate], EMPTY, "Works"))

    (waf,) = design.of_kind(Waf)

    (template,), (rule,) = waf.templates, waf.rules
    assert design[waf.parent or ""].name.en == "Works"
    assert (template.name, template.scene, template.type, template.enabled) == (
        "blocked-clients",
        "ip_blacklist",
        "user_custom",
        False,
    )
    assert (rule.name, rule.template, rule.action) == ("blocked", "blocked-clients", "block")
    assert (rule.addresses, rule.enabled) == (("198.51.100.7", "203.0.113.0/28"), True)


def test_what_has_no_place_is_listed_with_file_and_path(estate: Path) -> None:
    plan = plan_import([estate], EMPTY)

    unheld = {(item.file, item.path) for item in plan.items if item.state == "unheld"}

    assert unheld == {
        ("networks/hangzhou/plant.yaml", "enable_ipv6"),
        ("networks/hangzhou/plant.yaml", "cen_attachment.cen_tr_attachment_options"),
        ("networks/sh/desk.json", "acl_name"),
        ("networks/sh/desk.json", "resource_group_id"),
        ("people/assets.yaml", "[0]"),
        ("people/assets.yaml", "[0].host_accounts[0].password"),
        ("walls/internet/in.yaml", "[0].dest_port_group"),
    }


def test_secrets_are_never_read_in(estate: Path) -> None:
    plan = plan_import([estate], EMPTY)

    design = applied(plan)

    said = "".join(item.becomes.said("en") + item.path for item in plan.items)
    assert b"hunter2" not in design_bytes(design)
    assert "hunter2" not in said


def test_a_second_import_changes_nothing(estate: Path) -> None:
    first = applied(plan_import([estate], EMPTY))

    again = plan_import([estate], first)

    assert applied(again, first) is first
    assert {item.state for item in again.items} == {"same", "unheld"}


def test_an_import_survives_being_saved(estate: Path) -> None:
    first = applied(plan_import([estate], EMPTY))

    opened, _ = design_from(design_bytes(first))

    assert applied(plan_import([estate], opened), opened) == first


def test_a_changed_file_changes_exactly_its_element(estate: Path, tmp_path: Path) -> None:
    copy = tmp_path / "estate"
    shutil.copytree(estate, copy)
    first = applied(plan_import([copy], EMPTY))
    path = copy / "networks" / "sh" / "desk.json"
    path.write_text(path.read_text().replace("10.41.1.0/24", "10.41.9.0/24"))

    plan = plan_import([copy], first)

    second = applied(plan, first)
    changed = [item for item in plan.items if item.state not in ("same", "unheld")]
    assert [(item.state, item.becomes.said("en")) for item in changed] == [("changed", "vSwitch desk-l")]
    assert by_name(second, VSwitch, "desk-l").block == "10.41.9.0/24"
    assert sum(first[element.id] != element for element in second) == 1


def test_what_a_person_changed_stays_while_the_file_stays(estate: Path) -> None:
    first = applied(plan_import([estate], EMPTY))
    vpc = by_name(first, Vpc, "desk")
    edited = first.replacing(
        vpc.id, name=Words(en="Front desk", zh="前台"), blocks=("10.41.0.0/16", "10.42.0.0/16")
    )

    again = plan_import([estate], edited)

    assert applied(again, edited) is edited


def test_a_chinese_name_given_by_a_person_stays_when_the_file_changes(estate: Path, tmp_path: Path) -> None:
    copy = tmp_path / "estate"
    shutil.copytree(estate, copy)
    first = applied(plan_import([copy], EMPTY))
    vswitch = by_name(first, VSwitch, "desk-l")
    named = first.replacing(vswitch.id, name=Words(en="desk-l", zh="前台"))
    path = copy / "networks" / "sh" / "desk.json"
    path.write_text(path.read_text().replace("10.41.1.0/24", "10.41.9.0/24"))

    second = applied(plan_import([copy], named), named)

    assert second.get(vswitch.id, VSwitch) == msgspec.structs.replace(
        vswitch,
        name=Words(en="desk-l", zh="前台"),
        block="10.41.9.0/24",
        imported=second[vswitch.id].imported,
    )


def test_an_account_that_is_there_by_name_owns_the_import(estate: Path) -> None:
    there = Design.of([Account(id="account-mine", name=Words(en="works", zh="工厂"))])

    design = applied(plan_import([estate], there, "工厂"), there)

    assert {vpc.parent for vpc in design.of_kind(Vpc)} == {"account-mine"}


@pytest.mark.parametrize("wrapped", ["vpcs", "anything"])
def test_objects_inside_a_component_input_are_found(folder, wrapped: str) -> None:  # type: ignore[no-untyped-def]
    vswitch = {"vswitch_name": "a", "cidr_block": "10.1.0.0/24", "zone_id": "cn-beijing-k"}
    vpc = {"vpc_name": "one", "vpc_cidr": "10.1.0.0/16", "vswitches": [vswitch]}
    top = folder(input__json=msgspec.json.encode({wrapped: [vpc], "enabled": True}))

    design = applied(plan_import([top], EMPTY))

    assert by_name(design, Vpc, "one").blocks == ("10.1.0.0/16",)


def test_a_file_of_nothing_known_is_listed_once(folder) -> None:  # type: ignore[no-untyped-def]
    top = folder(
        other__json='{"a": 1, "b": {"c": [1, 2]}}', text__yaml="just words", list__yaml="- 1\n- {d: 2}\n"
    )

    plan = plan_import([top], EMPTY)

    assert [(item.file, item.path, item.state) for item in plan.items] == [
        ("list.yaml", "[0]", "unheld"),
        ("list.yaml", "[1]", "unheld"),
        ("other.json", "", "unheld"),
        ("text.yaml", "", "unheld"),
    ]
