"""ACC-011."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "ACC-011",
    about=ControlPolicy,
    severity="hint",
    says="{name} does not bind {other}, the management account",
    source="https://www.alibabacloud.com/help/doc-detail/111212.htm",
    facts=("directory.cp-mgmt",),
)
def policy_on_management_account(policy: ControlPolicy, design: Reader) -> Iterator[Finding]:
    """A control policy is attached where it binds.

    Control policies do not bind the management account, wherever they are attached.

    Wrong:
        root account role=management
        guard control-policy targets=root

    Right:
        app account
        guard control-policy targets=app
    """
    free = design.fact("directory.cp-mgmt")
    for id in dict.fromkeys(policy.targets):
        account = design.get(id, Account)
        if account and account.role == "management" and free.value:
            kept = tuple(target for target in policy.targets if target != id)
            take = Cure(
                text("Take it off {other}", other=account.title()), set_fields([policy.id], targets=kept)
            )
            yield found(policy, account, field="targets", rests_on=(free,), cures=[take])
