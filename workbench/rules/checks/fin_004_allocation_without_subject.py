"""FIN-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.cost_centre import CostCentre
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "FIN-004",
    about=CostCentre,
    severity="warning",
    says="Line {line} of {name} does not say whose cost it takes",
    source="https://help.aliyun.com/en/user-center/cost-center-1",
    facts=("finance.cc-dims",),
)
def allocation_without_subject(centre: CostCentre, design: Reader) -> Iterator[Finding]:
    """An allocation rule says whose cost it takes.

    It names an account, a resource group or a region, or the value of a tag, a product or a name.

    Wrong:
        retail cost-centre
          - rules by=tag

    Right:
        retail cost-centre
          - rules by=tag value=CostCenter=retail
    """
    for line, rule_ in enumerate(centre.rules, 1):
        if not (rule_.subject or rule_.value.strip()):
            yield found(centre, field="rules", rests_on=(design.fact("finance.cc-dims"),), line=line)
