"""Which rows a search leaves: by name, pinyin, block and demand, and by an address that lies in a block."""

from __future__ import annotations

from collections.abc import Iterable

from planners.addresses import Block
from workbench.planning.drawn import block_or_none
from workbench.planning.plan_table.table import PlanTable
from workbench.searching import Called, Index, called
from workbench.texts import LANGUAGES


class PlanSearch:
    """What the rows of a table are called by, put together a few at a time, and asked as often as somebody types."""

    def __init__(self, table: PlanTable) -> None:
        self.table = table
        self._index: Index[str] = Index(table.seats, self._called)

    def read(self, most: int) -> bool:
        """Puts down what so many more rows are called by; whether that was not all of them yet."""
        return self._index.read(most)

    def matching(self, typed: str) -> frozenset[str]:
        """The rows that hold every word, with those above them; for an address the blocks it lies in."""
        address = block_or_none(f"{typed.strip()}/{128 if ':' in typed else 32}")
        found = self._around(address) if address else self._index.found(typed)
        kept: set[str] = set()
        for key in found:
            kept.add(key)
            kept.update(self.table.above(key))
        return frozenset(kept)

    def _around(self, address: Block) -> Iterable[str]:
        rows = ((key, self.table.row(key).parsed) for key in self.table.seats)
        return (key for key, block in rows if block and block.holds(address))

    def _called(self, key: str) -> Called:
        row, seat = self.table.row(key), self.table.seats[key]
        words = [part.said(language) for part in (row.name, row.demand) for language in LANGUAGES]
        return called(*words, row.block, seat.element)
