"""Opening a design of 10,000 elements, validated and indexed, against `json.loads` of the same file: the goal is 2."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._timing import least_time
from tools.samples.generated import SIZES, generated
from workbench.storage.format import design_bytes, design_from

ROUNDS = 9


def opened(raw: bytes) -> None:
    """Reads a design and makes its indexes."""
    design, _ = design_from(raw)
    assert design.index


def main() -> None:
    """Prints both times and their ratio."""
    design = generated(SIZES["10k"])
    raw = design_bytes(design)
    opened(raw)
    plain = least_time(lambda: json.loads(raw), ROUNDS)
    ours = least_time(lambda: opened(raw), ROUNDS)
    print(f"{len(design):,} elements, {len(raw):,} bytes")
    print(
        f"json.loads {plain * 1000:.1f} ms, opened and indexed {ours * 1000:.1f} ms, ratio {ours / plain:.2f} (goal 2)"
    )


if __name__ == "__main__":
    main()
