"""What a person wishes of picked applications: in one domain, kept apart, or free again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.model.element import ElementId
from workbench.reachability.synthesis import Wishes


def pinned(wishes: Wishes, chosen: Sequence[ElementId], domain: str) -> Wishes:
    """The wishes with all of them in a domain of that name; the same wishes where it has no name."""
    name = domain.strip()
    return replace(wishes, pins={**wishes.pins, **dict.fromkeys(chosen, name)}) if name else wishes


def kept_apart(wishes: Wishes, chosen: Sequence[ElementId]) -> Wishes:
    """The wishes with no two of them in one domain; the same wishes where there is only one."""
    pairs = [(one, other) for at, one in enumerate(chosen) for other in chosen[at + 1 :]]
    return replace(wishes, apart=tuple(dict.fromkeys((*wishes.apart, *pairs)))) if pairs else wishes


def freed(wishes: Wishes, chosen: Sequence[ElementId]) -> Wishes:
    """The wishes without what they say of any of them."""
    pins = {id: name for id, name in wishes.pins.items() if id not in chosen}
    apart = tuple(pair for pair in wishes.apart if not set(chosen) & set(pair))
    return replace(wishes, pins=pins, apart=apart)
