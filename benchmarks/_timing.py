"""The least time of some runs: whatever else the machine does only ever adds."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter, process_time
from typing import TypeVar

Result = TypeVar("Result")


def least_work(work: Callable[[], Result], times: int = 3) -> tuple[float, Result]:
    """The least seconds of this process's own work, so that others on the machine do not count, and the result."""
    return _least(work, times, process_time)


def least_time(work: Callable[[], object], times: int = 7) -> float:
    """The least seconds on the clock, with nothing left over from the run before."""
    return _least(work, times, perf_counter, gc.collect)[0]


def _least(
    work: Callable[[], Result],
    times: int,
    clock: Callable[[], float],
    before: Callable[[], object] = lambda: None,
) -> tuple[float, Result]:
    spans = []
    for _ in range(times):
        before()
        start = clock()
        result = work()
        spans.append(clock() - start)
    return min(spans), result
