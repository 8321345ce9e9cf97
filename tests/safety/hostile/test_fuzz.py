"""Hostile files: a clear error or a design, never a crash, a hang or a changed original."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.campaign import LONG, share
from tests.safety.hostile.cases import KINDS_OF_CASES
from tests.safety.hostile.watch import Watched

COUNTS = {
    "lzd": 5_000,
    "yaml": 5_000,
    "json": 5_000,
    "requests": 5_000,
    "pasted": 2_000,
    "own": 2_000,
    "tables": 4_000,
}
START = random.SystemRandom().randrange(10**9) if LONG else 0
"""The seed of the first case; the rest follow it one by one."""


@pytest.mark.parametrize("kind", KINDS_OF_CASES)
def test_a_mutated_file_is_a_clear_error_or_a_design(kind: str, tmp_path: Path) -> None:
    seeds, results = range(START, START + share(COUNTS[kind])), Counter[str]()
    wrong: dict[int, str] = {}

    with Watched(tmp_path) as watched:
        for seed in seeds:
            came = watched.tried(kind, seed)
            results[came.get("result", "wrong")] += 1
            if "wrong" in came:
                wrong[seed] = came["wrong"]

    print(f"{kind}: seeds from {START}, {dict(results)}")
    told = "\n\n".join(f"{kind} {seed}: {what}" for seed, what in list(wrong.items())[:5])
    assert not wrong, f"{len(wrong)} of {len(seeds)}, such as\n{told}"
    # A campaign that only ever sees one outcome looks at nothing.
    assert len(results) > 1
