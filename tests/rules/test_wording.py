"""Limits read out of figures, and names tidied."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.reference import fact
from workbench.rules.documents import policy_fault
from workbench.rules.wording import bounds, fits, numbers, tidy_cure, twins


def test_bounds_are_read_from_words_and_from_pairs() -> None:
    assert bounds(fact("directory.display-name")) == (2, 50)
    assert bounds(fact("cen.limits.tr_cidr_mask")) == (16, 24)


def test_an_override_that_names_no_numbers_is_passed_over() -> None:
    broken = fact("cen.limits.tr_cidr_mask").overriding("many", "ticket", "")

    assert bounds(broken) == (16, 24)


def test_an_overriding_list_of_numbers_is_read() -> None:
    wider = fact("security_group.limits.admin_ports").overriding("22, 2222", "ticket", "")

    assert numbers(wider) == (22, 2222)


def test_a_form_that_is_no_regular_expression_is_passed_over() -> None:
    broken = fact("directory.folder-name").overriding("[a-z](", "ticket", "")

    assert fits(broken, "Core")
    assert not fits(broken, "Core services")


def test_a_tidied_name_keeps_its_language() -> None:
    design = sketch('a folder name= name.zh="核心 业务"')

    cured = tidy_cure(design["a"], 24)[0].edit(design)

    assert cured["a"].name.zh == "核心-业务"


def test_a_name_that_leaves_nothing_has_no_cure() -> None:
    assert tidy_cure(sketch('a folder name="!!!"')["a"], 24) == []


def test_twins_share_kind_and_name() -> None:
    design = sketch("""
        a vpc name=one
        b vpc name=one
        c region name=one
        d vpc name=
        e vpc name=
    """)

    assert [twin.id for twin in twins(design)] == ["b"]


@pytest.mark.parametrize(
    ("document", "english"),
    [
        ('{"Version": "1", "Statement": [{}]}', None),
        ("{", "line 1, column 2 is not JSON"),
        ("[]", "it is no JSON object"),
        ("{}", "it has no Version"),
        ('{"Version": "1", "Statement": []}', "it has no Statement"),
        ("9" * 5000, "it holds a number that is too long, or is nested too deeply"),
    ],
)
def test_the_fault_of_a_policy_document_is_named(document: str, english: str | None) -> None:
    fault = policy_fault(document)

    assert (fault.said("en") if fault else None) == english
