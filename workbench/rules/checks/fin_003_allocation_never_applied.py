"""FIN-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.cost_centre import AllocationRule, CostCentre
from workbench.rules.cost_centres import in_tree_order
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "FIN-003",
    about=CostCentre,
    severity="warning",
    says={
        "": "Line {line} of {name} never applies: {other} takes the same cost first",
        "own": "Line {line} of {name} never applies: line {first} takes the same cost first",
    },
    source="https://www.alibabacloud.com/help/en/user-center/user-guide/cost-center-1 (2025-11-07)",
    facts=("finance.cc-first-match",),
)
def allocation_never_applied(centre: CostCentre, design: Reader) -> Iterator[Finding]:
    """Every allocation rule applies to some cost.

    Rules are asked in the order of the tree, and the first that matches decides. A later one that asks for the same is never
    reached; a rule that takes a share only leaves the rest to others.

    Wrong:
        retail cost-centre order=1
          - rules by=tag value=CostCenter=shop
        other cost-centre order=2
          - rules by=tag value=CostCenter=shop

    Right:
        retail cost-centre order=1
          - rules by=tag value=CostCenter=shop
        other cost-centre order=2
          - rules by=tag value=CostCenter=plant
    """
    if not centre.rules:
        return
    first_match = design.fact("finance.cc-first-match")
    for line, rule_ in enumerate(centre.rules, 1):
        taker = _earlier(centre, line, rule_, design)
        if taker is None:
            continue
        other, first = taker
        if other.id == centre.id:
            yield found(centre, says="own", field="rules", rests_on=(first_match,), line=line, first=first)
        else:
            yield found(centre, other, field="rules", rests_on=(first_match,), line=line)


def _earlier(
    centre: CostCentre, line: int, rule_: AllocationRule, design: Reader
) -> tuple[CostCentre, int] | None:
    """The cost centre and line that take all of the same cost before a line."""
    for other in in_tree_order(design):
        for number, known in enumerate(other.rules, 1):
            if other.id == centre.id and number == line:
                return None
            if known.share is None and _asks(known) == _asks(rule_) and (rule_.subject or rule_.value):
                return other, number
    return None


def _asks(rule_: AllocationRule) -> tuple[str, str | None, str]:
    return rule_.by, rule_.subject, rule_.value
