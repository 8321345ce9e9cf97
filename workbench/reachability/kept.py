"""Kept: the latest of something that takes long to make, made once however many threads ask for it at the same time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from typing import Generic, NamedTuple, TypeVar

from workbench.model.design import Design
from workbench.progress import EVERY, Progress, stoppable

Extra = TypeVar("Extra")
Value = TypeVar("Value")


class _Run(Generic[Extra, Value]):
    """Something that is being made for somebody, while others may wait for it."""

    def __init__(self, number: int, design: Design, extra: Extra) -> None:
        self.number, self.design, self.extra = number, design, extra
        self.ended, self.share = Event(), 0.0
        self.made: tuple[Value] | None = None

    def is_of(self, design: Design, extra: Extra) -> bool:
        """Whether it is made of the same; designs are values that take long to compare, so the very same is meant."""
        return self.design is design and self.extra == extra


class Latest(NamedTuple, Generic[Extra, Value]):
    """What was made last, and of what."""

    design: Design
    extra: Extra
    value: Value


class Kept(Generic[Extra, Value]):
    """Has something made of a design, and of what else tells two askers apart, and keeps what was made last.

    `make` is handed what was kept before, from which it may take what still holds. Who asks for what is being made waits
    for it; where he that it is made for stops, or it fails, one of those who wait makes it himself.
    """

    def __init__(self, make: Callable[[Design, Extra, Latest[Extra, Value] | None, Progress], Value]) -> None:
        self._make, self._lock = make, Lock()
        self._latest: Latest[Extra, Value] | None = None
        self._latest_run = 0
        self._runs: list[_Run[Extra, Value]] = []
        self._begun = 0

    def of(self, design: Design, extra: Extra, progress: Progress) -> Value:
        """What is made of a design. Whatever `progress` raises ends the asking, and nobody else's."""
        while True:
            with self._lock:
                latest = self._latest
                if latest is not None and latest.design is design and latest.extra == extra:
                    return latest.value
                run = next((one for one in self._runs if one.is_of(design, extra)), None)
                mine = run or self._begin(design, extra)
            if run is None:
                return self._made(mine, latest, progress)
            while not run.ended.wait(EVERY):
                progress(run.share)
            if run.made is not None:
                return run.made[0]

    def known(self, design: Design, extra: Extra) -> Value | None:
        """What is made of a design already."""
        latest = self._latest
        return latest.value if latest and latest.design is design and latest.extra == extra else None

    def _begin(self, design: Design, extra: Extra) -> _Run[Extra, Value]:
        self._begun += 1
        run = _Run[Extra, Value](self._begun, design, extra)
        self._runs.append(run)
        return run

    def _made(
        self, run: _Run[Extra, Value], latest: Latest[Extra, Value] | None, progress: Progress
    ) -> Value:
        def tell(share: float) -> None:
            run.share = share
            progress(share)

        try:
            with stoppable(lambda share: progress(run.share), 0.0):
                value = self._make(run.design, run.extra, latest, tell)
            run.made = (value,)
            with self._lock:
                # Who began earlier and took longer does not displace what was asked for since.
                if run.number > self._latest_run:
                    self._latest, self._latest_run = Latest(run.design, run.extra, value), run.number
            return value
        finally:
            with self._lock:
                self._runs.remove(run)
            run.ended.set()
