"""What the tables of transit routers learn: from networks, and from each other through what joins routers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from planners.addresses.blocks import Block
from workbench.model.element import ElementId
from workbench.reachability.attached import Line
from workbench.reachability.policies import End, Leave, Policies

MOST_ROUTERS: Final = 16
"""Routers that a route passes at most; a design with more in a row is none that the platform joins."""
Static = Mapping[str, Mapping[Block, str | None]]
"""By table, where its static entries lead: the id of a line, None for a black hole."""


class Learned(NamedTuple):
    """A route that a table learned: the line it leads to, where it came from, and the tables it passed on its way."""

    line: str
    origin: str
    end: End
    path: tuple[str, ...] = ()
    certain: bool = True
    awaited: ElementId = ""
    """The attachment without whose grant the route is not there."""


Routes = dict[str, dict[Block, dict[str, Learned]]]
"""By table and block the routes learned, each by the line it leads to."""


class Teaching:
    """Lets routes spread until no table learns anything new."""

    def __init__(
        self,
        lines: Mapping[str, Line],
        tables: Mapping[str, ElementId],
        static: Static,
        policies: Mapping[ElementId, Policies],
        tied: Mapping[str, Collection[Block]],
    ) -> None:
        """`tied` are by table the blocks of which nobody knows which of several static entries wins."""
        self._lines, self._tables, self._static, self._policies = lines, tables, static, policies
        self._tied = tied

    def routes(self) -> Routes:
        """What every table has learned."""
        direct = self._direct()
        found = direct
        for _ in range(MOST_ROUTERS):
            after = self._spread(direct, found)
            if after == found:
                break
            found = after
        return found

    def held(self, table: str, learned: Routes) -> Iterator[tuple[Block, Learned]]:
        """What a table could teach: its static entries that lead somewhere, and what it learned elsewhere."""
        static = self._static.get(table, {})
        for block, id in static.items():
            if id is not None and id in self._lines:
                line = self._lines[id]
                certain = line.certain and block not in self._tied.get(table, ())
                yield block, Learned(id, line.target, line.end, (), certain, _awaited(line))
        for block, routes in learned.get(table, {}).items():
            if block not in static:
                for route in routes.values():
                    yield block, route

    def _direct(self) -> Routes:
        found: Routes = defaultdict(lambda: defaultdict(dict))
        for line in self._lines.values():
            for table in line.teaches:
                for block in line.blocks:
                    leave = self._policies[line.router].comes_in(table, block, line.end)
                    if leave is not Leave.NO:
                        certain = line.certain and leave is Leave.YES
                        route = Learned(line.id, line.target, line.end, (), certain, _awaited(line))
                        found[table][block][line.id] = route
        return _plain(found)

    def _spread(self, direct: Routes, before: Routes) -> Routes:
        found: Routes = defaultdict(lambda: defaultdict(dict))
        for table, blocks in direct.items():
            for block, routes in blocks.items():
                found[table][block] = dict(routes)
        for line in self._lines.values():
            far = self._lines.get(line.target) if line.kind == "peer" else None
            if far is not None and far.table is not None:
                for table in line.teaches:
                    for block, route in self._taught(line, far, table, before):
                        _keep(found[table][block], route)
        return _plain(found)

    def _taught(self, line: Line, far: Line, table: str, before: Routes) -> Iterator[tuple[Block, Learned]]:
        """What the table that a connection asks at its far side teaches a table on this one."""
        assert far.table is not None
        for block, route in self.held(far.table, before):
            if route.line == far.id or table in route.path:
                continue
            out = self._policies[far.router].goes_out(far.table, block, route.end, far.end)
            into = self._policies[line.router].comes_in(table, block, route.end)
            if Leave.NO not in (out, into):
                certain = route.certain and out is into is Leave.YES
                path = (far.table, *route.path)
                yield block, Learned(line.id, route.origin, route.end, path, certain, route.awaited)


def _awaited(line: Line) -> ElementId:
    return "" if line.certain else line.element


def _keep(routes: dict[str, Learned], new: Learned) -> None:
    """Adds a route unless a shorter one is known; it drops those that are longer."""
    least = min((len(one.path) for one in routes.values()), default=len(new.path))
    if len(new.path) > least:
        return
    if len(new.path) < least:
        routes.clear()
    known = routes.get(new.line)
    if known is None or (known.origin, known.path) > (new.origin, new.path):
        routes[new.line] = new


def _plain(found: Routes) -> Routes:
    return {table: dict(blocks) for table, blocks in found.items()}
