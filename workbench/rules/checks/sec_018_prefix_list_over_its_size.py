"""SEC-018."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import spans
from workbench.edits.fields import set_fields
from workbench.model.elements.prefix_list import PrefixList
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-018",
    about=PrefixList,
    severity="error",
    says={
        "": "{name} holds {count} entries; it may have {most}",
        "most": "{name} is to have up to {count} entries; {most} are possible",
        "family": "{name} mixes IPv4 and IPv6",
    },
    source="terraform alicloud ecs_prefix_list",
    facts=("prefix_list.entries_per_list", "prefix_list.family"),
)
def prefix_list_over_its_size(listed: PrefixList, design: Reader) -> Iterator[Finding]:
    """A prefix list holds no more entries than it may have, all of one address family.

    Its largest size is set when it is made, 200 at most, and counts in every rule that names it.

    Wrong:
        pl prefix-list most=1
          - entries block=10.0.0.0/8
          - entries block=172.16.0.0/12

    Right:
        pl prefix-list most=2
          - entries block=10.0.0.0/8
          - entries block=172.16.0.0/12
    """
    most, family = design.fact("prefix_list.entries_per_list"), design.fact("prefix_list.family")
    count = len(listed.entries)
    if count > listed.most:
        grow = Cure(text("Let it have {count} entries", count=count), set_fields([listed.id], most=count))
        yield found(listed, field="entries", cures=[grow], count=count, most=listed.most)
    if listed.most > most.value:
        yield found(listed, says="most", field="most", rests_on=(most,), count=listed.most, most=most.value)
    if len({block.width for block in spans(tuple(entry.block for entry in listed.entries))}) > 1:
        yield found(listed, says="family", field="entries", rests_on=(family,))
