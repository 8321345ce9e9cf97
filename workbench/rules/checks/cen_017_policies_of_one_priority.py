"""CEN-017."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.transit_router import TransitRouter
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds


@rule(
    "CEN-017",
    about=TransitRouter,
    severity="error",
    says={
        "": "{name} and {other} have priority {priority} in the same direction",
        "range": "Priority {priority} of {name} is not between {least} and {most}",
    },
    source="Routing policy overview",
    facts=("cen.routing_policy.priority_range",),
)
def policies_of_one_priority(router: TransitRouter, design: Reader) -> Iterator[Finding]:
    """The routing policies of a transit router table have different priorities in each direction.

    The smaller number is asked first. The platform refuses a number that is taken, and numbers outside 1 to 100.

    Wrong:
        tr transit-router
          one routing-policy priority=10
          two routing-policy priority=10

    Right:
        tr transit-router
          one routing-policy priority=10
          two routing-policy priority=20
    """
    range_ = design.fact("cen.routing_policy.priority_range")
    least, most = bounds(range_)
    first: dict[tuple[str, str, int], RoutingPolicy] = {}
    for policy in design.children(router, RoutingPolicy):
        earlier = first.setdefault((policy.table or "", policy.direction, policy.priority), policy)
        if earlier is not policy:
            yield found(policy, earlier, field="priority", rests_on=(range_,), priority=policy.priority)
        if not least <= policy.priority <= most:
            yield found(
                policy,
                says="range",
                field="priority",
                rests_on=(range_,),
                priority=policy.priority,
                least=least,
                most=most,
            )
