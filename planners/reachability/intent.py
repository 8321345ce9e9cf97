"""What is wanted beside what is so: what is missing, what is too much, each with one packet that shows it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Packed, Places, packed_sets
from planners.reachability.compiled import Compiled
from planners.reachability.explaining import Explanation, explain
from planners.reachability.network import Ports
from planners.reachability.verdicts import Answers

MISSING, HALF, EXTRA, OPEN = "missing", "partial", "extra", "unknown"


class Wish(NamedTuple):
    """Who shall reach whom on which ports, or shall not. What nobody wishes shall not be, and a no beats every yes."""

    sources: Collection[str]
    targets: Collection[str]
    protocol: str
    ports: Ports | None = None
    allows: bool = True


class Gap(NamedTuple):
    """Neighbouring ports on which members of two domains differ from what is wanted.

    `kind` is `missing` (wanted, and denied), `partial` (wanted, and some answers fail: it counts as missing), `extra`
    (not wanted, and a connection can begin) or `unknown`. `pairs` are the pairs concerned at one port, at most.
    """

    kind: str
    source: str
    target: str
    protocol: str
    ports: Ports
    pairs: int
    witness: Explanation


class _Cell(NamedTuple):
    """The pairs of two domains that differ in one class of ports: how many, and the places of one of them."""

    pairs: int
    source: int
    target: int


_Key = tuple[str, int, int]


def gaps(
    compiled: Compiled, answers: Answers, wishes: Sequence[Wish], domains: Mapping[str, Iterable[str]]
) -> Iterator[Gap]:
    """Every difference between domains, by domain and port. The ports of the wishes must be among the network's cuts.

    An endpoint without a domain stands for itself.
    """
    names, of = _domains(compiled, domains)
    found: dict[_Key, dict[int, _Cell]] = defaultdict(dict)
    for number in range(len(compiled.ports.classes)):
        breathe()
        wanted = _wanted(compiled, wishes, number)
        for kind, rows in _differing(answers, number, wanted):
            for key, cell in _cells(compiled, kind, rows, of, len(names)):
                found[key][number] = cell
    for kind, source, target in sorted(found, key=lambda key: (names[key[1]], names[key[2]], key[0])):
        yield from _joined(compiled, kind, names[source], names[target], found[kind, source, target])


def _domains(compiled: Compiled, domains: Mapping[str, Iterable[str]]) -> tuple[list[str], Places]:
    """All domains by number, and the number of each endpoint's."""
    names = list(domains)
    own = {id: at for at, members in enumerate(domains.values()) for id in members}
    of = []
    for one in compiled.order.ends:
        if one.id not in own:
            own[one.id] = len(names)
            names.append(one.id)
        of.append(own[one.id])
    return names, np.array(of, np.intp)


def _wanted(compiled: Compiled, wishes: Sequence[Wish], number: int) -> Packed:
    """Who shall reach whom in a class of ports: targets by sources."""
    order = compiled.order
    rows = np.zeros((order.count, order.width), np.uint8)
    for wish in sorted(wishes, key=lambda one: not one.allows):
        if not compiled.ports.mask(wish.protocol, wish.ports) >> number & 1:
            continue
        sources = packed_sets([sum(1 << order.at[id] for id in set(wish.sources))], order.width)
        targets = [order.at[id] for id in set(wish.targets)]
        rows[targets] = rows[targets] | sources if wish.allows else rows[targets] & ~sources
    itself = packed_sets([1 << place for place in range(order.count)], order.width)
    return rows & ~itself


def _differing(answers: Answers, number: int, wanted: Packed) -> Iterator[tuple[str, Packed]]:
    """The pairs of each kind of difference in a class of ports."""
    whole, half, unknown = answers.squares(number)
    yield MISSING, wanted & ~(whole | half | unknown)
    yield HALF, wanted & half
    yield EXTRA, (whole | half) & ~wanted
    yield OPEN, unknown


def _cells(
    compiled: Compiled, kind: str, rows: Packed, of: Places, count: int
) -> Iterator[tuple[_Key, _Cell]]:
    """The pairs of a square by the domains of their ends."""
    some = np.flatnonzero(rows.any(axis=1))
    if not len(some):
        return
    flags = np.unpackbits(rows[some], axis=1, count=compiled.order.count, bitorder="little")
    at, sources = np.nonzero(flags)
    targets = some[at]
    keys, first, pairs = np.unique(of[sources] * count + of[targets], return_index=True, return_counts=True)
    for key, place, many in zip(keys.tolist(), first.tolist(), pairs.tolist(), strict=True):
        yield (kind, *divmod(key, count)), _Cell(many, int(sources[place]), int(targets[place]))


def _joined(
    compiled: Compiled, kind: str, source: str, target: str, cells: Mapping[int, _Cell]
) -> Iterator[Gap]:
    """The differences of two domains in order of their ports, neighbours joined."""
    ends, classes = compiled.order.ends, compiled.ports.classes
    ranges = sorted(
        (classes[number].protocol, ports, number) for number in cells for ports in classes[number].ranges
    )
    run: list[tuple[str, Ports, int]] = []
    for one in [*ranges, ("", (-1, -1), -1)]:
        if run and (one[0] != run[0][0] or one[1][0] != run[-1][1][1] + 1):
            protocol, (low, _), number = run[0]
            cell = cells[number]
            witness = explain(compiled, ends[cell.source].id, ends[cell.target].id, protocol, low)
            most = max(cells[number].pairs for _, _, number in run)
            yield Gap(kind, source, target, protocol, (low, run[-1][1][1]), most, witness)
            run = []
        run.append(one)
