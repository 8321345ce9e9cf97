"""Work on a large list of flows is stopped where the user stops it, the grouping of the planner too."""

from __future__ import annotations

import random
import time

import pytest

from tests.reachability.synthesis.test_realising import two
from workbench.cancelled import Cancelled
from workbench.model.elements.application import Application
from workbench.reachability.synthesis import Listed, Wishes, curved


def test_grouping_that_takes_seconds_stops_soon_after_it_is_asked_to() -> None:
    ids = [f"x{number:03}" for number in range(400)]
    dice = random.Random(3)
    pairs = (dice.sample(ids, 2) for _ in range(6000))
    listed = [
        Listed(source, target, "tcp", (number % 40, number % 40), 2)
        for number, (source, target) in enumerate(pairs)
    ]
    design = two().adding(*(Application(id=id, vswitches=("a-1",)) for id in ids))
    stopping = 0.0

    def progress(share: float) -> None:
        nonlocal stopping
        if share >= 0.3:
            stopping = stopping or time.monotonic() + 0.1
            if time.monotonic() > stopping:
                raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        curved(design, Wishes(), listed, progress)
    assert stopping
    assert time.monotonic() - max(begun, stopping) < 3
