"""Opening a design of 10,000 elements, validated and indexed, against `json.loads` of the same file: the goal is 2."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.samples.generated import SIZES, generated
from workbench.storage.format import design_bytes, design_from

ROUNDS = 9


def opened(raw: bytes) -> None:
    """Reads a design and makes its indexes."""
    design, _ = design_from(raw)
    assert design.index


def best(work: Callable[[], object]) -> float:
    """The least time of several rounds, with nothing left over from the round before."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints both times and their ratio."""
    design = generated(SIZES["10k"])
    raw = design_bytes(design)
    opened(raw)
    plain = best(lambda: json.loads(raw))
    ours = best(lambda: opened(raw))
    print(f"{len(design):,} elements, {len(raw):,} bytes")
    print(
        f"json.loads {plain * 1000:.1f} ms, opened and indexed {ours * 1000:.1f} ms, ratio {ours / plain:.2f} (goal 2)"
    )


if __name__ == "__main__":
    main()
