"""CEN-009."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.edits.fields import set_fields
from workbench.rules.attachments import NETWORK_ATTACHMENTS, NetworkAttachment, network_of, router_of
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.places import account_of
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-009",
    about=NETWORK_ATTACHMENTS,
    severity="error",
    says={
        "": "{other} belongs to {owner}, the transit router to {buyer}, and no grant is noted",
        "payer": "{other} belongs to {owner}, the transit router to {buyer}, and nobody is named to pay for {name}",
    },
    source="terraform alicloud cen_transit_router_grant_attachment",
    facts=("cen.attachment.cross_account_grant_first", "cen.attachment.cross_account_payer"),
)
def attachment_without_grant(attachment: NetworkAttachment, design: Reader) -> Iterator[Finding]:
    """A network of another account is granted to the transit router's owner before it is attached.

    Without the grant the platform refuses the attachment. Which of the two accounts pays has to be said as well.

    Wrong:
        net account
        app account
          vpc-a vpc
        tr transit-router account=net
          att vpc-attachment vpc=vpc-a

    Right:
        net account
        app account
          vpc-a vpc
        tr transit-router account=net
          att vpc-attachment vpc=vpc-a granted=true payer=router
    """
    router, network = router_of(attachment, design), network_of(attachment, design)
    if router is None or network is None:
        return
    owner, buyer = account_of(network, design), account_of(router, design)
    if owner is None or buyer is None or owner.id == buyer.id:
        return
    said: dict[str, Any] = {"owner": owner.title(), "buyer": buyer.title()}
    if not attachment.granted:
        grant = design.fact("cen.attachment.cross_account_grant_first")
        note = Cure(text("Note that the grant is given"), set_fields([attachment.id], granted=True))
        yield found(attachment, network, field="granted", rests_on=(grant,), cures=[note], **said)
    if not attachment.payer:
        payer = design.fact("cen.attachment.cross_account_payer")
        cures = [
            Cure(text("{account} pays", account=buyer.title()), set_fields([attachment.id], payer="router")),
            Cure(text("{account} pays", account=owner.title()), set_fields([attachment.id], payer="owner")),
        ]
        yield found(attachment, network, says="payer", field="payer", rests_on=(payer,), cures=cures, **said)
