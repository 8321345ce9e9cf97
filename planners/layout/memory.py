"""What one arrangement leaves for the next: finished containers, and the number of columns each has chosen."""

from __future__ import annotations

from collections.abc import Container, Hashable
from dataclasses import dataclass, field

from planners.layout.block import Block
from planners.layout.templates import Plan


@dataclass(slots=True)
class Memory:
    """Kept between calls so that small changes cost little and move little.

    `columns` is the one thing that changes results: a container keeps its number of columns until another is
    clearly better. Plans and finished containers are taken again only where all they were made from is the same.
    """

    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    blocks: dict[str, tuple[Hashable, Block]] = field(default_factory=dict)
    plans: dict[str, tuple[Hashable, Plan]] = field(default_factory=dict)

    def known(self, key: str, made_from: Hashable) -> Block | None:
        """The finished container, if it was made from exactly this."""
        entry = self.blocks.get(key)
        return entry[1] if entry is not None and entry[0] == made_from else None

    def keep(self, key: str, made_from: Hashable, block: Block) -> None:
        """Remember a finished container."""
        self.blocks[key] = (made_from, block)

    def known_plan(self, key: str, made_from: Hashable) -> Plan | None:
        """The natural plan of a container made from this, if its columns are still the remembered ones."""
        entry = self.plans.get(key)
        if entry is None or entry[0] != made_from or entry[1].columns != self.columns.get(key):
            return None
        return entry[1]

    def forget(self, keys: Container[str]) -> None:
        """Drop everything about containers that are not among the keys."""
        for known in (self.columns, self.blocks, self.plans):
            for key in [key for key in known if key not in keys]:
                del known[key]
