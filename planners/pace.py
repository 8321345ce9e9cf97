"""Pace: long work in a thread stands back, where it breathes, for the thread that somebody looks at.

Threads of one interpreter take turns. A thread that says at whose pace it works lets the other go first; anywhere else
to breathe is to look at a variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_stand_back: ContextVar[Callable[[], object] | None] = ContextVar("stand_back", default=None)


@contextmanager
def at_pace(stand_back: Callable[[], object]) -> Iterator[None]:
    """Within, this thread calls a function wherever it breathes; the function returns once it may go on."""
    token = _stand_back.set(stand_back)
    try:
        yield
    finally:
        _stand_back.reset(token)


@contextmanager
def checking(check: Callable[[], object]) -> Iterator[None]:
    """Within, this thread calls a function as well wherever it breathes; what the function raises ends the work."""
    before = _stand_back.get()

    def both() -> None:
        if before is not None:
            before()
        check()

    with at_pace(both):
        yield


def breathe() -> None:
    """A place between two pieces of work of some milliseconds, where more urgent work may go first."""
    stand_back = _stand_back.get()
    if stand_back is not None:
        stand_back()


@contextmanager
def also_breathing(look: Callable[[], object]) -> Iterator[None]:
    """Within, this thread calls a function wherever it breathes, after what it does there already; it may raise."""
    before = _stand_back.get()

    def both() -> None:
        if before is not None:
            before()
        look()

    with at_pace(both):
        yield
