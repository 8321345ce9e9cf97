"""Invariants of a broken design are answered too, and what is said of them can be said."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.campaign import share
from tests.reachability.test_broken_designs import broken
from workbench.model.design import Design
from workbench.model.elements.invariant import Invariant
from workbench.reachability.invariants.library import adding, offered
from workbench.reachability.invariants.proofs import proofs
from workbench.reports.chapters.proofs import overview, sheets
from workbench.reports.standing import standing
from workbench.storage.files import open_design

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "enterprise.lzd"


def naming_anybody(design: Design, random: Random) -> Design:
    """The design with some invariants naming elements of all kinds, and some that do not exist."""
    ids = [*sorted(design.elements), "nowhere"]
    for one in random.sample(design.of_kind(Invariant), 5):
        ends = {name: tuple(random.sample(ids, 3)) for name in ("sources", "targets", "through")}
        design = design.replacing(
            one.id, **ends, sources_are=(), ports=random.choice([(), ("a/b",), ("9/1",)])
        )
    return design


def test_nothing_that_is_missing_or_wrong_stops_the_proofs() -> None:
    whole = open_design(SAMPLE, None).design
    whole = adding(offered(whole))(whole)
    for seed in range(share(200, least=6)):
        random = Random(seed)
        design = naming_anybody(broken(whole, random), random)

        found = proofs(design)

        assert len(found.invariants) == len(design.of_kind(Invariant)), seed
        assert all((one.witness is None) == (one.outcome == "empty") for one in found.invariants), seed


def test_proof_sheets_of_a_broken_design_are_written() -> None:
    whole = open_design(SAMPLE, None).design
    design = naming_anybody(broken(whole, Random(3)), Random(3))

    assert list(overview(design))
    assert list(sheets(design, standing(design)))
