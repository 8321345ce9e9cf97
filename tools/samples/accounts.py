"""The account side of a sample: directory, folders, accounts, guardrails and access."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tools.samples.draft import Draft, named, words
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.environment import Environment
from workbench.model.elements.folder import Folder
from workbench.model.elements.resource_directory import ResourceDirectory

DIRECTORY = "directory"


class FolderRow(NamedTuple):
    """A folder: its code, the code of the folder above, its names."""

    code: str
    above: str
    en: str
    zh: str


class AccountRow(NamedTuple):
    """An account: its code, its folder, its names, what it is for."""

    code: str
    folder: str
    en: str
    zh: str
    role: str = "application"
    environment: str = ""
    owner: str = ""


def environments(draft: Draft) -> None:
    """The four stages: production, test, shared and sandbox."""
    rows = (
        ("prod", "Production", "生产", "P", "wine", True),
        ("test", "Test", "测试", "T", "blue", False),
        ("shared", "Shared", "共享", "S", "olive", False),
        ("sandbox", "Sandbox", "沙箱", "X", "mustard", False),
    )
    for code, en, zh, letter, colour, production in rows:
        draft.add(
            Environment(**named(f"env-{code}", en, zh, letter=letter, colour=colour, production=production))
        )


def directory(draft: Draft, en: str, zh: str, number: str) -> None:
    """The resource directory itself."""
    draft.add(ResourceDirectory(**named(DIRECTORY, en, zh, number=number, state="deployed")))


def folders(draft: Draft, rows: Sequence[FolderRow]) -> None:
    """The folders, those above first."""
    for row in rows:
        above = f"folder-{row.above}" if row.above else DIRECTORY
        draft.add(Folder(**named(f"folder-{row.code}", row.en, row.zh, parent=above, state="approved")))


def accounts(
    draft: Draft, rows: Sequence[AccountRow], costs: Mapping[str, str] | None = None, tagged: bool = False
) -> None:
    """The accounts; their numbers are made up and follow from their place in the list.

    `costs` names the cost centre of each code; tagged ones say their stage and their owner.
    """
    for place, row in enumerate(rows):
        draft.add(
            Account(
                **named(
                    f"account-{row.code}",
                    row.en,
                    row.zh,
                    parent=f"folder-{row.folder}" if row.folder else DIRECTORY,
                    role=row.role,
                    number=str(1200000000000000 + 7919 * (place + 1)),
                    environment=f"env-{row.environment}" if row.environment else None,
                    owner=row.owner,
                    cost_centre=(costs or {}).get(row.code),
                    tags=_tags(row) if tagged else {},
                    state="approved",
                )
            )
        )


def _tags(row: AccountRow) -> dict[str, str]:
    return {"Environment": row.environment or "shared", "Owner": row.owner or "Platform team"}


def denying(actions: Sequence[str], **condition: Any) -> str:
    """A policy document that denies actions, under a condition where one is given."""
    statement: dict[str, Any] = {"Effect": "Deny", "Action": list(actions), "Resource": "*"}
    if condition:
        statement["Condition"] = condition
    return json.dumps({"Version": "1", "Statement": [statement]}, indent=1)


def guardrails(draft: Draft, everywhere: Sequence[str], suspended: str, china: Sequence[str]) -> None:
    """Three control policies: what protects the trail, what keeps data in its regions, what stops a closed account."""
    trail = ("actiontrail:DeleteTrail", "actiontrail:StopLogging", "actiontrail:UpdateTrail")
    places = {"StringNotEquals": {"ecs:Region": ["cn-shanghai", "cn-hangzhou"]}}
    rows = (
        (
            "trail",
            "cp-deny-trail-change",
            "The audit trail stays on.",
            "审计跟踪不可关闭。",
            denying(trail),
            everywhere,
        ),
        (
            "region",
            "cp-deny-other-regions",
            "Servers of mainland systems are made in two regions only.",
            "境内系统的服务器只在两个地域创建。",
            denying(("ecs:CreateInstance", "ecs:RunInstances"), **places),
            china,
        ),
        (
            "suspended",
            "cp-deny-all",
            "Closed accounts do nothing.",
            "停用账号不得操作。",
            denying(("*",)),
            (suspended,),
        ),
    )
    for code, name, en, zh, document, targets in rows:
        draft.add(
            ControlPolicy(
                **named(
                    f"policy-{code}",
                    name,
                    parent=DIRECTORY,
                    note=words(en, zh),
                    document=document,
                    targets=tuple(targets),
                )
            )
        )


def access(draft: Draft, duties: Sequence[str]) -> None:
    """Access configurations by duty."""
    for duty in duties:
        name, zh, policies, seconds = DUTIES[duty]
        draft.add(
            AccessConfiguration(
                **named(
                    f"access-{duty}",
                    name,
                    parent=DIRECTORY,
                    note=words("", zh),
                    policies=policies,
                    session_duration=seconds,
                )
            )
        )


DUTIES: dict[str, tuple[str, str, tuple[str, ...], int]] = {
    "administrator": ("Administrator", "应急与建设期使用", ("AdministratorAccess",), 3600),
    "network": (
        "NetworkAdministrator",
        "网络管理员",
        ("AliyunVPCFullAccess", "AliyunCENFullAccess", "AliyunNATGatewayFullAccess", "AliyunEIPFullAccess"),
        3600,
    ),
    "security": ("SecurityAdministrator", "安全管理员", ("AliyunYundunFullAccess",), 3600),
    "audit": (
        "AuditReader",
        "审计只读",
        ("AliyunActionTrailReadOnlyAccess", "AliyunConfigReadOnlyAccess", "AliyunLogReadOnlyAccess"),
        7200,
    ),
    "finance": ("FinanceManager", "财务管理", ("AliyunBSSFullAccess",), 3600),
    "developer": ("Developer", "开发与测试", ("AliyunECSFullAccess", "AliyunRDSFullAccess"), 28800),
    "reader": ("Reader", "只读", ("ReadOnlyAccess",), 28800),
}
