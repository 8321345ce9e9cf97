"""The network of a design that is being edited: what an edit does not touch is not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import Group
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.security_group import SecurityGroup
from workbench.reachability.concerned import is_concerned
from workbench.reachability.filters import group_of
from workbench.reachability.leaving import PUBLIC
from workbench.reachability.modelled import Modelled, modelled
from workbench.reachability.parties import Places
from workbench.reachability.unread import unread_in

WANTED: Final = (Flow, Invariant, SecurityDomain)
"""Kinds that say what is wanted: no network hangs on them, only which ports are told apart in it."""
READ: Final[Mapping[type[Element], tuple[str, ...]]] = {
    Application: ("vswitches", "groups"),
    SecurityGroup: ("parent", "type"),
}
"""What of the elements of some kinds more than the rules of groups hangs on: the rest of them may be another."""


def modelled_after(before: Modelled, design: Design, *, places: Places = False) -> Modelled:
    """What `modelled` makes of another version of a design; `before` is made with the same `places`."""
    change, earlier = Change.between(before.design, design), before.network.groups
    if not all(map(_stands, change.pairs())):
        return modelled(design, places=places)
    groups = [new for _, new in change.replaced if isinstance(new, SecurityGroup)]
    rules = {one.id: group_of(one, design) for one in groups}
    blocks = {block for id in rules for block in set(_blocks(earlier[id])) ^ set(_blocks(rules[id]))}
    are_read = all(unread_in(one, design) == before.unread.get(one.id, ()) for one in groups)
    if not are_read or _tell_apart(blocks, before):
        return modelled(design, places=places)
    network = before.network
    if any(rules[id] != earlier[id] for id in rules):
        network = replace(network, groups={id: rules.get(id, group) for id, group in earlier.items()})
    after, ready = replace(before, design=design, network=network), before.made_ready
    if ready and network is before.network and set(after.cuts) == set(before.cuts):
        after.take(ready)
    return after


def _stands(pair: tuple[Element | None, Element | None]) -> bool:
    """Whether a network stands as it is, but for the rules of groups, though an element is another, new or gone."""
    old, new = pair
    if all(one is None or isinstance(one, WANTED) or not is_concerned(one) for one in pair):
        return True
    fields = READ.get(type(new)) if new is not None and type(old) is type(new) else None
    return fields is not None and all(getattr(old, one) == getattr(new, one) for one in fields)


def _blocks(group: Group) -> Iterator[Block]:
    return (rule.block for rule in group.rules if rule.block is not None)


def _tell_apart(blocks: Iterable[Block], found: Modelled) -> bool:
    """Whether some blocks cut a place in two, or are about a part of the internet: then there are other endpoints."""
    network = found.network
    places = [one.block for one in network.vswitches.values()]
    places += [block for ranges in network.sites.values() for block in ranges]
    return any(
        block.bits < 32
        and (
            any(block.base <= address < block.end for address in PUBLIC)
            or any(block.bits < one.bits and one.holds(block) for one in places)
        )
        for block in blocks
    )
