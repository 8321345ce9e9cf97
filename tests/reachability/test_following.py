"""What is kept of a design that is being edited is what a fresh reading of it gives, whatever the edit was."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.reachability.edited import begun, edited
from workbench.model.design import Design
from workbench.model.elements.folder import Folder
from workbench.model.elements.security_group import SecurityRule
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.reachability.by_domain import Drawn
from workbench.reachability.changes import changed
from workbench.reachability.keeper import Keeper
from workbench.reachability.known import Known, known
from workbench.reachability.matrices import Matrices, touched_parties
from workbench.reachability.modelled import Modelled, modelled

EDITS = 4


def lines(rule: str) -> str:
    """Twelve applications, each open on 443 to all; the first has one more rule."""
    out = [
        "    vpc-a vpc blocks=10.1.0.0/16",
        "      a-1 vswitch block=10.1.1.0/24",
    ]
    for number in range(12):
        out.append(f"      sg-{number} security-group inner=Drop")
        out.append("        - rules port=443/443 block=10.1.0.0/16")
        if number == 0 and rule:
            out.append(f"        - rules {rule} block=10.1.0.0/16")
    out += [f"    app-{number} application vswitches=a-1 groups=sg-{number}" for number in range(12)]
    return "\n".join(out)


def alike(one: Matrices, other: Matrices) -> bool:
    """Whether two pairs of matrices show the same in every cell."""
    return all(
        here.parties == there.parties
        and (here.codes == there.codes).all()
        and dict(here.passing) == dict(there.passing)
        for here, there in zip(one, other, strict=True)
    )


def is_as_read(found: Modelled, design: Design, *, places: bool) -> bool:
    """Whether a network is what a fresh reading of the design makes of it."""
    fresh = modelled(design, places=places)
    return (
        found.design is design
        and found.network == fresh.network
        and found.parties == fresh.parties
        and found.doubts == fresh.doubts
        and set(found.compiled.cuts) == set(fresh.compiled.cuts)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("port=22/22", ""),
        ("port=22/22", "port=443/443 priority=1"),
        ("", "port=22/22"),
        ("port=22/22", "port=22/22 action=drop"),
    ],
)
def test_an_edit_of_a_rule_gives_the_matrices_that_a_fresh_reading_gives(before: str, after: str) -> None:
    keeper, design = Keeper(), sketch(lines(after))
    keeper.drawn(sketch(lines(before)))

    assert alike(keeper.answered(design).matrices, Keeper().answered(design).matrices)


@settings(max_examples=share(400), deadline=None)
@given(st.integers(0, 2**32))
def test_after_any_edits_everything_kept_is_that_of_a_fresh_reading(seed: int) -> None:
    random, keeper, design = Random(seed), Keeper(), begun(seed)
    drawn: Drawn = keeper.drawn(design)
    for _ in range(EDITS):
        was, design = drawn, edited(design, random)
        drawn, fresh = keeper.drawn(design), Keeper().drawn(design)

        assert is_as_read(drawn.answered.found, design, places=False)
        assert is_as_read(keeper.network(design, places=True), design, places=True)
        assert list(drawn.answered.answers.stretches()) == list(fresh.answered.answers.stretches())
        assert alike(drawn.answered.matrices, fresh.answered.matrices)
        assert alike(drawn.matrices, fresh.matrices)
        turned = changed(Known(*was.answered[:2]), Known(*drawn.answered[:2]))
        anew = changed(known(was.answered.found.design), known(design))
        assert sorted(map(str, turned)) == sorted(map(str, anew))


@pytest.mark.parametrize(
    ("id", "fields"),
    [
        ("app-1", {"groups": ("sg-d",)}),
        ("app-1", {"vswitches": ("a-2",)}),
        ("sg-d", {"type": "enterprise"}),
        ("sg-d", {"parent": "vpc-b"}),
        ("sg-d", {"inner": "Drop"}),
        ("sg-d", {"rules": (SecurityRule(block="10.1.1.0/25"),)}),
        ("sg-d", {"rules": (SecurityRule(block="203.0.113.0/24"),)}),
        ("sg-d", {"rules": (SecurityRule(block="8.0.0.0/8"),)}),
        ("sg-d", {"rules": ()}),
    ],
)
def test_whatever_a_network_hangs_on_is_followed(id: str, fields: dict[str, object]) -> None:
    keeper, before = Keeper(), begun(5)
    keeper.network(before)
    keeper.network(before, places=True)
    after = before.replacing(id, **fields)

    assert is_as_read(keeper.network(after), after, places=False)
    assert is_as_read(keeper.network(after, places=True), after, places=True)
    assert is_as_read(keeper.network(before), before, places=False)


@pytest.mark.parametrize("id", ["f-0", "sg-d", "core"])
def test_an_element_of_another_kind_under_the_same_id_is_followed(id: str) -> None:
    keeper, before = Keeper(), begun(5).adding(Folder(id="core"))
    keeper.network(before)
    after = before.adding(Vpc(id=id, blocks=("10.9.0.0/16",)))

    assert is_as_read(keeper.network(after), after, places=False)
    assert is_as_read(keeper.network(before), before, places=False)


def test_another_rule_adds_up_the_cells_of_its_group_alone() -> None:
    keeper, before = Keeper(), sketch(lines("port=22/22"))
    first = keeper.answered(before)
    design = before.replacing("sg-0", rules=before["sg-0"].rules[:1])  # type: ignore[attr-defined]

    after = keeper.answered(design)

    places = touched_parties(first.answers, Known(*after[:2]))
    assert places is not None
    assert [after.matrices.compared.parties[place] for place in places] == ["app-0"]
    assert after.found.parties is first.found.parties
    assert after.found.network.vpcs is first.found.network.vpcs
    assert after.answers.parts.pairs is first.answers.parts.pairs


def test_what_says_nothing_of_networks_has_nothing_computed() -> None:
    keeper, before = Keeper(), sketch(lines("") + "\n    core folder")
    first = keeper.drawn(before)

    after = keeper.drawn(before.removing(["core"]))

    assert after.answered.found.design is not before
    assert after.answered.found.network is first.answered.found.network
    assert after.answered.answers is first.answered.answers
    assert after.answered.matrices is first.answered.matrices
    assert after.matrices is first.matrices


def test_what_is_kept_says_by_domain_what_stands_in_a_domain_now() -> None:
    keeper, before = Keeper(), sketch(lines("") + "\n    dom security-domain")
    keeper.drawn(before)

    after = keeper.drawn(before.replacing("app-0", parent="dom"))

    assert "dom" in after.matrices.compared.parties
    assert "app-0" not in after.matrices.compared.parties
