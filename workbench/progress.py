"""How long work tells how far it is: a function of a share from 0 to 1, which raises Cancelled where the user stopped it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]


def untold(share: float) -> None:
    """Nobody wants to know how far it is."""


def part(progress: Progress, begin: float, end: float) -> Progress:
    """The progress of a part that takes from one share of the whole to another."""
    return lambda share: progress(begin + (end - begin) * share)
