"""CEN-015."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.edits.fields import set_fields
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-015",
    about=VpcAttachment,
    severity="hint",
    says={
        "": "{name} uses {other}, which is not marked for attachments only (purpose TR)",
        "acl": "{name} uses {other}, which has a network ACL",
        "size": "{name} uses {other} of /{length}; /{least} or smaller does for attachments",
    },
    source="unverified",
    facts=("planning.attachment_vswitch_mask_min",),
)
def attachment_among_workloads(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """An attachment has small vSwitches of its own, without workloads and without a network ACL.

    Then it can have a route table of its own, and workloads never take its addresses. This is a custom of good designs.

    Wrong:
        vpc-a vpc
          vsw-a vswitch block=10.0.1.0/24
        tr transit-router
          att vpc-attachment vpc=vpc-a vswitches=vsw-a

    Right:
        vpc-a vpc
          vsw-a vswitch block=10.0.1.0/28 purpose=TR
        tr transit-router
          att vpc-attachment vpc=vpc-a vswitches=vsw-a
    """
    least = design.fact("planning.attachment_vswitch_mask_min")
    for id in dict.fromkeys(attachment.vswitches):
        vswitch = design.get(id, VSwitch)
        if vswitch is None:
            continue
        block = span(vswitch.block)
        if vswitch.purpose != "TR":
            mark = Cure(
                text("Mark {name} for attachments only", name=vswitch.title()),
                set_fields([vswitch.id], purpose="TR"),
            )
            yield found(attachment, vswitch, field="vswitches", rests_on=(least,), cures=[mark])
        elif block and block.width == 32 and block.length < least.value:
            yield found(
                attachment,
                vswitch,
                says="size",
                field="vswitches",
                rests_on=(least,),
                length=block.length,
                least=least.value,
            )
        if vswitch.acl:
            yield found(attachment, vswitch, says="acl", field="vswitches", rests_on=(least,))
