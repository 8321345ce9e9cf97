"""HYB-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vbr import Vbr
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import among, numbers


@rule(
    "HYB-005",
    about=Vbr,
    severity="error",
    says="{name} cannot have {asn} as its local ASN; possible are {choices} except {reserved}",
    source="terraform alicloud vpc_bgp_group",
    facts=("express_connect.bgp_local_asn_choices", "express_connect.bgp_local_asn_reserved"),
)
def vbr_with_refused_asn(vbr: Vbr, design: Reader) -> Iterator[Finding]:
    """The local ASN of a VBR is one that the platform accepts.

    It takes 45104 and the private numbers, 65025 excepted.

    Wrong:
        vbr vbr local_asn=100

    Right:
        vbr vbr local_asn=45104
    """
    if vbr.local_asn is None:
        return
    choices = design.fact("express_connect.bgp_local_asn_choices")
    reserved = design.fact("express_connect.bgp_local_asn_reserved")
    if vbr.local_asn in numbers(reserved) or not among(vbr.local_asn, choices):
        yield found(
            vbr,
            field="local_asn",
            rests_on=(choices, reserved),
            asn=str(vbr.local_asn),
            choices=list(choices.value),
            reserved=[str(number) for number in numbers(reserved)],
        )
