"""All ways at once: from every table to every endpoint, by following all look-ups together."""

from typing import Any, NamedTuple, TypeVar

import numpy as np

from planners.pace import breathe
from planners.reachability.bits import Flags, Places, flags_of
from planners.reachability.compiled import Compiled
from planners.reachability.network import Endpoint
from planners.reachability.tables import Lead, Table

NOWHERE, ARRIVED, UNKNOWN, EXITS = 0, 1, 2, 3
MARKS = 64
Marks = np.ndarray[tuple[int, ...], np.dtype[np.unsignedinteger]]
Row = TypeVar("Row", bound=np.ndarray[Any, Any])


class Leg(NamedTuple):
    """Where some look-ups lead: a state for each state and endpoint, and the marks that were passed."""

    end: Places
    marks: tuple[Marks, ...]


class Exit(NamedTuple):
    """A table that leads the internet to a NAT gateway."""

    number: int
    gateway: str


class Ways:
    """Where all tables lead in the end, and the firewalls met on the way: each is a mark."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled, self._order = compiled, compiled.order
        self._tables = compiled.tables.tables
        self.exits = [
            Exit(number, lead.id)
            for number, table in enumerate(self._tables)
            if (lead := table.lead(compiled.network.internet_ip)) and lead.kind == "out" and lead.id
        ]
        self.first = EXITS + len(self.exits)
        attached = {one.target for one in compiled.network.attachments.values() if one.kind == "fw"}
        self.mark = {name: at for at, name in enumerate(name for name in compiled.walls if name in attached)}
        self._local = self._arriving()
        whole = self._repeated(self._painted(), compiled.semantics.most_lookups)
        self.end = whole.end[self.first :]
        self.end[self.end >= self.first] = NOWHERE
        self.marks = tuple(marks[self.first :] for marks in whole.marks)

    def starts(self) -> tuple[Places, Leg]:
        """For each endpoint the number of its start, and the ways of all starts."""
        numbers: dict[object, int] = {}
        rows: list[tuple[Endpoint, Lead]] = []
        found = []
        for one in self._order.ends:
            lead = self._compiled.tables.start(one)
            key = ("site", one.site) if one.site is not None else ("table", lead.number)
            if key not in numbers:
                numbers[key] = len(rows)
                rows.append((one, lead))
            found.append(numbers[key])
        tables = np.array([lead.number for _, lead in rows])
        leg = Leg(_of_tables(self.end, tables), tuple(_of_tables(one, tables) for one in self.marks))
        if self._compiled.semantics.site_keeps_own:
            for at, (one, _) in enumerate(rows):
                if one.site is not None:
                    leg.end[at, self._owned(one.site)] = NOWHERE
        return np.array(found, np.intp), leg

    def _owned(self, site: str) -> Flags:
        owned = np.zeros(self._order.count, np.bool_)
        for block in self._compiled.network.sites[site]:
            low, high = self._order.span(block)
            owned[low:high] = True
        return owned

    def _arriving(self) -> dict[tuple[str, str], Flags]:
        """Who arrives when led into a VPC or to a site."""
        network, order = self._compiled.network, self._order
        found = {("vpc", id): flags_of(order.of_vpc(id), order.count) for id in network.vpcs}
        for id in network.sites:
            found["site", id] = flags_of(order.at_site(id), order.count) & self._owned(id)
        return found

    def _painted(self) -> Leg:
        """Where one look-up leads; what is no table leads to itself."""
        count, states = self._order.count, self.first + len(self._tables)
        end = np.zeros((states, count), np.intp)
        end[: self.first] = np.arange(self.first)[:, None]
        walled: dict[tuple[int, str], int] = {}
        for number, table in enumerate(self._tables):
            breathe()
            self._paint(table, end[self.first + number], walled, states)
        for at, (number, _) in enumerate(self.exits):
            end[self.first + number, self._order.internet] = EXITS + at
        return self._unwalled(end, walled, states)

    def _paint(self, table: Table, end: Places, walled: dict[tuple[int, str], int], states: int) -> None:
        """Paint where a table leads. A way past a firewall gets a number of its own, after all states."""
        for block, kind, id, number, _, wall, _ in table.leads:
            low, high = self._order.span(block)
            if low == high:
                continue
            if kind in ("vpc", "site"):
                end[low:high] = self._local[kind, id][low:high]
                continue
            state = self.first + number if kind == "table" else NOWHERE
            if wall:
                state = walled.setdefault((state, wall), states + len(walled))
            end[low:high] = UNKNOWN if kind == "unknown" else state

    def _unwalled(self, end: Places, walled: dict[tuple[int, str], int], states: int) -> Leg:
        """The states behind the firewalls, which become marks."""
        leads = np.arange(states + len(walled), dtype=end.dtype)
        marks = [
            np.zeros(len(leads), _narrowest(len(self.mark) - low)) for low in range(0, len(self.mark), MARKS)
        ]
        for (state, wall), number in walled.items():
            chunk, bit = divmod(self.mark[wall], MARKS)
            leads[number] = state
            marks[chunk][number] = 1 << bit
        return Leg(leads[end] if walled else end, tuple(one[end] for one in marks))

    def _repeated(self, leg: Leg, times: int) -> Leg:
        """Where so many look-ups lead, doubled step by step."""
        whole: Leg | None = None
        while True:
            settled = bool((leg.end < self.first).all())
            if times & 1 or settled:
                whole = leg if whole is None else _joined(whole, leg)
            times >>= 1
            if settled or not times:
                assert whole is not None
                return whole
            breathe()
            leg = _joined(leg, leg)


def _of_tables(rows: Row, tables: Places) -> Row:
    """The rows of some tables; what begins at none leads nowhere and meets nothing."""
    found: Row = np.zeros((len(tables), rows.shape[1]), rows.dtype)  # type: ignore[assignment]
    at_table = tables >= 0
    found[at_table] = rows[tables[at_table]]
    return found


def _joined(first: Leg, second: Leg) -> Leg:
    """One leg, and then another from where it led."""
    count = first.end.shape[1]
    at = first.end * count
    at += np.arange(count)
    marks = (
        one | other.ravel().take(at, mode="clip")
        for one, other in zip(first.marks, second.marks, strict=True)
    )
    return Leg(second.end.ravel().take(at, mode="clip"), tuple(marks))


def _narrowest(marks: int) -> type[np.unsignedinteger]:
    """The type that holds some marks."""
    return next(
        (kind for most, kind in ((8, np.uint8), (16, np.uint16), (32, np.uint32)) if marks <= most), np.uint64
    )
