"""The requests as a tree: what each container holds, smallest work done once.

Leaves that ask for the same are sized once and stay together from here to the
answer; that is what makes ten thousand requests a matter of milliseconds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import compress, repeat
from operator import itemgetter
from typing import NamedTuple

from planners.addresses.alike import Columns, asked, columns_of, parents_of
from planners.addresses.blocks import Block
from planners.addresses.demand import Lack, bits_for, with_growth
from planners.addresses.errors import BadProblem
from planners.addresses.problem import Problem, Request, check_block, check_blocks, check_spread
from planners.addresses.ranges import Piece

Choice = tuple[Block, ...] | None
_LIMITS = slice(2, 8)
_ASKED = itemgetter(slice(1, None))


class Fixed(NamedTuple):
    """A footprint whose place is settled: a pin, a kept block, or a container around such."""

    base: int
    bits: int
    id: str


@dataclass(slots=True)
class Content:
    """What lies directly inside one container (or, at the top, inside one choice of pools)."""

    floats: dict[int, list[str]] = field(default_factory=dict)
    fixed: list[Fixed] = field(default_factory=list)

    def add(self, bits: int, ids: list[str]) -> None:
        """Note items of one footprint size whose place is open."""
        if bits in self.floats:
            self.floats[bits].extend(ids)
        else:
            self.floats[bits] = ids


@dataclass(slots=True)
class Tree:
    """Checked requests, leaves sized: the state that footprints and packing fill in.

    `columns` are the fields in which requests differ. `top` has the content by the choice
    of pools, `sizes` and `bases` the blocks found so far, `refused` the leaves that break
    their own limits, `soft` the doublings that leaves would like.
    """

    width: int
    requests: dict[str, Request]
    columns: Columns
    containers: list[str]
    contents: dict[str, Content] = field(default_factory=dict)
    top: dict[Choice, Content] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    bases: dict[str, int] = field(default_factory=dict)
    kept: dict[str, Piece] = field(default_factory=dict)
    refused: dict[str, Lack] = field(default_factory=dict)
    soft: dict[str, int] = field(default_factory=dict)

    def around(self, parent: str | None, choice: Choice) -> Content:
        """The content that an item belongs to."""
        if parent is not None:
            return self.contents[parent]
        return self.top.setdefault(choice and tuple(sorted(set(choice))), Content())


def checked_tree(problem: Problem) -> Tree:
    """The problem's requests as a tree; raises `BadProblem` for references that lead nowhere."""
    ids, columns = columns_of(problem.requests)
    requests = dict(zip(ids, problem.requests, strict=True))
    if len(requests) < len(problem.requests):
        _name_duplicate(problem)
    containers = _levels(parents_of(problem.requests, columns), requests)
    return Tree(problem.width, requests, columns, containers)


def _name_duplicate(problem: Problem) -> None:
    seen: set[str] = set()
    for index, request in enumerate(problem.requests):
        if request.id in seen:
            raise BadProblem(
                f"requests[{index}].id", "{id} is used twice; ids are unique", id=repr(request.id)
            )
        seen.add(request.id)


def _levels(parents: set[str], requests: Mapping[str, Request]) -> list[str]:
    """The containers, level by level from the top, each level in order of id."""
    inner: dict[str | None, list[str]] = {}
    for id in sorted(parents):
        if id not in requests:
            child = min(request.id for request in requests.values() if request.parent == id)
            raise BadProblem(f"requests.{child}.parent", "there is no request {id}", id=repr(id))
        inner.setdefault(requests[id].parent, []).append(id)
    order, level = [], inner.get(None, [])
    while level:
        order.extend(level)
        level = sorted(child for id in level for child in inner.get(id, ()))
    if len(order) < len(parents):
        _name_cycle(parents.difference(order), requests)
    return order


def _name_cycle(lost: set[str], requests: Mapping[str, Request]) -> None:
    # Everything lost hangs below a cycle: walking upwards ends inside it.
    id, seen = min(lost), []
    while id not in seen:
        seen.append(id)
        id = requests[id].parent or id
    cycle = seen[seen.index(id) :]
    start = cycle.index(min(cycle))
    named = [*cycle[start:], *cycle[: start + 1]]
    raise BadProblem(f"requests.{named[0]}.parent", "a cycle: {chain}", chain=" inside ".join(named))


def fill_leaves(tree: Tree, problem: Problem, kept: Mapping[str, Piece]) -> None:
    """Size every leaf and put it into the content of its container.

    `kept` are the blocks of an earlier plan that have to stay.
    """
    tree.kept.update(kept)
    tree.contents.update({id: Content() for id in tree.containers})
    sizes: dict[object, int | Lack] = {}
    for ids in _alike(tree, problem, kept):
        request = tree.requests[ids[0]]
        check_request(request, problem)
        if request.soft_bits:
            tree.soft.update(dict.fromkeys(ids, request.soft_bits))
        if request.pinned is not None:
            _fix(tree, request, zip(ids, repeat(request.pinned[:2]), strict=False))
            continue
        limits = request[_LIMITS]
        if limits not in sizes:
            sizes[limits] = leaf_bits(request, tree.width, problem.kept)
        _float(tree, request, ids, sizes[limits])


