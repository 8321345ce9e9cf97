"""Asker: what answers a question about a path. The window asks it in a worker, and offers questions only where there is one."""

from __future__ import annotations

from typing import Protocol

from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Asked


class Asker(Protocol):
    """Answers a question of a design."""

    def __call__(self, design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        """The answer; it takes long, tells how far it is, and ends where `progress` raises Cancelled."""


ASKER: Asker | None = None
"""Who answers in this program; without anybody no command and no panel asks."""


def is_joined() -> bool:
    """Whether questions about paths are answered."""
    return ASKER is not None
