"""A broken design is normal work: whatever is missing or turned, it is read and answered, and nothing raises."""

from __future__ import annotations

from pathlib import Path
from random import Random

import msgspec
import pytest

from tests.campaign import share
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.reachability.asking import ask
from workbench.reachability.keeper import Keeper
from workbench.reachability.modelled import modelled
from workbench.storage.files import open_design

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
WRONG = ("", "nowhere", "10.0.0.1/8", "::/0", "999/1", "a/b", "0.0.0.0/0", "\U0001f600")


def broken(design: Design, random: Random) -> Design:
    """The design with some elements gone, and fields of others emptied, crossed or filled with nonsense."""
    elements = sorted(design.elements.values(), key=lambda one: one.id)
    design = design.removing(one.id for one in random.sample(elements, random.randrange(3)))
    for one in random.sample(elements, 4):
        if one.id in design:
            design = design.adding(_spoiled(one, [other.id for other in elements], random))
    return design


def _spoiled(one: Element, ids: list[str], random: Random) -> Element:
    """The element with one field changed as the file format allows."""
    data = msgspec.to_builtins(one)
    fields = [name for name in type(one).__struct_fields__ if name not in ("id", "name", "note", "tags")]
    field = random.choice(fields)
    known = getattr(one, field)
    if isinstance(known, str):
        data[field] = random.choice([*WRONG, random.choice(ids)])
    elif isinstance(known, tuple):
        data[field] = random.choice([[], [*data.get(field, ()), *data.get(field, ())]])
    else:
        data[field] = None
    try:
        return msgspec.convert(data, type(one))
    except msgspec.ValidationError:
        return one


@pytest.mark.parametrize("sample", ["enterprise", "advanced"])
def test_nothing_that_is_missing_or_wrong_stops_the_answer(sample: str) -> None:
    design = open_design(SAMPLES / f"{sample}.lzd").design
    for seed in range(share(400)):
        random = Random(seed)
        spoiled = broken(design, random)
        answered = Keeper().answered(spoiled)
        found = modelled(spoiled, places=True)
        ends = random.sample(sorted(found.parties), 2)

        answer = ask(found, ends[0], ends[1], random.choice(["tcp", "all"]), 443)

        assert len(answered.matrices.compared.parties) == len(answered.matrices.computed.codes), seed
        assert answer.decided.said("zh"), seed


def test_an_empty_design_has_an_empty_matrix() -> None:
    answered = Keeper().answered(Design.of())

    assert answered.matrices.compared.parties == ()
    assert answered.matrices.compared.counts()["open"] == 0
