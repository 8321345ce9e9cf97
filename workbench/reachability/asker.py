"""Asker: what answers a question about a path. Whoever shows answers is given one, and asks it beside the window."""

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
