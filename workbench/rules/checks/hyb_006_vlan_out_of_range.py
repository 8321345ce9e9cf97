"""HYB-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vbr import Vbr
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds


@rule(
    "HYB-006",
    about=Vbr,
    severity="error",
    says="VLAN {vlan} of {name} is not between {least} and {most}",
    source="terraform alicloud express_connect_virtual_border_router",
    facts=("express_connect.vlan_id_range",),
)
def vlan_out_of_range(vbr: Vbr, design: Reader) -> Iterator[Finding]:
    """The VLAN of a VBR is between 0 and 2999.

    The platform refuses other numbers, although switches on premises know them.

    Wrong:
        vbr vbr vlan=3000

    Right:
        vbr vbr vlan=100
    """
    if vbr.vlan is None:
        return
    range_ = design.fact("express_connect.vlan_id_range")
    least, most = bounds(range_)
    if not least <= vbr.vlan <= most:
        yield found(vbr, field="vlan", rests_on=(range_,), vlan=vbr.vlan, least=least, most=most)
