"""Asker: what answers a question about a path. The window asks it in a worker, and offers questions only where there is one."""

from __future__ import annotations

from typing import Protocol

from workbench.model.design import Design
from workbench.progress import Progress, part
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Asked


class Asker(Protocol):
    """Answers a question of a design."""

    def __call__(self, design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        """The answer; it takes long, tells how far it is, and ends where `progress` raises Cancelled."""


def from_network(design: Design, asked: Asked, progress: Progress) -> PathAnswer:
    """The answer of the network that a design makes, which is kept for the next question and for all others who ask."""
    from workbench.reachability.asking import ask
    from workbench.reachability.keeper import KEEPER

    progress(0.1)
    found = KEEPER.asked(design, (asked.source, asked.target), part(progress, 0.1, 0.9))
    progress(0.9)
    return ask(found, *asked)


ASKER: Asker | None = from_network
"""Who answers in this program; without anybody no command and no panel asks."""


def is_joined() -> bool:
    """Whether questions about paths are answered."""
    return ASKER is not None
