"""What one arrangement leaves for the next: finished containers, and the number of columns each has chosen."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from planners.layout.level import Block


@dataclass(slots=True)
class Memory:
    """Kept between calls so that small changes cost little and move little.

    `columns` is the one thing that changes results: a container keeps its number of columns until another is
    clearly better. Finished containers are taken again only where everything they were made from is the same.
    """

    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    blocks: dict[str, tuple[Hashable, Block]] = field(default_factory=dict)

    def known(self, key: str, made_from: Hashable) -> Block | None:
        """The finished container, if it was made from exactly this."""
        entry = self.blocks.get(key)
        return entry[1] if entry is not None and entry[0] == made_from else None

    def keep(self, key: str, made_from: Hashable, block: Block) -> None:
        """Remember a finished container."""
        self.blocks[key] = (made_from, block)

    def forget(self, keys: set[str]) -> None:
        """Drop everything about containers that are not among the keys."""
        for key in [key for key in self.blocks if key not in keys]:
            del self.blocks[key]
        for key in [key for key in self.columns if key not in keys]:
            del self.columns[key]
