"""The address planner beside the usual library ways, as ratios of one run.

    python -m benchmarks addresses

All sides answer the same requests, texts included. The library ways place in
the same order (large first), so they do no avoidable work either.
"""

import ipaddress
import random
import sys
from dataclasses import replace
from pathlib import Path

import netaddr  # type: ignore[import-untyped]

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._timing import least_work
from planners.addresses import (
    Block,
    ClashIndex,
    Plan,
    Problem,
    Request,
    block_of,
    free_space,
    parse_block,
    plan,
    smallest_table,
)

POOL = parse_block("10.0.0.0/8")


def holes(count: int = 60) -> tuple[Block, ...]:
    """Small ranges that break the pool up."""
    dice = random.Random(7)
    return tuple(
        sorted({block_of(POOL.base + dice.randrange(1 << 24), dice.randint(16, 28)) for _ in range(count)})
    )


def flat(count: int) -> Problem:
    """Mixed sizes in a fragmented pool."""
    dice = random.Random(count)
    lengths = (24, 25, 26, 27, 28) if count > 20_000 else (22, 23, 24, 24, 25, 26, 27, 28)
    asked = (Request(f"v{i:06}", None, dice.choice(lengths)) for i in range(count))
    return Problem((POOL,), tuple(asked), holes())


def tree(leaves: int, family: int = 4) -> Problem:
    """Regions, environments, accounts, VPCs, zones and vSwitches."""
    dice = random.Random(leaves)
    pool = parse_block("10.0.0.0/8" if family == 4 else "fd00::/16")
    lengths = (26, 27, 28) if family == 4 else (64,)
    asked: list[Request] = []
    level: list[str | None] = [None]
    shape = {1_000: (4, 3, 5, 3, 3), 10_000: (8, 5, 10, 4, 2.6), 100_000: (8, 5, 25, 8, 5)}[leaves]
    for depth, width in enumerate(shape):
        children: list[str | None] = []
        for parent in level:
            count = round(width) if width == int(width) else dice.choice((2, 3, 3))
            names = [f"{parent or 'n'}.{i}" for i in range(count)]
            asked.extend(Request(name, parent, growth_percent=0 if depth else 10) for name in names)
            children.extend(names)
        level = children
    for i in range(leaves):
        asked.append(
            Request(
                f"{level[i % len(level)]}.s{i // len(level)}", level[i % len(level)], dice.choice(lengths)
            )
        )
    return Problem((pool,), tuple(asked), family=family)


def grown(problem: Problem, count: int) -> Problem:
    """A planned problem with more requests, its blocks given as the earlier plan."""
    first = plan(problem)
    assert isinstance(first, Plan)
    more = tuple(Request(f"x{i:04}", None, 26) for i in range(count))
    return replace(problem, requests=problem.requests + more, previous=first.allocations)


def ours(problem: Problem) -> dict[str, str]:
    """The planner's answer as text."""
    answer = plan(problem)
    assert isinstance(answer, Plan), answer
    return answer.texts()


def free_list(problem: Problem) -> dict[str, str]:
    """netaddr, keeping a list of free networks."""
    taken = netaddr.IPSet(map(str, problem.reserved))
    free = sorted((netaddr.IPSet([str(POOL)]) - taken).iter_cidrs(), key=lambda net: -net.prefixlen)
    found = {}
    for request in _large_first(problem):
        index = next(i for i, net in enumerate(free) if net.prefixlen <= (request.prefix_length or 0))
        net = free.pop(index)
        block = next(net.subnet(request.prefix_length))
        found[request.id] = str(block)
        free[index:index] = sorted(netaddr.cidr_exclude(net, block), key=lambda rest: -rest.prefixlen)
    return found


def set_difference(problem: Problem) -> dict[str, str]:
    """netaddr, taking each block out of the set of free addresses."""
    free = netaddr.IPSet([str(POOL)]) - netaddr.IPSet(map(str, problem.reserved))
    found = {}
    for request in _large_first(problem):
        net = min(
            (net for net in free.iter_cidrs() if net.prefixlen <= (request.prefix_length or 0)),
            key=lambda net: -net.prefixlen,
        )
        block = next(net.subnet(request.prefix_length))
        free.remove(block)
        found[request.id] = str(block)
    return found


def exclusion(problem: Problem) -> dict[str, str]:
    """The standard library, excluding each block from the network it came from."""
    pieces = (netaddr.IPSet([str(POOL)]) - netaddr.IPSet(map(str, problem.reserved))).iter_cidrs()
    free = sorted((ipaddress.IPv4Network(str(piece)) for piece in pieces), key=lambda net: -net.prefixlen)
    found = {}
    for request in _large_first(problem):
        length = request.prefix_length or 0
        index = next(i for i, net in enumerate(free) if net.prefixlen <= length)
        net = free.pop(index)
        block = net if net.prefixlen == length else next(net.subnets(new_prefix=length))
        found[request.id] = str(block)
        free[index:index] = sorted(net.address_exclude(block), key=lambda rest: -rest.prefixlen)
    return found


def _large_first(problem: Problem) -> list[Request]:
    return sorted(problem.requests, key=lambda request: (request.prefix_length or 0, request.id))


