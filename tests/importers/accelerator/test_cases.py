"""How many elements of each kind every file of the public accelerator yields."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from workbench.importers.accelerator import plan_import
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.config_rule import ConfigRule
from workbench.storage.format import design_bytes

CASES = next(
    (
        found
        for top in Path(__file__).resolve().parents
        if (found := top / "shared" / "cases" / "accelerator").is_dir()
    ),
    None,
)
FOUND = CASES or Path()
NEEDED = pytest.mark.skipif(CASES is None, reason="the case files are not beside this checkout")
VPCS = "account-factory/baseline/vpc-configs"
GROUPS = "account-factory/baseline/security-group-configs"
WALLS = "security/cloud-firewall"
HUB = {"cen": 1, "transit-router": 1, "transit-router-table": 1, "vpc-attachment": 1, "route-table": 1}
PLACE = {"account": 1, "region": 1, "vpc": 1}

YIELDS: dict[str, dict[str, int]] = {
    f"{VPCS}/vpcs-bj/default-vpc-1-bj.yaml": {**PLACE, **HUB, "zone": 3, "vswitch": 3, "security-group": 1},
    f"{VPCS}/vpcs-bj/default-vpc-2-bj.json": {**PLACE, "zone": 2, "vswitch": 2, "network-acl": 1},
    f"{VPCS}/vpcs-sh/default-vpc-2-sh.yaml": {**PLACE, **HUB, "zone": 3, "vswitch": 3},
    f"{VPCS}/vpcs-sh-no-cen/default-vpc-3-sh.yaml": {**PLACE, "zone": 2, "vswitch": 2},
    f"{GROUPS}/sg-bj/sg-database.yaml": {"account": 1, "region": 1, "security-group": 1},
    f"{GROUPS}/sg-sh-combined/sg-monitoring.yaml": {"account": 1, "region": 1, "security-group": 1},
    **{
        f"cloudsso/configs/{name}": {"access-configuration": 1}
        for name in (
            "administrator.json",
            "audit-administrator.json",
            "billing.yaml",
            "iam.yaml",
            "log-administrator.json",
            "log-audit.json",
            "network-administrator.json",
            "security-administrator.json",
            "security-audit.json",
        )
    },
    "guardrails/detective/aggregator_accounts/account.json": {"account": 1},
    "guardrails/detective/template_based_rules/rule.json": {"config-rule": 4},
    "guardrails/preventive/configs/ecs-restriction.json": {"control-policy": 1},
    "guardrails/preventive/configs/oss-bucket-policy.yaml": {"control-policy": 1},
    "guardrails/preventive/configs/regex-folder-policy.yaml": {"control-policy": 1},
    "network/route-policies/beijing-route-policies.yaml": {"account": 1, "region": 1, "routing-policy": 2},
    "network/route-policies/shanghai-route-policy.yaml": {"account": 1, "region": 1, "routing-policy": 1},
    "network/route-policies/shanghai/deny-specific-regions.json": {
        "account": 1,
        "region": 1,
        "routing-policy": 1,
    },
    "network/route-policies/shared/deny-reserved-cidrs.yaml": {"account": 1, "routing-policy": 1},
    "network/route-policies/shared/deny-specific-regions.yaml": {"account": 1, "routing-policy": 1},
    "resource-structure/folders.yaml": {"resource-directory": 1, "folder": 20},
    f"{WALLS}/internet_control_policies/in.json": {"account": 1, "cloud-firewall": 1},
    f"{WALLS}/internet_control_policies/out.yaml": {"account": 1, "cloud-firewall": 1},
    f"{WALLS}/nat_control_policies/policies.yaml": {"account": 1, "cloud-firewall": 1},
    f"{WALLS}/vpc_control_policies/policies.yaml": {"account": 1, "cloud-firewall": 1},
    f"{WALLS}/member_accounts.yaml": {"account": 1},
    "security/wafv3/rules/ip-blacklist-rule.json": {"account": 1, "waf": 1},
    "security/wafv3/templates/ip-blacklist-template.json": {"account": 1, "waf": 1},
}


def imported(*sources: Path) -> Design:
    """The design that an import into an empty one gives."""
    plan = plan_import(list(sources), Design.of())
    assert plan.edit
    return plan.edit(Design.of())


@NEEDED
@pytest.mark.parametrize("name", YIELDS)
def test_a_file_yields_so_many_elements_of_each_kind(name: str) -> None:
    design = imported(FOUND / name)

    assert Counter(element.kind.tag for element in design) == YIELDS[name]


@NEEDED
def test_every_configuration_file_is_pinned() -> None:
    there = {
        path.relative_to(FOUND).as_posix()
        for path in FOUND.rglob("*")
        if path.is_file() and path.suffix in (".yaml", ".json")
    }

    assert there == set(YIELDS)


@NEEDED
def test_all_of_them_together_yield_so_many_elements_of_each_kind() -> None:
    design = imported(FOUND)

    assert Counter(element.kind.tag for element in design) == {
        "access-configuration": 9,
        "account": 3,
        "cen": 1,
        "cloud-firewall": 3,
        "config-rule": 4,
        "control-policy": 3,
        "folder": 20,
        "network-acl": 1,
        "region": 2,
        "resource-directory": 1,
        "route-table": 2,
        "routing-policy": 6,
        "security-group": 3,
        "transit-router": 2,
        "transit-router-table": 2,
        "vpc": 4,
        "vpc-attachment": 2,
        "vswitch": 10,
        "waf": 1,
        "zone": 6,
    }


@NEEDED
def test_no_field_of_the_case_files_is_left_without_a_place() -> None:
    plan = plan_import([FOUND], Design.of())

    unheld = [
        (item.file.split("/")[-1], item.path) for item in plan.items if item.state == "unheld" and item.path
    ]

    assert unheld == []


@NEEDED
def test_config_rules_are_checked_in_the_accounts_of_the_aggregator_whose_ids_are_to_be_confirmed() -> None:
    design = imported(FOUND / "guardrails")

    (account,) = design.of_kind(Account)

    assert (account.name.en, account.number, account.assumed) == ("LZ-LogSec", "", True)
    assert {
        rule.name.en: (rule.template, rule.resource_types, rule.triggers, rule.every, rule.risk, rule.packed)
        for rule in design.of_kind(ConfigRule)
    } == {
        "ECSInstanceNoPublicIP-dir": (
            "ecs-instance-no-public-ip",
            ("ACS::ECS::Instance",),
            (),
            1,
            None,
            True,
        ),
        "OSSBucketPublicReadProhibited-dir": (
            "oss-bucket-public-read-prohibited",
            ("ACS::OSS::Bucket",),
            ("schedule",),
            6,
            2,
            True,
        ),
        "ActionTrailEnabled-dir": (
            "actiontrail-enabled",
            ("ACS::ActionTrail::Trail",),
            ("schedule",),
            None,
            None,
            False,
        ),
        "OSSBucketVersioningEnabled-dir": (
            "oss-bucket-versioning-enabled",
            ("ACS::OSS::Bucket",),
            ("schedule",),
            None,
            2,
            False,
        ),
    }
    assert {rule.accounts for rule in design.of_kind(ConfigRule)} == {(account.id,)}


@NEEDED
def test_a_second_import_of_the_case_files_changes_nothing() -> None:
    design = imported(FOUND)

    again = plan_import([FOUND], design)

    assert again.edit
    assert design_bytes(again.edit(design)) == design_bytes(design)
    assert again.counts()["new"] == again.counts()["changed"] == 0