def _alike(tree: Tree, problem: Problem, kept: Mapping[str, Piece]) -> Collection[list[str]]:
    """The leaves, together where they ask for the same; kept leaves and containers are seen to at once."""
    for id in tree.containers:
        check_request(tree.requests[id], problem)
    _keep(tree, problem, kept)
    leaves: Iterable[tuple[str, object]] = zip(tree.requests, asked(tree.columns), strict=False)
    apart = tree.contents.keys() | kept.keys()
    if apart:
        leaves = compress(leaves, [id not in apart for id in tree.requests])
    alike: dict[object, list[str]] = defaultdict(list)
    for id, wish in leaves:
        alike[wish].append(id)
    return alike.values()


def _keep(tree: Tree, problem: Problem, kept: Mapping[str, Piece]) -> None:
    """Settle kept leaves; those that ask for the same are checked once."""
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for id in kept:
        if id not in tree.contents:
            alike[_ASKED(tree.requests[id])].append(id)
    for ids in alike.values():
        request = tree.requests[ids[0]]
        check_request(request, problem)
        if request.soft_bits:
            tree.soft.update(dict.fromkeys(ids, request.soft_bits))
        _fix(tree, request, [(id, kept[id]) for id in ids])


def _float(tree: Tree, like: Request, ids: list[str], bits: int | Lack) -> None:
    if isinstance(bits, Lack):
        tree.refused.update(dict.fromkeys(ids, bits))
        return
    tree.sizes.update(zip(ids, repeat(bits)))
    tree.around(like.parent, like.pools).add(bits + like.growth_bits, ids)


def _fix(tree: Tree, like: Request, items: Iterable[tuple[str, Piece]]) -> None:
    """Settle leaves that ask for the same at their places."""
    room = 0 if like.pinned is not None else like.growth_bits
    fixed = tree.around(like.parent, like.pools).fixed
    for id, (base, bits) in items:
        tree.bases[id] = base
        tree.sizes[id] = bits
        around = bits + room
        fixed.append(Fixed(base >> around << around, around, id))


def leaf_bits(request: Request, width: int, kept: int) -> int | Lack:
    """The size of an un-pinned leaf, or how it breaks its own limits."""
    longest = width if request.max_length is None else request.max_length
    largest = width - (request.min_length or 0)
    if request.prefix_length is not None:
        bits = width - request.prefix_length
        if request.prefix_length > longest:
            return Lack(width - longest, 1 << (width - longest), 1 << bits)
        need = 1 << bits
    elif request.hosts is not None:
        need = with_growth(request.hosts, request.growth_percent) + kept
        bits = max(bits_for(need), width - longest)
    else:
        raise BadProblem(f"requests.{request.id}", "has no size: give prefixlen, hosts, a pin or children")
    if bits > largest:
        return Lack(bits, max(need, 1 << bits), 1 << largest)
    if bits + request.growth_bits > width:
        # More doublings than an address has bits are no more than as many.
        footprint = bits + min(request.growth_bits, width)
        return Lack(footprint, 1 << footprint, 1 << width)
    return bits


def check_problem(problem: Problem) -> None:
    """Raise `BadProblem` for whatever keeps a problem from being planned."""
    check_blocks(problem)
    fill_leaves(checked_tree(problem), problem, {})


def check_request(request: Request, problem: Problem) -> None:
    """Raise `BadProblem` for numbers and blocks no request can have."""
    path = f"requests.{request.id}"
    _, _, prefix, hosts, percent, room, least, most, pin, chosen, soft, spread, blocks = request
    if pin is not None:
        check_block(f"{path}.pinned", pin, problem.width)
    if min(hosts or 0, percent, room, soft) < 0:
        raise BadProblem(path, "hosts and growth cannot be negative")
    if blocks < 1:
        raise BadProblem(f"{path}.max_blocks", "{value} is not a whole number from 1", value=blocks)
    check_spread(f"{path}.spread", spread)
    for length in (prefix, least, most):
        if length is not None and not 0 <= length <= problem.width:
            raise BadProblem(path, "/{length} is no prefix length of this family", length=length)
    if chosen is not None and not (chosen and set(problem.pools).issuperset(chosen)):
        raise BadProblem(f"{path}.pool", "names no pool or one not listed: {pools}", pools=_names(chosen))


def _names(blocks: tuple[Block, ...]) -> str:
    return ", ".join(map(str, blocks)) or "an empty list"
