"""The smallest block of every container, from the leaves upwards.

Taking each container as small as it can be never hurts: its children are
re-packed inside and its surroundings only gain space. So one walk upwards
decides exactly whether a plan exists.

A container with settled children must be a block around all of them: there are
at most as many candidates as an address has bits, one inside the other.
"""

from dataclasses import dataclass
from itertools import pairwise

from planners.addresses.demand import Lack, bits_for, with_growth
from planners.addresses.levels import first_lack, total
from planners.addresses.problem import Request
from planners.addresses.ranges import Piece, Reserved, Span, free_pieces, merged, span
from planners.addresses.tree import Content, Fixed, Tree


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing fits at one place of the tree.

    `at` is the container (None: the pools), `culprits` the items directly
    inside that contradict each other, `regions` the blocks there was to fill
    and `content` what should have gone into them.
    """

    code: str
    at: str | None
    lack: Lack
    culprits: tuple[str, ...] = ()
    regions: tuple[Piece, ...] = ()
    content: Content | None = None


@dataclass(frozen=True, slots=True)
class Footprint:
    """A container's block: its size, its place when that is settled, and then its free space."""

    bits: int
    base: int | None = None
    free: tuple[Piece, ...] = ()


def footprint(request: Request, tree: Tree, reserved: Reserved) -> Footprint | Failure:
    """The smallest block for a container, or why there is none."""
    content, kept = tree.contents[request.id], tree.kept.get(request.id)
    content.fixed.sort()
    clash = overlapping(request.id, content.fixed)
    if clash:
        return clash
    if request.pinned is not None:
        return within(request.id, request.pinned[:2], content, reserved)
    if kept is not None and not reserved.inside(kept) and _allowed(request, kept[1], content, tree.width):
        stays = within(request.id, kept, content, reserved)
        if isinstance(stays, Footprint):
            return stays
    if content.fixed:
        return _settled(request, content, tree.width, reserved)
    return _floating(request, content, tree.width)


def overlapping(at: str | None, fixed: list[Fixed]) -> Failure | None:
    """The first two settled blocks (sorted by place) that share addresses."""
    for low, high in pairwise(fixed):
        shared = low.base + (1 << low.bits) - high.base
        if shared > 0:
            shared = min(shared, 1 << high.bits)
            need = (1 << low.bits) + (1 << high.bits)
            lack = Lack(min(low.bits, high.bits), need, need - shared)
            return Failure("fixed-overlap", at, lack, (low.id, high.id))
    return None


def within(at: str, block: Piece, content: Content, reserved: Reserved) -> Footprint | Failure:
    """The given block as footprint, when everything settled lies inside and the rest fits."""
    base, bits = block
    for item in content.fixed:
        if item.bits > bits or item.base >> bits << bits != base:
            lack = Lack(item.bits, 1 << item.bits, 0)
            return Failure("pin-outside-parent", at, lack, (item.id,), (block,))
    free = free_pieces(block, merged([*covered(content), *reserved.inside(block)]))
    lack_here = first_lack(content.floats, free)
    if lack_here:
        return Failure("capacity", at, lack_here, regions=(block,), content=content)
    return Footprint(bits, base, tuple(free))


def covered(content: Content) -> list[Span]:
    """The ranges of everything settled in a content."""
    return [span(item[:2]) for item in content.fixed]


def least_bits(request: Request, content: Content, width: int) -> tuple[int, int]:
    """The size a container's children and growth share call for, and the addresses behind it."""
    used = total(content.floats) + sum(1 << item.bits for item in content.fixed)
    need = with_growth(used, request.growth_percent)
    longest = width if request.max_length is None else request.max_length
    return max(bits_for(need), width - longest), need


def largest_bits(request: Request, width: int) -> int:
    """The largest size a container may have."""
    exact = request.prefix_length
    return width - (exact if exact is not None else request.min_length or 0)


def _allowed(request: Request, bits: int, content: Content, width: int) -> bool:
    """Whether a container may keep a block of this size."""
    exact = request.prefix_length
    if exact is not None and width - exact != bits:
        return False
    return least_bits(request, content, width)[0] <= bits <= width - (request.min_length or 0)


def exact_outside_limits(request: Request, width: int) -> Failure | None:
    """The failure of a container whose own prefix length breaks its own limits."""
    exact = request.prefix_length
    if exact is None:
        return None
    bits = width - exact
    if exact < (request.min_length or 0):
        lack = Lack(bits, 1 << bits, 1 << (width - (request.min_length or 0)))
    elif request.max_length is not None and exact > request.max_length:
        lack = Lack(width - request.max_length, 1 << (width - request.max_length), 1 << bits)
    else:
        return None
    return Failure("size-limit", request.id, lack, (request.id,))


def _floating(request: Request, content: Content, width: int) -> Footprint | Failure:
    """The footprint of a container without anything settled inside."""
    bits, need = least_bits(request, content, width)
    largest = largest_bits(request, width)
    refused = exact_outside_limits(request, width)
    if refused:
        return refused
    if bits > largest:
        code = "size-limit" if request.prefix_length is None else "capacity"
        need = max(need, 1 << largest | 1)
        return Failure(code, request.id, Lack(bits, need, 1 << largest))
    return Footprint(bits if request.prefix_length is None else largest)


def _settled(request: Request, content: Content, width: int, reserved: Reserved) -> Footprint | Failure:
    """The smallest block around everything settled that takes the rest as well."""
    refused = exact_outside_limits(request, width)
    if refused:
        return refused
    first, last = content.fixed[0], content.fixed[-1]
    apart = max(last.bits, (first.base ^ (last.base + (1 << last.bits) - 1)).bit_length())
    largest = largest_bits(request, width)
    if apart > largest:
        lack = Lack(apart, 1 << apart, 1 << largest)
        return Failure("pin-outside-parent", request.id, lack, tuple(dict.fromkeys((first.id, last.id))))
    least, need = least_bits(request, content, width)
    bits = max(apart, least) if request.prefix_length is None else largest
    if least > largest:
        lack = Lack(least, max(need, 1 << largest | 1), 1 << largest)
        return Failure("capacity", request.id, lack, regions=(_around(first, largest),))
    return _grown(request.id, content, _around(first, bits), largest, reserved)


def _around(item: Fixed, bits: int) -> Piece:
    return item.base >> bits << bits, bits


def _grown(id: str, content: Content, block: Piece, largest: int, reserved: Reserved) -> Footprint | Failure:
    """The block, doubled until everything fits; each doubling adds the whole neighbour to what is free."""
    base, bits = block
    free = free_pieces(block, merged(covered(content)))
    while True:
        if reserved.inside((base, bits)):
            return _reserved_inside(id, (base, bits), reserved)
        lack = first_lack(content.floats, free)
        if lack is None:
            return Footprint(bits, base, tuple(free))
        if bits == largest:
            return Failure("capacity", id, lack, regions=((base, bits),), content=content)
        free.append((base ^ (1 << bits), bits))
        bits += 1
        base = base >> bits << bits


def _reserved_inside(id: str, block: Piece, reserved: Reserved) -> Failure:
    start, end = span(block)
    lost = sum(min(high, end) - max(low, start) for low, high in reserved.inside(block))
    return Failure("reserved-inside", id, Lack(block[1], end - start, end - start - lost), (id,), (block,))
