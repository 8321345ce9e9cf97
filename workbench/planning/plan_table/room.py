"""The room a block lies in, as it would be without that block: what is free there, and what the planner would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planners.addresses import Block, FreeSpace, free_space
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.planning.drawn import block_of_subject, block_or_none, blocks_of, drawn_in
from workbench.planning.figures import forbidden, standard
from workbench.planning.plan_table.held import HOLDERS, held
from workbench.planning.pools import pool_blocks, pools_for
from workbench.rules.declared import Declared, declared

Taken = tuple[Block, ElementId]
"""A block that something holds, and who; "" is the platform."""
IPV4, IPV6 = 32, 128


@dataclass(frozen=True)
class Room:
    """Where the block of an element may lie (one choice after the other), and what others hold there."""

    choices: tuple[tuple[Block, ...], ...]
    taken: tuple[Taken, ...]
    names: tuple[ElementId, ...] = ()
    """The VPC or the pools that the choices are of; none for the private ranges."""
    partners: frozenset[ElementId] = frozenset()
    """The networks that share addresses with this one on purpose."""

    def holds(self, block: Block) -> bool:
        """Whether a block lies within."""
        return any(one.holds(block) for choice in self.choices for one in choice)

    def clashes(self, block: Block) -> tuple[Taken, ...]:
        """What lies on the addresses of a block and should not."""
        return tuple(one for one in self.taken if one[1] not in self.partners and one[0].touches(block))

    def shared(self, block: Block) -> tuple[Taken, ...]:
        """What lies on the addresses of a block on purpose."""
        return tuple(one for one in self.taken if one[1] in self.partners and one[0].touches(block))

    def free_around(self, block: Block) -> FreeSpace:
        """What is free in the choice that a block lies in."""
        own = [choice for choice in self.choices if any(one.holds(block) for one in choice)]
        return self._space(own[0], block.width) if own else FreeSpace(0, None, ())

    def next_of(self, length: int, growth_bits: int = 0, width: int = IPV4) -> Block | None:
        """What the planner would give: at the start of the smallest free block that has room to grow as well."""
        around = max(length - growth_bits, 0)
        for space in self._spaces(width):
            if found := space.next_of(around):
                return Block(found.base, width - length, width)
        return None

    def _spaces(self, width: int) -> Iterator[FreeSpace]:
        return (self._space(choice, width) for choice in self.choices)

    def _space(self, choice: tuple[Block, ...], width: int) -> FreeSpace:
        pools = [block for block in choice if block.width == width]
        return free_space(pools, [block for block, _ in self.taken if block.width == width])


class Rooms:
    """The rooms of one design; what its pools and networks hold is gathered once."""

    def __init__(self, design: Design) -> None:
        self.design = design

    def of(self, element: Element, part: int = 0) -> Room:
        """The room of a vSwitch is its VPC, that of anything else the pools of its region."""
        if isinstance(element, VSwitch):
            return self._in_vpc(element)
        if isinstance(element, AddressPool):
            return self._around_pool(element)
        above = self.design.get(element.parent, AddressRequest)
        if isinstance(element, AddressRequest) and above and block_or_none(above.block):
            return self._in_request(element, above)
        return self._in_pools(element, part)

    def free_in_pool(self, block: Block) -> FreeSpace:
        """What nothing drawn takes of a block of a pool."""
        return free_space([block], [one for one, _ in self._held if one.width == block.width])

    def free_in_vpc(self, vpc: Vpc, block: Block) -> FreeSpace:
        """What no vSwitch takes of a block of a VPC."""
        return free_space([block], [one for one in drawn_in(self.design, vpc.id) if one.width == block.width])

    def request_of(self, element: Element) -> AddressRequest | None:
        """The request that an element answers: itself, or the first that is made for it, of IPv4 as its first block is."""
        if isinstance(element, AddressRequest):
            return element
        found = (self.design.get(id, AddressRequest) for id in self.design.referrers(element.id))
        return next((one for one in found if one and one.subject == element.id and not one.is_ipv6()), None)

    @cached_property
    def meant(self) -> Declared:
        """Which networks share addresses on purpose."""
        return declared(self.design)

    def _in_vpc(self, vswitch: VSwitch) -> Room:
        vpc = self.design.get(vswitch.parent, Vpc)
        if vpc is None:
            return Room((), ())
        others = (self.design.get(id, VSwitch) for id in self.design.children(vpc.id) if id != vswitch.id)
        taken = tuple((block, one.id) for one in others if one and (block := block_or_none(one.block)))
        return Room((outermost(blocks_of(vpc.blocks)),), taken, (vpc.id,))

    def _around_pool(self, pool: AddressPool) -> Room:
        parent = self.design.get(pool.parent, AddressPool)
        others = (
            one for one in self.design.of_kind(AddressPool) if one.parent == pool.parent and one is not pool
        )
        taken = tuple((block, one.id) for one in others for block in blocks_of(one.blocks))
        whole = (Block(0, IPV4, IPV4), Block(0, IPV6, IPV6))
        within = outermost(blocks_of(parent.blocks)) if parent else whole
        return Room((within,), taken, (parent.id,) if parent else ())

    def _in_request(self, request: AddressRequest, above: AddressRequest) -> Room:
        others = (
            self.design.get(id, AddressRequest) for id in self.design.children(above.id) if id != request.id
        )
        taken = tuple((block, one.id) for one in others if one and (block := block_or_none(one.block)))
        return Room((blocks_of((above.block,)),), taken, (above.id,))

    def _in_pools(self, element: Element, part: int) -> Room:
        own = (
            {one.id for one in self.design.within(element.id)}
            if isinstance(element, AddressRequest)
            else {element.id}
        )
        rest = [block for at, block in enumerate(held(element)) if at != part]
        taken = (
            *(one for one in self._held if one[1] not in own),
            *((block, element.id) for block in blocks_of(rest)),
        )
        chosen, partners = self._pools_for(element), self.meant.partners(element.id) - own
        if self._by_pool:
            every = tuple(block for id in chosen or self._by_pool for block in self._by_pool[id])
            return Room((every,), taken, chosen or tuple(self._by_pool), partners)
        return Room(tuple((block,) for block in standard(self.design)), taken, (), partners)

    def _pools_for(self, element: Element) -> tuple[ElementId, ...]:
        """The pools that the planner looks in: the one its request stands in, else those of its region."""
        request = self.request_of(element)
        for above in self.design.above(request.id) if request else ():
            if isinstance(above, AddressPool) and self._by_pool.get(above.id):
                return (above.id,)
        subject = self.design.get(request.subject) if request else None
        region = getattr(element, "region", None) or getattr(subject, "region", None)
        if isinstance(subject, Region):
            region = subject.id
        return tuple(id for id in pools_for(self.design, region) if self._by_pool.get(id))

    @cached_property
    def _by_pool(self) -> dict[ElementId, tuple[Block, ...]]:
        return pool_blocks(self.design)

    @cached_property
    def _held(self) -> tuple[Taken, ...]:
        """What all but vSwitches and pools hold, and what the platform forbids."""
        found: list[Taken] = [(block, "") for block in forbidden(self.design)]
        for kind in HOLDERS:
            if kind in (VSwitch, AddressPool):
                continue
            for element in self.design.of_kind(kind):
                if not _is_answered(element, self.design):
                    found += [(block, element.id) for block in blocks_of(held(element))]
        return tuple(found)


def outermost(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of which none lies in another."""
    apart = sorted(set(blocks))
    return tuple(one for one in apart if not any(other != one and other.holds(one) for other in apart))


def _is_answered(element: Element, design: Design) -> bool:
    """Whether an element is a request whose block its network holds: that is no block of its own."""
    if not isinstance(element, AddressRequest):
        return False
    subject = design.get(element.subject)
    return isinstance(subject, (Vpc, VSwitch)) and bool(block_of_subject(design, element))
