"""REF-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits import Edit
from workbench.edits.removing import remove
from workbench.model.element import KINDS, Element, ElementId
from workbench.model.references import without
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.naming import namings
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "REF-001",
    about=Element,
    severity="error",
    says={
        "": "{name} names {id} under {label}, and there is no such element",
        "kind": "{name} names {other} under {label}, where {wanted} belongs",
    },
    source="The design itself",
)
def named_but_missing(element: Element, design: Reader) -> Iterator[Finding]:
    """What an element names exists and is of a kind that fits.

    A name that leads nowhere is left over from something deleted, or was not read in. Everything that follows it is
    missing from checks and documents.

    Wrong:
        vpc-a vpc region=nowhere

    Right:
        bj region
        vpc-a vpc region=bj
    """
    told: set[tuple[str, ElementId]] = set()
    for naming in namings(element):
        other = design.get(naming.id)
        fits_ = other is not None and ("" in naming.tags or other.kind.tag in naming.tags)
        if naming.field == "parent" and other is not None:
            fits_ = other.kind.tag in naming.tags
        if fits_ or (naming.field, naming.id) in told:
            continue
        told.add((naming.field, naming.id))
        cures = [_cure(element, naming.id)]
        if other is None:
            yield found(element, field=naming.field, cures=cures, id=naming.id, label=naming.label)
        else:
            wanted = [KINDS[tag].label for tag in naming.tags if tag]
            yield found(
                element,
                other,
                says="kind",
                field=naming.field,
                cures=cures,
                label=naming.label,
                wanted=wanted,
            )


def _cure(element: Element, named: ElementId) -> Cure:
    """Takes the mention out; what makes no sense without it goes as a whole."""
    if named in element.needs() and not element.kind.is_link:
        return Cure(text("Delete {name}", name=element.title()), remove([element.id]))
    return Cure(text("Take the mention out"), _without(element.id, named))


def _without(id: ElementId, gone: ElementId) -> Edit:
    return lambda design: design.adding(without(design[id], frozenset({gone})))
