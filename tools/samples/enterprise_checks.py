"""What the sample's customer agreed about the checks: severities, a waiver, a rule of its own, what must always hold."""

from __future__ import annotations

from tools.samples.draft import Draft, named, words
from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.severity_profile import SeverityProfile, Weight
from workbench.model.elements.waiver import Waiver
from workbench.reachability.invariants.library import LIBRARY

MUST_HOLD = (
    "production-apart",
    "administration-from-internet",
    "administration-by-bastion",
    "internet-to-data",
    "out-past-firewall",
    "databases-of-their-own",
    "test-to-payment",
    "names-for-all",
)
"""Invariants of the library that the customer asks for."""


def agreed(draft: Draft) -> None:
    """A profile that weighs one rule otherwise, a waiver, a rule on the blocks of VPCs, and what must hold."""
    draft.add(
        SeverityProfile(
            **named(
                "profile-lanan",
                "Severities agreed with Lanan",
                "与岚安约定的级别",
                weights=(
                    Weight(
                        rule="ADR-001",
                        severity="hint",
                        reason="Requests of the second phase are answered in June",
                        reason_zh="二期的申请在六月分配",
                    ),
                ),
            )
        )
    )
    draft.add(
        Waiver(
            **named(
                "waiver-test-entry",
                "SSH into the test servers",
                "测试服务器的 SSH 入口",
                rule="SEC-005",
                covers=("sg-test-app",),
                reason=words("Closed when the test bastion host is in use", "测试堡垒机启用后关闭"),
                owner="Chen Yu",
                expires="2026-06-30",
            )
        )
    )
    draft.add(
        CustomRule(
            **named(
                "rule-vpc-blocks",
                "VPCs use the group's own range",
                "专有网络使用集团自有网段",
                code="LAN-001",
                about="vpc",
                field="blocks",
                comparison="in-block",
                value="10.0.0.0/8",
                when="fails",
                message=words(
                    "{name} uses {value} outside 10.0.0.0/8", "“{name}”使用了10.0.0.0/8之外的{value}"
                ),
            )
        )
    )
    for one in LIBRARY:
        if one.id in MUST_HOLD:
            draft.add(one.element())
