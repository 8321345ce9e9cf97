"""A matrix by domain says of each pair of domains the worst of its applications' cells, and all that passes in them."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.security_domain import SecurityDomain
from workbench.reachability.by_domain import WORST, ByDomain
from workbench.reachability.matrix import STATES, Matrix, Passing
from workbench.reachability.portwords import shortened

WORDS = [
    "",
    "443",
    "80, 443",
    "443, 80",
    "22",
    "53/udp",
    "all tcp",
    "1, 2, 3 +4",
    "5",
    "6",
    "7",
    "8, 9",
    "all",
]
OWN = STATES.index("own")


def placed(die: Random) -> Design:
    """Some applications, most of them in one of three domains."""
    domains = [SecurityDomain(id=f"d{number}") for number in range(3)]
    parents = (*(one.id for one in domains), None)
    count = die.randrange(13)
    return Design.of(
        [*domains, *(Application(id=f"a{number:02}", parent=die.choice(parents)) for number in range(count))]
    )


def matrix(design: Design, random: np.random.Generator, words: list[str]) -> Matrix:
    """Any states and ports of the applications of a design."""
    ids = tuple(one.id for one in design.of_kind(Application))
    codes = random.integers(1, len(STATES), (len(ids), len(ids))).astype(np.uint8)
    numbers = random.integers(0, len(words), codes.shape).astype(np.int32)
    numbers[random.random(codes.shape) < 0.4] = 0
    return with_own(ids, codes, numbers, words)


def with_own(ids: tuple[str, ...], codes: np.ndarray, numbers: np.ndarray, words: list[str]) -> Matrix:  # type: ignore[type-arg]
    np.fill_diagonal(codes, OWN)
    np.fill_diagonal(numbers, 0)
    return Matrix(ids, codes, Passing(numbers, words))


def edited(before: Matrix, random: np.random.Generator, words: list[str]) -> Matrix:
    """The same but for the row or the column of one application."""
    codes, numbers = before.codes.copy(), before.passing.numbers.copy()  # type: ignore[attr-defined]
    count = len(codes)
    at = int(random.integers(0, count))
    cells = (at, slice(None)) if random.random() < 0.5 else (slice(None), at)
    codes[cells], numbers[cells] = (
        random.integers(1, len(STATES), count),
        random.integers(0, len(words), count),
    )
    return with_own(before.parties, codes, numbers, words)


def ports_of(cells: list[tuple[int, int]], of: Matrix) -> str:
    """What passes in some cells, as a reader would put it together word by word."""
    numbers = sorted({int(of.passing.numbers[cell]) for cell in cells} - {0})  # type: ignore[attr-defined]
    words = [WORDS[number] for number in numbers]
    if len(words) < 2:
        return "".join(words)
    parts = list(dict.fromkeys(part for word in words for part in word.split(", ")))
    return "all" if "all" in parts else shortened(parts)


@pytest.mark.parametrize("seed", range(60))
def test_a_cell_of_two_domains_sums_up_those_of_their_applications(seed: int) -> None:
    design = placed(Random(seed))
    of = matrix(design, np.random.default_rng(seed), WORDS[: len(WORDS) - seed % 2])
    found = ByDomain(of.parties, design).matrix(of)
    inside = {
        id: [at for at, one in enumerate(of.parties) if id in (one, design[one].parent)]
        for id in found.parties
    }

    assert sorted(at for places in inside.values() for at in places) == [*range(len(of.parties))]
    for row, source in enumerate(found.parties):
        for column, target in enumerate(found.parties):
            cells = [(one, other) for one in inside[source] for other in inside[target]]
            states = {of.state(*cell) for cell in cells}
            worst = next((state for state in WORST if state in states), "blocked")
            assert found.state(row, column) == ("own" if row == column else worst)
            assert found.ports(row, column) == ports_of(cells, of)


@pytest.mark.parametrize("seed", range(60))
def test_after_an_edit_it_is_that_of_a_fresh_matrix(seed: int) -> None:
    die, random = Random(seed), np.random.default_rng(seed)
    design = placed(die).adding(Application(id="a99", parent="d0"))
    before = matrix(design, random, WORDS)
    by = ByDomain(before.parties, design)
    after = edited(before, random, [*WORDS, "99"])

    followed = by.matrix(after, (before, by.matrix(before)))

    fresh = ByDomain(after.parties, design).matrix(after)
    assert (followed.codes == fresh.codes).all()
    assert dict(followed.passing) == dict(fresh.passing)
