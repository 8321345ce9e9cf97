"""REF-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.element import Element
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.kinds import SELF_NESTING
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "REF-002",
    about=SELF_NESTING,
    severity="error",
    says="{name} stands in itself, by way of {other}",
    source="The design itself",
)
def parents_in_a_circle(element: Element, design: Reader) -> Iterator[Finding]:
    """Nothing stands in itself.

    A circle of folders, pools or requests hangs in the air: no tree and no drawing shows it.

    Wrong:
        one folder parent=two
        two folder parent=one

    Right:
        one folder
          two folder
    """
    last = element
    for last in design.above(element):
        if last.id == element.id:
            break
    if last.parent == element.id:
        free = Cure(
            text("Take {name} out of {other}", name=element.title(), other=last.title()),
            set_fields([element.id], parent=None),
        )
        yield found(element, last, field="parent", cures=[free])
