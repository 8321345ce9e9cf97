"""RES-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.resource_group import ResourceGroup
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds, is_made_of, spoken_name


@rule(
    "RES-002",
    about=ResourceGroup,
    severity="warning",
    says={
        "": "{identifier} cannot be the identifier of {name}: {least} to {most} letters, digits and hyphens, a letter first",
        "name": "The name of {name} has {count} characters; up to {most} are possible",
    },
    source="github aliyun/terraform-provider-alicloud website/docs/r/resource_manager_resource_group",
    facts=("group.id", "group.name"),
)
def resource_group_refused(group: ResourceGroup, design: Reader) -> Iterator[Finding]:
    """Identifier and name of a resource group are ones that the platform takes.

    The identifier has 3 to 50 letters, digits and hyphens and begins with a letter; the name has up to 50 characters.

    Wrong:
        a account
          pay resource-group identifier=1-pay

    Right:
        a account
          pay resource-group identifier=rg-pay
    """
    form = design.fact("group.id")
    least, most = bounds(form)
    said = group.identifier
    if said and not (least <= len(said) <= most and is_made_of(said, "A-Za-z0-9-") and said[0].isalpha()):
        yield found(group, field="identifier", rests_on=(form,), identifier=said[:60], least=least, most=most)
    longest = design.fact("group.name")
    _, most = bounds(longest)
    count = len(spoken_name(group))
    if count > most:
        yield found(group, says="name", field="name", rests_on=(longest,), count=count, most=most)
