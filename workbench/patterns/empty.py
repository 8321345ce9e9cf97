"""The empty design: what was ordered, and two sheets to draw on."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.sheet import Sheet
from workbench.patterns import pattern
from workbench.words import Words


@pattern("empty", title="Empty design", says="What was ordered, and two sheets to draw on.")
def empty() -> Design:
    """A design with an engagement and one sheet of each of the two usual kinds."""
    return Design.of(
        (
            Engagement(id="engagement"),
            Sheet(
                id="sheet-accounts",
                name=Words(en="Account hierarchy", zh="账号层级"),
                shows="account",
                order=1,
            ),
            Sheet(
                id="sheet-network", name=Words(en="Network topology", zh="网络拓扑"), shows="network", order=2
            ),
        )
    )
