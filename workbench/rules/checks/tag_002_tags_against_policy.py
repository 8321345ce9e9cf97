"""TAG-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element
from workbench.model.elements.tag_policy import TagKey, TagPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "TAG-002",
    about=Element,
    severity="warning",
    says={
        "": "{name} has no tag {key}, which {other} asks for",
        "value": "The tag {key} of {name} says {value}; {other} knows {values}",
    },
    source="https://help.aliyun.com/en/resource-management/tag/user-guide/overview",
    facts=("tag.policy-power",),
)
def tags_against_policy(element: Element, design: Reader) -> Iterator[Finding]:
    """The tags of everything below a tag policy are as it says.

    Cost, permissions and operations read tags: one that is missing, or says something else for the same thing, is lost to them.
    Keys are asked for on the kinds that the policy names, values wherever a key stands.

    Wrong:
        rd resource-directory
          f folder
            a account tags.Environment=live
          policy tag-policy targets=f
            - keys key=Environment values=prod,test

    Right:
        rd resource-directory
          f folder
            a account tags.Environment=prod
          policy tag-policy targets=f
            - keys key=Environment values=prod,test
    """
    policies = design.of_kind(TagPolicy)
    if not policies:
        return
    here = {element.id, *(above.id for above in design.above(element))}
    for policy in policies:
        if here & set(policy.targets):
            for key in policy.keys:
                yield from _faults(element, policy, key, design)


def _faults(element: Element, policy: TagPolicy, key: TagKey, design: Reader) -> Iterator[Finding]:
    power = design.fact("tag.policy-power")
    said = element.tags.get(key.key)
    if said is None:
        if key.required and element.kind.tag in policy.needed_on:
            yield found(element, policy, field="tags", rests_on=(power,), key=key.key)
    elif key.values and said not in key.values:
        yield found(
            element,
            policy,
            says="value",
            field="tags",
            rests_on=(power,),
            key=key.key,
            value=said[:60],
            values=key.values,
        )
