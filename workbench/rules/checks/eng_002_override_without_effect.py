"""ENG-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.fact_override import FactOverride
from workbench.reference import fact
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ENG-002",
    about=FactOverride,
    severity="warning",
    says={
        "": "{name} overrides {figure}, which is no figure of the platform",
        "value": "{name} gives {figure} the value {value}, which cannot take the place of {platform}",
        "source": "{name} overrides {figure} and says no source",
        "twice": "{name} overrides {figure} a second time; {other} is the one that counts",
    },
    source="The design itself",
)
def override_without_effect(override: FactOverride, design: Reader) -> Iterator[Finding]:
    """An override names a figure, gives it a value of its type and says where it was read.

    Then it counts as sourced and takes the platform's figure's place in every rule.

    Wrong:
        few fact-override fact=vpc.limits.vpcs_per_region value=many source=ticket

    Right:
        few fact-override fact=vpc.limits.vpcs_per_region value=20 source=ticket
    """
    try:
        platform = fact(override.fact)
    except KeyError:
        yield found(override, field="fact", figure=override.fact)
        return
    try:
        platform.overriding(override.value, override.source, override.dated)
    except ValueError:
        yield found(
            override,
            says="value",
            field="value",
            figure=override.fact,
            value=override.value,
            platform=platform.value,
        )
    if not override.source:
        yield found(override, says="source", field="source", figure=override.fact)
    first = next(other for other in design.of_kind(FactOverride) if other.fact == override.fact)
    if first.id != override.id:
        yield found(override, first, says="twice", field="fact", figure=override.fact)
