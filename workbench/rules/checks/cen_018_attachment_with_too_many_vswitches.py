"""CEN-018."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "CEN-018",
    about=VpcAttachment,
    severity="error",
    says={
        "": "{name} names {count} vSwitches; {most} are possible",
        "none": "{name} names no vSwitch of {other}: the transit router has nowhere to put its interface",
    },
    source="terraform alicloud cen_transit_router_vpc_attachment",
    facts=("cen.limits.vswitches_per_attachment_call", "cen.attachment.eni_per_vswitch"),
)
def attachment_with_too_many_vswitches(attachment: VpcAttachment, design: Reader) -> Iterator[Finding]:
    """An attachment names vSwitches of its VPC, up to ten.

    The transit router puts one interface into each of them; without any there is no connection.

    Wrong:
        vpc-a vpc
        tr transit-router
          att vpc-attachment vpc=vpc-a

    Right:
        vpc-a vpc
          vsw-a vswitch purpose=TR
        tr transit-router
          att vpc-attachment vpc=vpc-a vswitches=vsw-a
    """
    vpc = design.get(attachment.vpc, Vpc)
    most = design.fact("cen.limits.vswitches_per_attachment_call")
    if len(attachment.vswitches) > most.value:
        count = len(attachment.vswitches)
        yield found(attachment, field="vswitches", rests_on=(most,), count=count, most=most.value)
    elif vpc and not attachment.vswitches:
        interface = design.fact("cen.attachment.eni_per_vswitch")
        marked = tuple(vswitch.id for vswitch in design.children(vpc, VSwitch) if vswitch.purpose == "TR")
        use = Cure(text("Use the vSwitches marked TR"), set_fields([attachment.id], vswitches=marked))
        cures = [use] if marked else []
        yield found(attachment, vpc, says="none", field="vswitches", rests_on=(interface,), cures=cures)
