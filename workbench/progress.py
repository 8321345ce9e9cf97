"""How long work tells how far it is: a function of a share from 0 to 1, which raises Cancelled where the user stopped it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from planners.pace import checking

Progress = Callable[[float], None]
EVERY: Final = 0.05
"""Seconds between two looks at whether work is to stop."""


def untold(share: float) -> None:
    """Nobody wants to know how far it is."""


@contextmanager
def stoppable(progress: Progress, share: float) -> Iterator[None]:
    """Within, work that tells no progress of its own is asked, wherever it breathes, whether it is to stop."""
    last = monotonic()

    def ask() -> None:
        nonlocal last
        if monotonic() - last > EVERY:
            last = monotonic()
            progress(share)

    with checking(ask):
        yield


def part(progress: Progress, begin: float, end: float) -> Progress:
    """The progress of a part that takes from one share of the whole to another."""
    return lambda share: progress(begin + (end - begin) * share)
