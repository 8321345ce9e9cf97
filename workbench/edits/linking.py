"""Joining elements by links: which links make sense between two elements, and making one."""

from __future__ import annotations

from typing import Any

from workbench.edits import Edit
from workbench.model.element import KINDS, Element, ElementId, Kind
from workbench.model.ids import new_id


def links_between(a: Element, b: Element) -> tuple[Kind, ...]:
    """The kinds of link that may join two elements, in either direction; none where a link makes no sense."""
    if a.id == b.id:
        return ()
    return tuple(kind for _, kind in sorted(KINDS.items()) if kind.is_link and _ends(kind, a, b))


def link(kind: Kind, a: Element, b: Element, id: ElementId | None = None, **fields: Any) -> Element:
    """A new link of a kind between two elements, its ends the right way round; ValueError where it cannot join them."""
    ends: dict[str, Any] | None = _ends(kind, a, b)
    if ends is None:
        raise ValueError(f"a {kind.tag} cannot join {a.kind.tag} and {b.kind.tag}")
    return kind.type(id=id or new_id(kind.tag), **ends, **fields)


def connect(new_link: Element) -> Edit:
    """Puts a link into the design."""
    return lambda design: design.adding(new_link)


def end_kinds(kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags that may stand at the first and the second end of a kind of link."""
    assert kind.joins
    first, second = (_tags(kind, name) for name in kind.joins)
    return first, second


def _ends(kind: Kind, a: Element, b: Element) -> dict[str, ElementId] | None:
    assert kind.joins
    first, second = end_kinds(kind)
    if a.kind.tag in first and b.kind.tag in second:
        return dict(zip(kind.joins, (a.id, b.id), strict=True))
    if b.kind.tag in first and a.kind.tag in second:
        return dict(zip(kind.joins, (b.id, a.id), strict=True))
    return None


def _tags(kind: Kind, field: str) -> tuple[str, ...]:
    return kind.inside if field == "parent" else kind.field(field).refers
