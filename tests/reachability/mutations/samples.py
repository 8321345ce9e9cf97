"""The clean samples that faults are made in, one an edition with networks, and one with more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.reachability.mutations.furnished import furnished
from tools.samples.clean import advanced, standard
from workbench.model.design import Design

SAMPLES: Final[dict[str, Callable[[], Design]]] = {
    "standard": standard,
    "advanced": advanced,
    "furnished": furnished,
}
"""The clean samples with applications and networks; `furnished` is the advanced one with what that one does without."""
