"""Putting elements into the design and onto sheets: what may stand where, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Kind, SheetKind
from workbench.model.elements.placement import Placement
from workbench.model.elements.sheet import Sheet
from workbench.model.ids import id_from
from workbench.texts import Text, text

Chain = Sequence[Element]
"""The elements of the boxes at a place on a sheet, innermost first; empty on the bare sheet."""


def refusal(kind: Kind, shows: SheetKind, chain: Chain) -> Text | None:
    """Why an element of a kind may not stand at a place, None where it may."""
    allowed = kind.stands.get(shows)
    if not allowed:
        return text("{kind} is not drawn on this kind of sheet.", kind=kind.label)
    if chain and not any(element.kind.tag in allowed for element in chain):
        inner = chain[0]
        if "" in allowed and len(allowed) == 1:
            return text(
                "{kind} stands on the sheet itself, not in {place}.", kind=kind.label, place=inner.title()
            )
        return text(
            "{kind} stands in {places}, not in {place}.",
            kind=kind.label,
            places=_labels(allowed),
            place=inner.title(),
        )
    if not chain and "" not in allowed:
        return text(
            "{kind} stands in {places}, not on the bare sheet.", kind=kind.label, places=_labels(allowed)
        )
    if chain and "" in allowed and len(allowed) == 1:
        return text(
            "{kind} stands on the sheet itself, not in {place}.", kind=kind.label, place=chain[0].title()
        )
    return None


def context(kind: Kind, chain: Chain) -> dict[str, ElementId | None]:
    """The fields that a place decides: the parent, and references such as region, account, zone or VPC.

    For each the nearest fitting element of the chain is taken; what the chain does not hold is left out. A reference
    to what the parent itself names is None: the parent says it already, and says it for all inside it.
    """
    found: dict[str, ElementId | None] = {}
    for element in chain:
        if "parent" not in found and element.kind.tag in kind.inside:
            found["parent"] = element.id
        for field in kind.fields:
            placed = field.name in ("region", "zone", "account", "vpc")
            if placed and not field.many and field.name not in found and element.kind.tag in field.refers:
                found[field.name] = element.id
    for element in chain:
        # A place inside a VPC or a zone lies in their region, drawn or not.
        region = getattr(element, "region", None)
        if region and "region" not in found and any(field.name == "region" for field in kind.fields):
            found["region"] = region
        if "parent" not in found and element.parent and "region" in kind.inside and element.kind.tag == "vpc":
            found["parent"] = region
    said = _said_by(found.get("parent"), chain)
    return {name: None if name != "parent" and id in said else id for name, id in found.items()}


def _said_by(parent: ElementId | None, chain: Chain) -> set[ElementId]:
    """What a parent names, and what those that it names name in turn, as far as they stand in the chain."""
    by_id = {element.id: element for element in chain}
    said: set[ElementId] = set()
    pending = [parent]
    while pending:
        element = by_id.get(pending.pop() or "")
        if element is not None:
            fields = (field.name for field in element.kind.fields if field.refers and not field.many)
            named = {element.parent, *(getattr(element, name) for name in fields)} - said - {None, ""}
            said |= named
            pending += named
    return said


def add(element: Element) -> Edit:
    """Puts an element into the design."""
    return lambda design: design.adding(element)


def place_new(
    element: Element,
    sheet: ElementId,
    within: str,
    chain: Chain,
    at: tuple[float, float] | None = None,
    size: tuple[float, float] | None = None,
) -> Edit:
    """Puts a new element into the design at a place on a sheet, and fills what the place decides.

    `at` is counted from the corner of the box it stands in; without it the sheet arranges it.
    """
    fields = {
        name: value for name, value in context(element.kind, chain).items() if not getattr(element, name)
    }
    if element.kind.of_one_sheet:
        fields["parent"] = sheet
    placed = msgspec.structs.replace(element, **fields)

    def edit(design: Design) -> Design:
        return place(element.id, sheet, within, at, size)(design.adding(placed))

    return edit


def place(
    id: ElementId,
    sheet: ElementId,
    within: str,
    at: tuple[float, float] | None = None,
    size: tuple[float, float] | None = None,
) -> Edit:
    """Notes where an element stands on a sheet; shows it there if it was hidden."""
    x, y = at or (None, None)
    w, h = size or (None, None)

    def edit(design: Design) -> Design:
        return design.adding(
            Placement(
                id=placement_id(sheet, id, within),
                parent=sheet,
                subject=id,
                within=within,
                x=x,
                y=y,
                width=w,
                height=h,
            )
        )

    return edit


def move(
    id: ElementId,
    sheet: ElementId,
    within: str,
    at: tuple[float, float],
    chain: Chain | None = None,
    left: str | None = None,
) -> Edit:
    """Moves an element on a sheet; with a chain also into another container, which changes its parent and references.

    `left` is the key of the container it came from, whose placement is dropped.
    """

    def edit(design: Design) -> Design:
        element = design[id]
        if chain is not None:
            design = design.replacing(id, **(_freed(design, element, sheet) | context(element.kind, chain)))
        if left is not None and left != within:
            design = design.removing([placement_id(sheet, id, left)])
        old = design.get(placement_id(sheet, id, within), Placement)
        size = (old.width, old.height) if old and old.width and old.height else None
        return place(id, sheet, within, at, size)(design)

    return edit


def _freed(design: Design, element: Element, sheet: ElementId) -> dict[str, ElementId | None]:
    """No parent, for an element that may be without one and stood in the box of its parent on the sheet."""
    shown, parent = design.get(sheet, Sheet), design.get(element.parent)
    stands = element.kind.stands.get(shown.shows, ()) if shown else ()
    freed = parent is not None and parent.kind.tag in stands and "" in element.kind.inside
    return {"parent": None} if freed else {}


def hide(id: ElementId, sheet: ElementId, within: str = "") -> Edit:
    """Takes an element off a sheet; the design keeps it."""

    def edit(design: Design) -> Design:
        return design.adding(
            Placement(
                id=placement_id(sheet, id, within), parent=sheet, subject=id, within=within, hidden=True
            )
        )

    return edit


def arrange_freely(sheet: ElementId, ids: Sequence[ElementId] = ()) -> Edit:
    """Lets the sheet arrange these elements again (all of them where none are named); what is hidden stays hidden."""
    chosen = set(ids)

    def edit(design: Design) -> Design:
        for child in design.children(sheet):
            placement = design.get(child, Placement)
            if placement and not placement.hidden and (not chosen or placement.subject in chosen):
                # A placement that puts a bare container somewhere still says where; only the coordinates go.
                design = design.adding(
                    msgspec.structs.replace(placement, x=None, y=None, width=None, height=None)
                )
        return design

    return edit


def is_pinned(design: Design, sheet: ElementId, id: ElementId) -> bool:
    """Whether an element keeps a place of its own on a sheet, wherever the sheet arranges the others."""
    placements = (design.get(other, Placement) for other in design.referrers(id))
    return any(one and one.parent == sheet and one.x is not None and not one.hidden for one in placements)


def placement_id(sheet: ElementId, id: ElementId, within: str) -> ElementId:
    """The id of the placement of an element in a container on a sheet: two people who place it make the same one."""
    return id_from("placement", sheet, id, within)


def _labels(tags: Sequence[str]) -> list[Any]:
    from workbench.model.element import KINDS

    return [KINDS[tag].label for tag in tags if tag]
