"""Everything that is proved and refuted of a design, worked out once for all who tell of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.reachability.invariants.flows import flow_results
from workbench.reachability.invariants.results import Result, places_of, results
from workbench.reachability.keeper import KEEPER


class Proofs(NamedTuple):
    """The results of a design's invariants, and those of its flows."""

    invariants: tuple[Result, ...]
    flows: tuple[Result, ...]


def proofs(design: Design, progress: Progress = untold) -> Proofs:
    """The proofs of a design; it takes long for a large one."""
    found, answers = KEEPER.known(design, progress, places=places_of(design))
    return Proofs(results(found, answers), flow_results(found, answers))


@lru_cache(maxsize=1)
def proofs_of(design: Design) -> Proofs:
    """The same, kept until another design is asked about: the chapters of a document and its tables share it."""
    return proofs(design)
