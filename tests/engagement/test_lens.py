"""What the edition of the contract makes of an element."""

from __future__ import annotations

import pytest

from workbench.engagement.contract import clauses, editions, items_under
from workbench.engagement.lens import Coverage, coverage, domains_in_force
from workbench.model.element import KINDS
from workbench.model.elements.engagement import Engagement
from workbench.model.sketch import sketch
from workbench.rules.kinds import COVERED
from workbench.texts import LANGUAGES

BASIC_NETWORK = Engagement(id="deal", edition="basic", choice="network")
BASIC_SECURITY = Engagement(id="deal", edition="basic", choice="security")
BASIC_OPEN = Engagement(id="deal", edition="basic")
STANDARD = Engagement(id="deal", edition="standard")
ADVANCED = Engagement(id="deal", edition="advanced")
SCOPES = (BASIC_NETWORK, BASIC_SECURITY, BASIC_OPEN, STANDARD, ADVANCED)


def lens(kind: str, engagement: Engagement | None) -> Coverage:
    return coverage(sketch(f"thing {kind}")["thing"], engagement)


def test_every_item_that_a_kind_names_is_one_of_the_contract() -> None:
    for kind in KINDS.values():
        assert not kind.clause_item or items_under(kind.clause_item), kind.tag


@pytest.mark.parametrize(
    ("kind", "covered"),
    [
        # basic with network, basic with security, basic still open, standard, advanced
        ("vpc", (True, False, True, True, True)),
        ("security-group", (False, True, True, True, True)),
        ("account", (True, True, True, True, True)),
        ("access-configuration", (True, True, True, True, True)),
        ("circuit", (False, False, False, True, True)),
        ("vbr", (False, False, False, True, True)),
        ("vpn-gateway", (True, False, True, True, True)),
        ("data-centre", (True, False, True, True, True)),
        ("bastion-host", (True, False, True, True, True)),
        ("sheet", (True, True, True, True, True)),
    ],
)
def test_the_edition_and_its_choice_decide_what_is_covered(kind: str, covered: tuple[bool, ...]) -> None:
    assert tuple(lens(kind, engagement).covered for engagement in SCOPES) == covered


def test_the_clause_is_that_of_the_edition_in_force() -> None:
    assert lens("vpc", BASIC_NETWORK).clause == "2.1/3/1/2"
    assert lens("vpc", STANDARD).clause == "2.2/3/1/2"
    assert lens("vpc", ADVANCED).clause == "2.3/3/1/2"


def test_what_is_left_out_names_the_clause_that_would_cover_it() -> None:
    assert lens("security-group", BASIC_NETWORK).clause == "2.1/4/1/1"


def test_a_circuit_in_basic_is_left_out_by_the_limit_to_vpn() -> None:
    left_out = lens("circuit", BASIC_NETWORK)

    assert left_out.limit == "vpn-only"
    assert left_out.clause == "2.1/3/1/1"


def test_without_an_engagement_everything_counts_as_covered() -> None:
    assert lens("circuit", None).covered
    assert lens("circuit", None).clause == ""


def test_every_answer_is_a_sentence_in_both_languages_with_a_clause_of_the_contract() -> None:
    for type_ in COVERED:
        for engagement in SCOPES:
            answer = lens(type_.kind.tag, engagement)

            assert answer.clause in clauses()
            english, chinese = (answer.sentence.said(language) for language in sorted(LANGUAGES))
            assert answer.clause in english
            assert answer.clause in chinese
            assert english != chinese


def test_basic_holds_account_management_and_its_choice() -> None:
    assert domains_in_force(BASIC_NETWORK) == ("account", "network")
    assert domains_in_force(BASIC_SECURITY) == ("account", "security")
    assert domains_in_force(BASIC_OPEN) == ("account", "network", "security")


def test_standard_and_advanced_hold_all_six_domains() -> None:
    assert len(domains_in_force(STANDARD)) == len(domains_in_force(ADVANCED)) == 6


def test_only_advanced_implements() -> None:
    assert [edition.id for edition in editions().values() if edition.implements] == ["advanced"]
