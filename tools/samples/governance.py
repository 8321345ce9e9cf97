"""Cost, tags and audit of a sample."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tools.samples.accounts import DIRECTORY
from tools.samples.draft import Draft, named
from workbench.model.elements.config_rule import ConfigRule
from workbench.model.elements.cost_centre import AllocationRule, CostCentre
from workbench.model.elements.log_store import LogStore
from workbench.model.elements.resource_group import ResourceGroup
from workbench.model.elements.tag_policy import TagKey, TagPolicy
from workbench.model.elements.trail import Trail

KEPT = 365
"""Days: longer than the half year that network logs have to be kept."""


class CentreRow(NamedTuple):
    """A cost centre: its code, its names, its monthly budget, and the tag that gives it cost of shared accounts."""

    code: str
    en: str
    zh: str
    budget: int
    tag: str = ""


CONFIG_RULES = (
    ("public-ip", "ecs-instance-no-public-ip", "ACS::ECS::Instance", "Servers have no public address", "服务器无公网地址", 1),
    ("public-read", "oss-bucket-public-read-prohibited", "ACS::OSS::Bucket",
     "No bucket is read by everyone", "存储空间禁止公共读", 1),
    ("encryption", "oss-bucket-server-side-encryption-enabled", "ACS::OSS::Bucket",
     "Buckets encrypt what they keep", "存储空间已加密", 2),
    ("ports", "sg-risky-ports-check", "ACS::ECS::SecurityGroup", "Administration ports are shut", "管理端口未对公网开放", 1),
    ("tags", "required-tags", "ACS::ECS::Instance", "Servers carry the tags of the policy", "服务器带有必选标签", 2),
)  # fmt: skip
"""Code, template, type, names, risk: the templates stand among the guardrails of the reference."""


def cost_centres(draft: Draft, rows: Sequence[CentreRow]) -> None:
    """The cost centres in the order their rules are asked."""
    for order, row in enumerate(rows, 1):
        rules = (AllocationRule(by="tag", value=f"CostCenter={row.tag}"),) if row.tag else ()
        draft.add(
            CostCentre(
                **named(
                    f"cost-{row.code}",
                    row.en,
                    row.zh,
                    code=f"CC-{100 + order}",
                    budget=row.budget,
                    order=order,
                    rules=rules,
                    state="approved",
                )
            )
        )


def tag_policy(draft: Draft, environments: tuple[str, ...], targets: tuple[str, ...]) -> None:
    """Two keys that every account below some folders carries, and one that resources may carry."""
    keys = (
        TagKey(key="Environment", values=environments, required=True),
        TagKey(key="Owner", required=True),
        TagKey(key="CostCenter"),
    )
    draft.add(
        TagPolicy(
            **named("tags", "Tags_of_the_group", "标签规范", parent=DIRECTORY, targets=targets, keys=keys)
        )
    )


def resource_group(draft: Draft, code: str, account: str, en: str, zh: str, environment: str) -> None:
    """A resource group of an account."""
    fields = named(
        f"rg-{code}",
        en,
        zh,
        parent=f"account-{account}",
        identifier=f"rg-{code}",
        environment=f"env-{environment}",
    )
    draft.add(ResourceGroup(**fields))


def audit(
    draft: Draft, project: str, region: str, checked: tuple[str, ...], buckets: tuple[str, ...] = ()
) -> None:
    """One trail of all accounts into the log archive, and what Cloud Config checks."""
    place = {"parent": "account-log", "state": "approved"}
    draft.add(
        LogStore(
            **named(
                "logs-audit",
                "Audit events",
                "审计事件",
                project=project,
                region=region or None,
                retention=KEPT,
                hot=30,
                **place,
            )
        )
    )
    draft.add(
        Trail(
            **named(
                "trail-all",
                "Trail of all accounts",
                "全账号跟踪",
                organisation=True,
                delivers_to=("logs-audit", *buckets),
                **place,
            )
        )
    )
    for code, template, type_, en, zh, risk in CONFIG_RULES:
        draft.add(
            ConfigRule(
                **named(
                    f"config-{code}",
                    en,
                    zh,
                    parent="account-log",
                    template=template,
                    resource_types=(type_,),
                    accounts=checked,
                    triggers=("change", "schedule"),
                    every=24,
                    risk=risk,
                    packed=risk == 1,
                )
            )
        )
