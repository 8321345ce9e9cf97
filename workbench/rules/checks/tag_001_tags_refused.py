"""TAG-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.element import Element
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds
from workbench.texts import text


@rule(
    "TAG-001",
    about=Element,
    severity="error",
    says={
        "": "{name} has {count} tags; {most} are possible",
        "key": "The tag key {key} of {name} has {count} characters; {least} to {most} are possible",
        "value": "The value of the tag {key} of {name} has {count} characters; up to {most} are possible",
        "reserved": "The tag key {key} of {name} begins with {word}, which the platform keeps for itself",
    },
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("tag.per-resource", "tag.key-len", "tag.value-len", "tag.reserved"),
)
def tags_refused(element: Element, design: Reader) -> Iterator[Finding]:
    """The tags of a resource are as many, and as long, as the platform takes.

    Twenty tags, keys of 1 to 128 characters, values up to 128. Keys that begin with aliyun or acs: are refused.

    Wrong:
        vpc-a vpc tags.aliyun-owner=shop

    Right:
        vpc-a vpc tags.owner=shop
    """
    if not element.tags:
        return
    most = design.fact("tag.per-resource")
    if len(element.tags) > most.value:
        yield found(element, field="tags", rests_on=(most,), count=len(element.tags), most=most.value)
    for key, value in sorted(element.tags.items()):
        yield from _faults(element, key, value, design)


def _faults(element: Element, key: str, value: str, design: Reader) -> Iterator[Finding]:
    for says, text_, figure in (("key", key, "tag.key-len"), ("value", value, "tag.value-len")):
        limit = design.fact(figure)
        least, most = bounds(limit)
        if not least <= len(text_) <= most:
            yield found(
                element,
                says=says,
                field="tags",
                rests_on=(limit,),
                key=key[:40],
                count=len(text_),
                least=least,
                most=most,
            )
    reserved = design.fact("tag.reserved")
    word = next((word for word in reserved.value if key.lower().startswith(word)), None)
    if word:
        kept = {other: value for other, value in element.tags.items() if other != key}
        take = Cure(text("Take the tag out"), set_fields([element.id], tags=kept))
        yield found(
            element, says="reserved", field="tags", rests_on=(reserved,), cures=[take], key=key, word=word
        )
