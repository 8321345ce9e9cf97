"""HYB-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.vbr import Vbr
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "HYB-003",
    about=EcrAssociation,
    severity="error",
    says="{other} has the local ASN {own}, {ecr} the ASN {asn}",
    source="Create and manage an ECR",
    facts=("express_connect_router.vbr_asn_must_match",),
)
def ecr_with_another_asn(association: EcrAssociation, design: Reader) -> Iterator[Finding]:
    """An ECR and the VBRs behind it have one ASN.

    To the sites they are one network. The platform takes a VBR only where its BGP group has the ASN of the ECR as its
    local one.

    Wrong:
        gate ecr asn=45104
          link ecr-association network=vbr-a
        vbr-a vbr local_asn=64600

    Right:
        gate ecr asn=45104
          link ecr-association network=vbr-a
        vbr-a vbr local_asn=45104
    """
    must = design.fact("express_connect_router.vbr_asn_must_match")
    ecr, vbr = design.get(association.parent, Ecr), design.get(association.network, Vbr)
    if ecr is None or vbr is None or not must.value:
        return
    if ecr.asn and vbr.local_asn and ecr.asn != vbr.local_asn:
        take = Cure(
            text("Give {name} the ASN {asn}", name=vbr.title(), asn=str(ecr.asn)),
            set_fields([vbr.id], local_asn=ecr.asn),
        )
        yield found(
            association,
            vbr,
            ecr,
            cures=[take],
            rests_on=(must,),
            own=str(vbr.local_asn),
            ecr=ecr.title(),
            asn=str(ecr.asn),
        )
