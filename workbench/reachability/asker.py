"""Asker: what answers a question about a path. The window asks it in a worker, and offers questions only where there is one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from workbench.model.design import Design
from workbench.progress import Progress
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Asked

if TYPE_CHECKING:
    from workbench.reachability.modelled import Modelled


class Asker(Protocol):
    """Answers a question of a design."""

    def __call__(self, design: Design, asked: Asked, progress: Progress) -> PathAnswer:
        """The answer; it takes long, tells how far it is, and ends where `progress` raises Cancelled."""


def from_network(design: Design, asked: Asked, progress: Progress) -> PathAnswer:
    """The answer of the network that a design makes; that of the design asked last is kept."""
    from workbench.reachability.asking import ask

    progress(0.1)
    found = _network_of(design)
    progress(0.9)
    return ask(found, *asked)


@lru_cache(maxsize=1)
def _network_of(design: Design) -> Modelled:
    from workbench.reachability.modelled import modelled

    return modelled(design, places=True)


ASKER: Asker | None = from_network
"""Who answers in this program; without anybody no command and no panel asks."""


def is_joined() -> bool:
    """Whether questions about paths are answered."""
    return ASKER is not None
