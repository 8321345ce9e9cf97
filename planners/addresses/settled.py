"""The ways to divide a container in which places are settled: pins, kept blocks, or blocks of its own that stay."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from planners.addresses.blocks import Block
from planners.addresses.demand import with_growth
from planners.addresses.dividing import Division, Part, laid_out, members_in
from planners.addresses.footprints import covered, largest_bits, overlapping
from planners.addresses.levels import total
from planners.addresses.packing import pack
from planners.addresses.problem import Request
from planners.addresses.ranges import Piece, Reserved, free_pieces, merged, pieces, span
from planners.addresses.shapes import cheapest_sizes
from planners.addresses.tree import Content, Fixed

# So many sets of blocks around what is settled are looked at, and so many doublings of one of them.
COVERINGS = 60
DOUBLINGS = 8
Wanted = dict[int, list[str]]


def divisions_around(
    request: Request, content: Content, own: Sequence[Block], reserved: Reserved, width: int
) -> Iterator[Division]:
    """Divisions of a container into up to `max_blocks` blocks; `own` are blocks of it that stay.

    Blocks go around what is settled; what does not fit there gets blocks whose place is open.
    """
    if overlapping(request.id, sorted(content.fixed)):
        return
    ways = _Ways(request, content, bool(own), reserved, width)
    if own:
        starts: list[tuple[Piece, ...]] = [tuple(block[:2] for block in own)]
    else:
        starts = list(ways.coverings())
    for blocks in starts:
        yield from ways.around(blocks)


class _Ways:
    def __init__(
        self, request: Request, content: Content, stays: bool, reserved: Reserved, width: int
    ) -> None:
        self._request = request
        self._content = content
        self._stays = stays
        self._reserved = reserved
        self._width = width
        self._largest = largest_bits(request, width)
        longest = width if request.max_length is None else request.max_length
        self._least = width - (longest if request.prefix_length is None else request.prefix_length)

    def coverings(self) -> Iterator[tuple[Piece, ...]]:
        """Sets of blocks around everything settled, each as small as can be."""
        fixed = sorted(self._content.fixed)
        if not fixed:
            yield ()
            return
        seen: set[tuple[Piece, ...]] = set()
        for blocks in self._cover(fixed, self._request.max_blocks):
            if blocks not in seen and _are_apart(blocks):
                seen.add(blocks)
                yield blocks
            if len(seen) == COVERINGS:
                return

    def _cover(self, fixed: list[Fixed], count: int) -> Iterator[tuple[Piece, ...]]:
        first, last = fixed[0], fixed[-1]
        apart = (first.base ^ (last.base + (1 << last.bits) - 1)).bit_length()
        bits = max(apart, last.bits, self._least)
        if bits <= self._largest:
            yield ((first.base >> bits << bits, bits),)
        if count == 1 or len(fixed) == 1:
            return
        middle = last.base >> (apart - 1) << (apart - 1)
        low, high = [one for one in fixed if one.base < middle], [one for one in fixed if one.base >= middle]
        if not low or not high:
            return
        for number in range(1, count):
            for some in self._cover(low, number):
                for others in self._cover(high, count - number):
                    yield (*some, *others)

    def around(self, blocks: tuple[Piece, ...]) -> Iterator[Division]:
        """Divisions that begin with these blocks."""
        if not self._stays and any(self._reserved.inside(block) for block in blocks):
            return
        places = {item.id: item.base for item in self._content.fixed}
        if any(not _is_in(item, blocks) for item in self._content.fixed):
            return
        rest = self._filled(blocks, places)
        need = self._need(blocks, rest)
        if need <= 0:
            if len(blocks) > 1:
                yield self._parts(blocks, places)
            return
        yield from self._with_more(blocks, places, rest, need)
        if self._request.pinned is None:
            yield from self._enlarged(blocks)

    def _with_more(
        self, blocks: tuple[Piece, ...], places: Mapping[str, int], rest: Wanted, need: int
    ) -> Iterator[Division]:
        """These blocks, and more of them whose place is open for what is left over."""
        for sizes in self._extra_sizes(need, rest, self._request.max_blocks - len(blocks)):
            yield (*self._parts(blocks, places), *_floating(sizes, rest))

    def _need(self, blocks: tuple[Piece, ...], rest: Wanted) -> int:
        """What more blocks have to hold; a pinned container has no growth share."""
        if self._request.pinned is not None:
            return total(rest)
        used = total(self._content.floats) + sum(1 << item.bits for item in self._content.fixed)
        share = with_growth(used, self._request.growth_percent)
        return max(total(rest), share - sum(1 << bits for _, bits in blocks))

    def _extra_sizes(self, need: int, rest: Wanted, count: int) -> Iterator[tuple[int, ...]]:
        """The sizes of more blocks: the least space for each number, then smaller ones for free space in pieces."""
        least = max([self._least, *rest])
        seen = set()
        most = min(self._largest, max(least, need.bit_length()))
        for number in range(1, count + 1):
            for largest in range(most, least - 1, -1):
                sizes = cheapest_sizes(need, number, self._least, largest)
                if sizes is not None and sizes not in seen:
                    seen.add(sizes)
                    yield sizes

    def _filled(self, blocks: Sequence[Piece], places: dict[str, int]) -> Wanted:
        """Put into the blocks what floats, large first; what is left over comes back."""
        taken = covered(self._content)
        free = [
            piece
            for block in blocks
            for piece in free_pieces(block, merged([*taken, *self._reserved.inside(block)]))
        ]
        rest: Wanted = {}
        for bits in sorted(self._content.floats, reverse=True):
            for id in sorted(self._content.floats[bits]):
                fitting = [piece for piece in free if piece[1] >= bits]
                if fitting:
                    best = min(fitting, key=lambda piece: (piece[1], piece[0]))
                    free.remove(best)
                    places[id] = best[0]
                    free += pieces(best[0] + (1 << bits), span(best)[1])
                else:
                    rest.setdefault(bits, []).append(id)
        return rest

    def _enlarged(self, blocks: tuple[Piece, ...]) -> Iterator[Division]:
        """One of the blocks doubled until everything fits, or until what is left over fits into more blocks."""
        for index, (base, bits) in enumerate(blocks):
            for size in range(bits + 1, min(bits + DOUBLINGS, self._largest) + 1):
                larger = (*blocks[:index], (base >> size << size, size), *blocks[index + 1 :])
                if not _are_apart(larger) or self._reserved.inside(larger[index]):
                    break
                places = {item.id: item.base for item in self._content.fixed}
                rest = self._filled(larger, places)
                need = self._need(larger, rest)
                if need > 0:
                    yield from self._with_more(larger, places, rest, need)
                    continue
                if self._stays or len(larger) > 1:
                    yield self._parts(larger, places)
                break

    def _parts(self, blocks: Sequence[Piece], places: Mapping[str, int]) -> Division:
        return tuple(
            Part(members_in(places, block), block[1], Block(*block, self._width) if self._stays else None)
            for block in blocks
        )


def _floating(sizes: Sequence[int], rest: Wanted) -> Division:
    blocks = laid_out(sizes)
    places: dict[str, int] = {}
    pack(blocks, {bits: list(ids) for bits, ids in rest.items()}, places)
    return tuple(Part(members_in(places, block), block[1]) for block in blocks)


def _is_in(item: Fixed, blocks: Sequence[Piece]) -> bool:
    return any(item.bits <= bits and item.base >> bits << bits == base for base, bits in blocks)


def _are_apart(blocks: Sequence[Piece]) -> bool:
    order = sorted(map(span, blocks))
    return all(low[1] <= high[0] for low, high in pairwise(order))
