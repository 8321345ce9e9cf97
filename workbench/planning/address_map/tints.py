"""Tints: by what blocks are coloured, with the letters that say the same without colour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from planners.addresses import ClashIndex
from workbench.drawing.surroundings import Surroundings
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.application import Application
from workbench.model.elements.environment import Environment
from workbench.planning.address_map.claims import claims_of
from workbench.planning.drawn import blocks_of
from workbench.texts import Sayable, Text, text

Tinting = Literal["environment", "region", "account", "domain", "pool", "state"]
TINTINGS: Final[Mapping[Tinting, Text]] = {
    "environment": text("Environment"),
    "region": text("Region"),
    "account": text("Account"),
    "domain": text("Security domain"),
    "pool": text("Address pool", key="map.tint.pool"),
    "state": text("State"),
}
CATEGORIES: Final = ("blue", "olive", "plum", "mustard", "wine", "sky", "rose", "mint")
"""The colours that are given out one after the other, those that lie far apart first."""
REST: Final = "grey"
STATES: Final = {"draft": ("D", "mustard"), "approved": ("A", "blue"), "deployed": ("U", "olive")}


class Tint(NamedTuple):
    """A group of blocks: its name, one or two letters, and its colour among the categories."""

    name: Sayable
    letters: str
    category: str


def tints(design: Design, ids: Iterable[ElementId], tinting: Tinting) -> dict[ElementId, Tint]:
    """The tints of elements; those that belong to no group have none."""
    if tinting == "state":
        return _states(design, ids)
    groups = _grouped(design, ids, tinting)
    made = _groups({groups[id] for id in ids if id in groups}, design)
    return {id: made[groups[id]] for id in ids if id in groups}


def _states(design: Design, ids: Iterable[ElementId]) -> dict[ElementId, Tint]:
    names = Environment.kind.field("state").choices
    made = {state: Tint(names[state], letters, colour) for state, (letters, colour) in STATES.items()}
    return {id: made[element.state] for id in ids if (element := design.get(id))}


def _around(design: Design, tag: str, ids: Iterable[ElementId]) -> dict[ElementId, ElementId]:
    around = Surroundings(design)
    return {id: found for id in ids if (found := around.of(id).get(tag)) and found in design}


def _grouped(design: Design, ids: Iterable[ElementId], tinting: Tinting) -> dict[ElementId, ElementId]:
    if tinting == "domain":
        return _domains(design)
    return _pools(design, ids) if tinting == "pool" else _around(design, tinting, ids)


def _pools(design: Design, ids: Iterable[ElementId]) -> dict[ElementId, ElementId]:
    """The innermost pool around the first block of each."""
    pools = ClashIndex(
        (block, one.id) for one in design.of_kind(AddressPool) for block in blocks_of(one.blocks)
    )
    found: dict[ElementId, ElementId] = {}
    for id in ids:
        element = design.get(id)
        for claim in claims_of(design, element)[:1] if element else ():
            around = [owner for block, owner in pools.clashes(claim.block) if block.holds(claim.block)]
            if around:
                found[id] = around[-1]
    return found


def _domains(design: Design) -> dict[ElementId, ElementId]:
    """The domain of each vSwitch by the applications in it; a VPC has the one that all its own share."""
    found: dict[ElementId, ElementId] = {}
    inside: dict[ElementId, set[ElementId]] = {}
    for application in design.of_kind(Application):
        for id in application.vswitches:
            vswitch = design.get(id)
            if vswitch and application.parent:
                found[id] = application.parent
                inside.setdefault(vswitch.parent or "", set()).add(application.parent)
    return found | {vpc: next(iter(domains)) for vpc, domains in inside.items() if len(domains) == 1}


def _groups(groups: set[ElementId], design: Design) -> dict[ElementId, Tint]:
    """A tint for each group in the order of names; environments bring theirs."""
    ordered = sorted((design[id] for id in groups), key=lambda one: (one.title().said("en"), one.id))
    common = Counter(word for one in ordered for word in set(_words(one)))
    taken: set[str] = set()
    made: dict[ElementId, Tint] = {}
    for at, element in enumerate(ordered):
        # Of "bank-order-prod" and "bank-order-test" the last words tell which is which.
        telling = min(_words(element), key=lambda word: common[word], default="")
        letters = _letters(element, telling, taken) or str(at + 1)
        taken.add(letters)
        made[element.id] = Tint(element.title(), letters, _category(element, at))
    return made


def _category(element: Element, at: int) -> str:
    if isinstance(element, Environment):
        return element.colour
    return CATEGORIES[at] if at < len(CATEGORIES) else REST


def _letters(element: Element, telling: str, taken: set[str]) -> str:
    """An environment's own letters, else the first of a word; "" where others have them all."""
    own = element.letter[:2] if isinstance(element, Environment) else ""
    first = telling[:1].upper()
    wanted = (own, first, *(first + one for one in telling[1:]))
    return next((one for one in wanted if one and one not in taken), "")


def _words(element: Element) -> list[str]:
    return re.findall(r"\w+", element.title().said("en").replace("_", " "))
