"""TAG-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.tag_policy import TagPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds, is_made_of, spoken_name


@rule(
    "TAG-003",
    about=TagPolicy,
    severity="warning",
    says="{name} cannot be the name of a tag policy: {least} to {most} letters, digits and underscores",
    source="github aliyun/terraform-provider-alicloud website/docs/r/tag_policy",
    facts=("tag.policy-name",),
)
def tag_policy_name_refused(policy: TagPolicy, design: Reader) -> Iterator[Finding]:
    """The name of a tag policy is one that the platform takes.

    It has 1 to 128 letters, digits and underscores. The English name counts.

    Wrong:
        rd resource-directory
          policy tag-policy name="Tags of all"

    Right:
        rd resource-directory
          policy tag-policy name=Tags_of_all
    """
    form = design.fact("tag.policy-name")
    least, most = bounds(form)
    name = spoken_name(policy)
    if not (least <= len(name) <= most and is_made_of(name, "A-Za-z0-9_")):
        yield found(policy, field="name", rests_on=(form,), least=least, most=most)
