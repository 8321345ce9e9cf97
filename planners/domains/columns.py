"""Every flow meant as one row of numbers, for what is counted over all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

Column = np.ndarray[tuple[int], np.dtype[np.int64]]


class Columns(NamedTuple):
    """Source, target and port class of every flow."""

    source: Column
    target: Column
    port: Column

    @classmethod
    def at_keys(cls, keys: Column, places: int, ports: int) -> Columns:
        """The columns of flows of which `keys` are the numbers."""
        pairs, port = np.divmod(keys, max(1, ports))
        return cls(*np.divmod(pairs, max(1, places)), port)

    @classmethod
    def of(cls, flows: Iterable[tuple[int, int, int]]) -> Columns:
        """The columns of flows that are listed."""
        return cls(*np.array(list(flows), dtype=np.int64).reshape(-1, 3).T)

    def at(self, home: Column) -> Columns:
        """The same flows between what each app is at home in."""
        return Columns(home[self.source], home[self.target], self.port)

    def keys(self, places: int, ports: int) -> Column:
        """One number a flow, in the order of source, target and port class."""
        return (self.source * places + self.target) * ports + self.port

    def kept(self, which: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Columns:
        """Some of the flows."""
        return Columns(*(column[which] for column in self))
