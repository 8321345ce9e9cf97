"""Single questions about a design of 300 vSwitches beside the matrix of all its applications."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tools.samples.generated import SIZES
from tools.samples.inhabited import inhabited
from workbench.model.elements.application import Application
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.asking import ask
from workbench.reachability.known import answered
from workbench.reachability.modelled import Modelled, modelled
from workbench.reachability.verdicts import WORDS, Board

EACH = 100
Question = tuple[str, str, str, int]


def matrix_of(found: Modelled) -> dict[Question, str]:
    """What the matrix lists: the verdict of each pair on the first port of a class; the others are denied."""
    parties = [found.parties[one.id] for one in found.design.of_kind(Application)]
    packets = [(one.protocol, one.ranges[0][0]) for one in found.compiled.ports.classes]
    return {
        (parties[column].id, parties[int(target)].id, *packets[rows.port_class]): WORDS[
            rows.codes[at, column]
        ]
        for rows in Board(answered(found), parties).rows()
        for at, target in enumerate(rows.targets)
        for column in range(len(parties))
        if column != target
    }


def questions(found: Modelled, matrix: dict[Question, str]) -> Iterator[Question]:
    """A hundred about any two applications on any port, most of which are denied, and a hundred of the others."""
    die = Random(5)
    ids = [one.id for one in found.design.of_kind(Application)]
    for _ in range(EACH):
        source, target = die.sample(ids, 2)
        port_class = die.choice(found.compiled.ports.classes)
        yield source, target, port_class.protocol, port_class.ranges[0][0]
    yield from die.sample([one for one, verdict in matrix.items() if verdict != "deny"], EACH)


def test_two_hundred_questions_each_say_what_the_matrix_says() -> None:
    found = modelled(inhabited(SIZES["M"], 200))
    matrix = matrix_of(found)
    asked = [(one, ask(found, *one).verdict) for one in questions(found, matrix)]

    assert len(found.design.of_kind(VSwitch)) == 300
    assert len(asked) == 2 * EACH
    assert [(one, verdict) for one, verdict in asked if verdict != matrix.get(one, "deny")] == []
    counts = Counter(verdict for _, verdict in asked)
    assert min(counts[verdict] for verdict in ("allow", "partial", "deny")) > 20
