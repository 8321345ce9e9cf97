"""What turns the plain JSON object of one format version into that of the next."""

from __future__ import annotations

from typing import Any

from workbench.model.ids import id_from


def cost_centres_as_elements(plain: dict[str, Any]) -> dict[str, Any]:
    """Version 1 to 2: an account named its cost centre in words; now the cost centre is an element that it refers to."""
    elements = plain.get("elements")
    if not isinstance(elements, list):
        return plain
    found: dict[str, dict[str, Any]] = {}
    centres = _centres(elements)
    moved = [_moved(item, found, centres) for item in elements]
    return {**plain, "version": 2, "elements": [*moved, *found.values()]}


def _centres(elements: list[Any]) -> frozenset[str]:
    """The cost centres that are elements already: a journal may tell less of its version than it holds."""
    return frozenset(
        item["id"]
        for item in elements
        if isinstance(item, dict) and item.get("kind") == "cost-centre" and isinstance(item.get("id"), str)
    )


def _moved(item: Any, found: dict[str, dict[str, Any]], centres: frozenset[str]) -> Any:
    """An element of version 2; a cost centre that its account names is added to `found`."""
    if not isinstance(item, dict) or item.get("kind") != "account" or "cost_centre" not in item:
        return item
    kept = {name: value for name, value in item.items() if name != "cost_centre"}
    said = item["cost_centre"]
    if not isinstance(said, str) or not said.strip():
        return kept
    if said in centres:
        return item
    id = id_from("cost-centre", said.strip())
    found[id] = {"kind": "cost-centre", "id": id, "name": {"en": said.strip()}}
    return {**kept, "cost_centre": id}
