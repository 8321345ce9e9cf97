"""The bundled enterprise: a retail group of our own making, in three regions."""

from __future__ import annotations

from tools.samples import (
    enterprise_accounts,
    enterprise_checks,
    enterprise_network,
    enterprise_security,
    enterprise_services,
)
from tools.samples.draft import Draft, named, region, words
from tools.samples.emblem import emblem
from workbench.edits.placing import placement_id
from workbench.images.image import lines_of
from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.fact_override import FactOverride
from workbench.model.elements.picture import Picture
from workbench.model.elements.placement import Placement
from workbench.model.elements.sheet import Sheet
from workbench.model.elements.sheet_note import SheetNote

NOTES = (
    ("line", "network", False, "Ask the carrier in June: the second line of Jiading comes in autumn.",
     "六月向运营商确认：嘉定第二条专线秋季到货。"),
    ("suspended", "accounts", True, "Accounts below Suspended are closed at the end of the year.",
     "停用资源夹下的账号年底关闭。"),
)  # fmt: skip
"""Code, sheet, whether the customer sees it, and what it says."""


def enterprise() -> Design:
    """The whole design."""
    draft = Draft()
    _order(draft)
    enterprise_accounts.all_accounts(draft)
    for code, region_id, letters in (
        ("sh", "cn-shanghai", "fg"),
        ("hz", "cn-hangzhou", "hj"),
        ("sg", "ap-southeast-1", "ab"),
    ):
        region(draft, code, region_id, letters)
    enterprise_network.addresses(draft)
    enterprise_network.all_networks(draft)
    enterprise_network.all_sites(draft)
    enterprise_accounts.governed(draft)
    enterprise_security.protection(draft)
    enterprise_security.domains_and_flows(draft)
    enterprise_services.ways(draft)
    enterprise_services.data(draft)
    enterprise_checks.agreed(draft)
    _sheets(draft)
    return draft.design()


def _order(draft: Draft) -> None:
    draft.add(
        Engagement(
            **named(
                "engagement",
                "Landing zone of the Lanan retail group",
                "岚安零售集团云上 Landing Zone",
                customer=words("Lanan Retail Group", "岚安零售集团"),
                edition="advanced",
                domains=("account", "network", "finance", "resource", "compliance", "security"),
                implementer="provider",
                starts="2026-03-02",
                ends="2026-06-26",
                issued="2026-05-15",
                version="0.9",
            )
        )
    )
    draft.add(
        FactOverride(
            **named(
                "override-members",
                "Member accounts raised",
                "成员账号配额已提升",
                fact="directory.members",
                value="60",
                source="Quota centre of the management account",
                dated="2026-04-20",
            )
        )
    )


def _sheets(draft: Draft) -> None:
    rows = (
        ("accounts", "Account hierarchy", "账号层级", "account", ()),
        ("network", "Network overview", "网络总览", "network", ()),
        ("sh", "Shanghai", "上海", "network", ("region-sh",)),
        ("hz", "Hangzhou", "杭州", "network", ("region-hz",)),
        ("sg", "Singapore", "新加坡", "network", ("region-sg",)),
        ("security", "Security domains", "安全域", "security", ()),
    )
    for order, (code, en, zh, shows, only) in enumerate(rows, 1):
        draft.add(Sheet(**named(f"sheet-{code}", en, zh, shows=shows, only=only, order=order)))
    for code, sheet, printed, en, zh in NOTES:
        fields = named(f"note-{code}", en, zh, parent=f"sheet-{sheet}", printed=printed)
        draft.add(SheetNote(**fields))
    _emblem(draft)
    # The overview leaves an ACL to the sheet of its region.
    sheet, acl = "sheet-network", "acl-payment"
    draft.add(Placement(id=placement_id(sheet, acl, ""), parent=sheet, subject=acl, hidden=True))


def _emblem(draft: Draft) -> None:
    """The customer's emblem in the corner of the account hierarchy."""
    sheet = "sheet-accounts"
    picture = Picture(
        **named("picture-emblem", "Emblem of Lanan", "岚安标志", parent=sheet),
        alternative=words(
            "Two white hills over a lake, in a roundel of wine red", "酒红色圆形标志：湖面上的两座白色山峰"
        ),
        lines=lines_of(emblem()),
    )
    draft.add(picture)
    draft.add(
        Placement(
            id=placement_id(sheet, picture.id, ""),
            parent=sheet,
            subject=picture.id,
            x=24.0,
            y=24.0,
            width=72.0,
            height=72.0,
        )
    )
