"""Ground: every block of a design, kept so that one block can be asked about for each movement of the pointer."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from planners.addresses import Block, ClashIndex
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.address_request import AddressRequest
from workbench.planning.address_map.claims import Claim, claims, claims_of
from workbench.planning.drawn import block_or_none
from workbench.reference import Fact
from workbench.rules.declared import Declared, declared
from workbench.rules.reader import Reader
from workbench.texts import Sayable
from workbench.words import Words


class Ground:
    """Follows a design from edit to edit without counting everything anew."""

    def __init__(self, design: Design) -> None:
        self.design = design
        self._held: dict[ElementId, list[Claim]] = {}
        for claim in claims(design):
            self._held.setdefault(claim.element, []).append(claim)
        self._index = ClashIndex((claim.block, claim) for held in self._held.values() for claim in held)

    def follow(self, design: Design) -> None:
        """Stands for a design that has changed since."""
        if design.elements is self.design.elements:
            return
        changed = Change.between(self.design, design).ids
        # What a request keeps free lies around the block of what it is for.
        asking = {id for one in changed for id in (*self.design.referrers(one), *design.referrers(one))}
        self.design = design
        self.__dict__.pop("_facts", None)
        self.__dict__.pop("meant", None)
        for id in (*changed, *(asking - changed)):
            self._retake(id)

    def claims_of(self, id: ElementId) -> tuple[Claim, ...]:
        """The claims of an element."""
        return tuple(self._held.get(id, ()))

    def on(self, block: Block) -> Iterator[Claim]:
        """The claims that share an address with a block, the ones around it first."""
        return (claim for _, claim in self._index.clashes(block))

    def around(self, block: Block, *uses: str) -> Claim | None:
        """The innermost claim of some uses that holds a block."""
        found = [claim for claim in self.on(block) if claim.use in uses and claim.block.holds(block)]
        return min(found, key=lambda claim: claim.block.bits, default=None)

    def parts_of(self, claim: Claim) -> tuple[Claim, ...]:
        """What goes along with a block: the vSwitches in a block of their VPC."""
        if claim.use != "vpc":
            return ()
        children = (part for id in self.design.children(claim.element) for part in self.claims_of(id))
        return tuple(part for part in children if claim.block.holds(part.block))

    def requests_for(self, id: ElementId) -> tuple[AddressRequest, ...]:
        """The requests that ask for an element, or the request itself that it is."""
        own = self.design.get(id, AddressRequest)
        found = (self.design.get(other, AddressRequest) for other in sorted(self.design.referrers(id)))
        return tuple(one for one in (own, *found) if one and id in (one.id, one.subject))

    def pin_of(self, claim: Claim) -> AddressRequest | None:
        """The request that keeps a claim where it is."""
        pinned = (one for one in self.requests_for(claim.element) if block_or_none(one.pin) == claim.block)
        return next(pinned, None)

    def grows_in(self, room: Claim, ids: Container[ElementId]) -> bool:
        """Whether a room is kept for one of some elements, which then takes it along."""
        request = self.design.get(room.element, AddressRequest)
        return request is not None and (request.id in ids or request.subject in ids)

    def fact(self, id: str) -> Fact:
        """A platform figure, or what the design says in its place."""
        return self._facts.fact(id)

    def name(self, id: ElementId) -> Sayable:
        """The name of an element."""
        element = self.design.get(id)
        return element.title() if element else Words(en=id)

    @cached_property
    def meant(self) -> Declared:
        """Which networks share addresses on purpose."""
        return declared(self._facts)

    @cached_property
    def _facts(self) -> Reader:
        return Reader(self.design)

    def _retake(self, id: ElementId) -> None:
        for claim in self._held.pop(id, ()):
            self._index.remove(claim.block, claim)
        element = self.design.get(id)
        held = list(claims_of(self.design, element)) if element else []
        for claim in held:
            self._index.add(claim.block, claim)
        if held:
            self._held[id] = held


def outermost(found: Iterable[Claim]) -> list[Claim]:
    """Of claims around one another the outer ones; given outermost first, as an index gives them."""
    kept: list[Claim] = []
    for claim in found:
        if not any(other.block.holds(claim.block) for other in kept[-1:]):
            kept.append(claim)
    return kept