def compare(count: int) -> None:
    """Print how often the planner fits into each library way."""
    problem = flat(count)
    mine, texts = least_work(lambda: ours(problem), 7)
    print(f"flat {count:,}: planner {mine * 1000:.2f} ms, texts included")
    for way in (free_list, set_difference, exclusion):
        if count > 1_000 and way is set_difference:
            continue
        span, other = least_work(lambda way=way: way(problem), 2)  # type: ignore[misc]
        assert len(other) == len(texts)
        print(f"  {way.__name__:15} {span * 1000:9.1f} ms  {span / mine:7.1f} times as long")


def table() -> None:
    """Print each size beside what is acceptable, plans and texts apart."""
    cases = [
        ("flat 1,000", flat(1_000), 3),
        ("flat 10,000", flat(10_000), 8),
        ("flat 100,000", flat(100_000), 80),
        ("tree 1,000", tree(1_000), 20),
        ("tree 10,000", tree(10_000), 200),
        ("tree 100,000", tree(100_000), 2_000),
        ("IPv6 tree 100,000", tree(100_000, 6), 2_000),
        ("re-plan 10,000 + 100", grown(flat(10_000), 100), 200),
    ]
    for name, problem, accepted in cases:
        span, answer = least_work(lambda problem=problem: plan(problem))  # type: ignore[misc]
        assert isinstance(answer, Plan), answer
        written, _ = least_work(answer.texts)
        print(
            f"{name:22} {span * 1000:8.2f} ms (accepted {accepted} ms), texts {written * 1000:7.2f} ms,"
            f" {len(answer.bases):,} blocks, {len(answer.moves)} moved"
        )


def against_parsing() -> None:
    """Print a whole tree, planned and written, beside netaddr reading its 10,000 results three times."""
    problem = tree(10_000)
    mine, texts = least_work(lambda: ours(problem))
    results = [texts[request.id] for request in problem.requests if request.prefix_length][:10_000]
    span, _ = least_work(lambda: [netaddr.IPNetwork(text) for _ in range(3) for text in results])
    print(f"tree 10,000 planned and written: {mine / span:.2f} of netaddr reading its results three times")


def incremental() -> None:
    """Print what one changed block costs among 10,000, overlaps and free space asked anew, beside netaddr and a frame."""
    answer = plan(flat(10_000))
    assert isinstance(answer, Plan)
    owned = answer.allocations
    index = ClashIndex((block, id) for id, block in owned.items())
    networks = {id: netaddr.IPNetwork(str(block)) for id, block in owned.items()}
    old, new = owned["v000000"], parse_block("10.1.0.0/16")

    def overlaps_anew() -> int:
        index.remove(old, "v000000")
        index.add(new, "v000000")
        found = index.clashes(new)
        index.remove(new, "v000000")
        index.add(old, "v000000")
        return len(found) - 1

    def overlaps_by_netaddr() -> int:
        wide = netaddr.IPNetwork(str(new))
        others = (network for id, network in networks.items() if id != "v000000")
        return sum(network.first <= wide.last and wide.first <= network.last for network in others)

    def free_anew() -> int:
        return free_space([POOL], (owned | {"v000000": new}).values()).addresses

    def free_by_netaddr() -> int:
        taken = [*(network for id, network in networks.items() if id != "v000000"), str(new)]
        return int((netaddr.IPSet([str(POOL)]) - netaddr.IPSet(taken)).size)

    print("one block changed among 10,000, a frame is 16 ms:")
    for name, mine, theirs in (
        ("overlaps", overlaps_anew, overlaps_by_netaddr),
        ("free space", free_anew, free_by_netaddr),
    ):
        span, found = least_work(mine, 9)
        peer, same = least_work(theirs, 2)
        assert found == same, (name, found, same)
        print(f"  {name:10} {span * 1000:7.2f} ms; netaddr takes {peer / span:7.0f} times as long")


def crowded() -> None:
    """Print how long it takes to make room for two large blocks among 3,000 small ones strewn over a /16."""
    pool, dice = parse_block("10.0.0.0/16"), random.Random(5)
    asked = tuple(Request(f"r{i:04}", None, 28) for i in range(3_000))
    places = dice.sample(range(4_096), len(asked))
    previous = {
        request.id: block_of(pool.base + place * 16, 28) for request, place in zip(asked, places, strict=True)
    }
    large = (Request("large", None, 22), Request("half", None, 23))
    problem = Problem((pool,), (*asked, *large), previous=previous)
    span, answer = least_work(lambda: plan(problem), 2)
    assert isinstance(answer, Plan)
    print(f"room made among 3,000 blocks: {span * 1000:.0f} ms, {len(answer.moves)} moved")


def summarised() -> None:
    """Print how long the smallest table of 10,000 routes takes, beside netaddr merging them hop by hop."""
    answer = plan(flat(10_000))
    assert isinstance(answer, Plan)
    dice = random.Random(3)
    table = {block: f"hop-{dice.choice('aaab')}" for _, block in sorted(answer.allocations.items())}
    mine, smaller = least_work(lambda: smallest_table(table))
    texts = [[str(block) for block, hop in table.items() if hop == name] for name in set(table.values())]
    span, covers = least_work(lambda: [netaddr.cidr_merge(own) for own in texts], 1)
    print(
        f"10,000 routes: {len(smaller):,} in {mine * 1000:.1f} ms; netaddr merges each hop to"
        f" {sum(map(len, covers)):,} in {span / mine:.1f} times as long"
    )


if __name__ == "__main__":
    compare(1_000)
    compare(10_000)
    table()
    against_parsing()
    incremental()
    summarised()
    crowded()
