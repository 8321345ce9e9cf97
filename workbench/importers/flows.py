"""Flow lists as customers keep them, in Excel or CSV: rows between applications of a design, what cannot be matched by its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from planners.domains import BadFlows, Flow
from planners.domains.errors import shown
from planners.domains.flows_table import FLOW_COLUMNS
from planners.domains.ports import PORTED
from planners.domains.problem import check_ports
from planners.domains.reading import ports_of_text, protocol_of
from planners.pace import breathe
from workbench.importers.addresses.grids import Grid, grids_in
from workbench.importers.plan import Refused
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.progress import Progress, untold
from workbench.reachability.named import Names, names_of
from workbench.reachability.plain import folded
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.intent import Listed
from workbench.reachability.wanted import members
from workbench.texts import Text, text

HEADED: Final = 60
"""Rows among which the heads are looked for."""
DRAWN: Final = ("tcp", "udp", "icmp", "all")
"""Protocols that a flow of a design can have."""


class Unmatched(NamedTuple):
    """A row that is left out: its cell, and why."""

    cell: str
    says: Text


@dataclass(frozen=True)
class FlowList:
    """The flows of a file between ends of a design, the rows that are left out, and how many rows were read."""

    flows: tuple[Listed, ...]
    unmatched: tuple[Unmatched, ...]
    rows: int


def flows_in(path: Path, design: Design, progress: Progress = untold) -> FlowList:
    """The flows of a file; Refused where it is no table, or none of its sheets has the heads that are needed."""
    reading = _Reading(design)
    headed = 0
    for grid in grids_in(path, path.name, progress):
        heads = _heads(grid)
        if heads is not None:
            headed += 1
            reading.read(grid, *heads)
    if not headed:
        raise Refused(text("No row of {file} has the heads source and target (源, 目标).", file=path.name))
    return FlowList(tuple(dict.fromkeys(reading.flows)), tuple(reading.unmatched), reading.rows)


class _Reading:
    def __init__(self, design: Design) -> None:
        self._names: Names = names_of(design)
        self._ends, self._inside, self._design = Ends.of(design), members(design), design
        self.flows: list[Listed] = []
        self.unmatched: list[Unmatched] = []
        self.rows = 0

    def read(self, grid: Grid, head: int, columns: Mapping[str, int]) -> None:
        """Takes up the rows of a sheet below its heads."""
        for number, cells in grid.rows.items():
            if number > head and any(cells.get(at) for at in columns.values()):
                self.rows += 1
                if self.rows % 512 == 0:
                    breathe()
                try:
                    self.flows += self._flows(grid, number, cells, columns)
                except _Left as left:
                    self.unmatched.append(Unmatched(left.cell, left.says))

    def _flows(
        self, grid: Grid, row: int, cells: Mapping[int, str], columns: Mapping[str, int]
    ) -> Iterator[Listed]:
        def place(column: str) -> str:
            return grid.cell(row, columns[column])

        def typed(column: str) -> str:
            return cells.get(columns.get(column, 0), "").strip()

        sources = self._called(typed("source"), place("source"))
        targets = self._called(typed("target"), place("target"))
        try:
            at = "protocol"
            protocol = protocol_of(typed(at), at)
            if protocol not in DRAWN:
                raise _Left(place(at), text("A design draws no flow of {protocol}.", protocol=protocol))
            at = "ports"
            ports = ports_of_text(typed(at), at) if protocol in PORTED else [None]
            for one in ports:
                check_ports(Flow("", "", protocol, one), at)
        except BadFlows as wrong:
            raise _Left(place(at), Text(wrong.told.pattern, tuple(wrong.told.values.items()))) from wrong
        seen = typed("seen")
        count = int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 16 else 1
        return self._between(sources, targets, protocol, ports, count)

    def _between(
        self,
        sources: Sequence[ElementId],
        targets: Sequence[ElementId],
        protocol: str,
        ports: Sequence[tuple[int, int] | None],
        seen: int,
    ) -> Iterator[Listed]:
        for source in sources:
            for target in targets:
                for one in ports:
                    yield Listed(source, target, protocol, one, seen)

    def _called(self, typed: str, cell: str) -> tuple[ElementId, ...]:
        """Who a cell means; a security domain means its applications."""
        if not typed:
            raise _Left(cell, text("is missing"))
        if typed in self._ends.by_id:
            return (typed,)
        found = [
            id for id in self._names.called(folded(typed)) if id in self._ends.by_id or self._inside.get(id)
        ]
        applications = [id for id in found if self._ends.is_application(id)]
        found = applications or found
        if len(found) == 1:
            return (found[0],) if found[0] in self._ends.by_id else self._inside[found[0]]
        if found:
            raise _Left(
                cell, text("{name} may be {ids}; write the id.", name=shown(typed), ids=", ".join(found))
            )
        near = [id for id in self._names.near(folded(typed)) if id in self._ends.by_id]
        if near:
            title = self._names.title(near[0])
            raise _Left(
                cell,
                text("Nothing here is called {name}. Near: {near}.", name=shown(typed), near=title),
            )
        raise _Left(cell, text("Nothing here is called {name}.", name=shown(typed)))


class _Left(Exception):
    """A row is left out."""

    def __init__(self, cell: str, says: Text) -> None:
        super().__init__(cell)
        self.cell, self.says = cell, says


def _heads(grid: Grid) -> tuple[int, Mapping[str, int]] | None:
    """The row of the heads and the column of each; None where no row has those that are needed."""
    for row, cells in list(grid.rows.items())[:HEADED]:
        columns: dict[str, int] = {}
        for at, cell in cells.items():
            name = _column(cell)
            if name:
                columns.setdefault(name, at)
        if {"source", "target"} <= columns.keys():
            return row, columns
    return None


def _column(head: str) -> str:
    plain = " ".join(head.replace("_", " ").casefold().split())
    return next((name for name, words in FLOW_COLUMNS.items() if plain in words), "")
