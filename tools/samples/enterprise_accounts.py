"""The accounts of the bundled enterprise."""

from __future__ import annotations

from tools.samples import accounts
from tools.samples.accounts import AccountRow, FolderRow
from tools.samples.draft import Draft


def all_accounts(draft: Draft) -> None:
    """The stages, the directory, its folders and accounts, guardrails and access."""
    accounts.environments(draft)
    accounts.directory(draft, "Lanan directory", "岚安资源目录", "rd-lanan01")
    accounts.folders(
        draft,
        (
            FolderRow("core", "", "Core", "核心"),
            FolderRow("business", "", "Business", "业务"),
            FolderRow("prod", "business", "Production", "生产"),
            FolderRow("nonprod", "business", "NonProduction", "非生产"),
            FolderRow("overseas", "", "Overseas", "海外"),
            FolderRow("partner", "", "Partners", "合作伙伴"),
            FolderRow("sandbox", "", "Sandbox", "沙箱"),
            FolderRow("suspended", "", "Suspended", "停用"),
        ),
    )
    accounts.accounts(draft, (*CORE, *_systems(), *OTHERS))
    accounts.guardrails(
        draft,
        ("folder-core", "folder-business", "folder-overseas", "folder-partner", "folder-sandbox"),
        "folder-suspended",
        ("folder-prod", "folder-nonprod"),
    )
    accounts.access(draft, tuple(accounts.DUTIES))


CORE = (
    AccountRow("management", "", "lanan-management", "岚安-管理账号", "management", owner="Group IT"),
    AccountRow("log", "core", "lanan-log", "岚安-日志归档", "log", "", "Security office"),
    AccountRow("security", "core", "lanan-security", "岚安-安全", "security", "", "Security office"),
    AccountRow("network", "core", "lanan-network", "岚安-网络", "network", "", "Network team"),
    AccountRow("shared", "core", "lanan-shared", "岚安-共享服务", "shared", "", "Platform team"),
    AccountRow("operations", "core", "lanan-operations", "岚安-运维", "operations", "", "Platform team"),
    AccountRow("finance", "core", "lanan-finance", "岚安-财务", "finance", "", "Finance"),
)


SYSTEMS = (
    ("order", "订单", "Commerce"),
    ("member", "会员", "Commerce"),
    ("payment", "支付", "Payments"),
    ("store", "门店", "Stores"),
    ("supply", "供应链", "Logistics"),
    ("data", "数据平台", "Data"),
    ("website", "官网", "Marketing"),
)


OTHERS = (
    AccountRow(
        "sg-store", "overseas", "lanan-sg-store", "岚安-新加坡门店", "application", "prod", "Overseas"
    ),
    AccountRow("sg-shared", "overseas", "lanan-sg-shared", "岚安-新加坡共享", "shared", "", "Overseas"),
    AccountRow(
        "partner-1", "partner", "lanan-delivery-partner", "岚安-配送伙伴", "application", "prod", "Logistics"
    ),
    AccountRow(
        "partner-2", "partner", "lanan-loyalty-partner", "岚安-积分伙伴", "application", "prod", "Commerce"
    ),
    AccountRow(
        "sandbox-1", "sandbox", "lanan-sandbox-1", "岚安-沙箱-1", "sandbox", "sandbox", "Platform team"
    ),
    AccountRow(
        "sandbox-2", "sandbox", "Lanan Sandbox 2", "岚安 沙箱 2", "sandbox", "sandbox", "Platform team"
    ),
    AccountRow("old-shop", "suspended", "lanan-old-shop", "岚安-旧商城", "application", "", "Commerce"),
    AccountRow("old-crm", "suspended", "lanan-old-crm", "岚安-旧客户系统", "application", "", "Commerce"),
    AccountRow("old-lab", "suspended", "lanan-old-lab", "岚安-旧实验室", "application", "", "Data"),
)


def _systems() -> tuple[AccountRow, ...]:
    """Two accounts a system: production and test."""
    return tuple(
        AccountRow(
            f"{code}-{stage}",
            folder,
            f"lanan-{code}-{stage}",
            f"岚安-{zh}-{word}",
            "application",
            stage,
            owner,
        )
        for code, zh, owner in SYSTEMS
        for stage, folder, word in (("prod", "prod", "生产"), ("test", "nonprod", "测试"))
    )
