"""The headings of a matrix: what is shown of its parties, and codes that are never the same twice."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.reachability.headings import codes_of, headings_of
from workbench.words import Words


def test_a_party_has_the_name_symbol_and_colour_of_what_it_is() -> None:
    design = sketch("""
        prod environment letter=P colour=blue
        web security-domain name.en="Web · prod" environment=prod
          hr application name.en="HR portal" name.zh=人力门户
        lab security-domain name.en=Laboratory
    """)

    web, portal, lab = headings_of(design, ("web", "hr", "lab"))

    assert (web.name.en, web.symbol, web.code, web.ink) == (
        "Web · prod",
        "security-domain",
        "WEB",
        "category.blue",
    )
    assert (portal.symbol, portal.code, portal.ink) == ("application", "HRP", "category.blue")
    assert lab.ink == "wire2"


def test_a_security_domain_has_the_colour_that_all_in_it_share() -> None:
    design = sketch("""
        prod environment letter=P colour=blue
        test environment letter=T colour=olive
        web security-domain
          shop application environment=prod
          stock application environment=prod
        mixed security-domain
          old application environment=prod
          new application environment=test
    """)

    assert [one.ink for one in headings_of(design, ("web", "mixed"))] == ["category.blue", "wire2"]


def test_of_one_that_is_gone_the_id_is_told() -> None:
    (gone,) = headings_of(sketch("a account"), ("was-here",))

    assert (gone.name, gone.symbol, gone.code) == (Words(en="was-here"), "question", "WAS")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (Words(en="DMZ"), "DMZ"),
        (Words(en="NJ"), "NJ"),
        (Words(zh="支付"), "支付"),
        (Words(zh="日志归档"), "日志"),
        (Words(zh="生产 1 区"), "生产"),
        (Words(en="…"), "X"),
        (Words(en="· · ·", zh="公网"), "公网"),
    ],
)
def test_a_code_is_how_the_name_begins(name: Words, code: str) -> None:
    assert codes_of([name]) == (code,)


def test_names_that_begin_alike_have_codes_apart() -> None:
    assert codes_of([Words(en=one) for one in ("App one", "App two", "App", "App")]) == (
        "APP",
        "APT",
        "A00",
        "A01",
    )


def test_two_thousand_names_that_begin_alike_are_told_apart() -> None:
    codes = codes_of([Words(en=f"app-{number:04}") for number in range(2_000)])

    assert len(set(codes)) == 2_000


def test_the_internet_has_its_name_and_symbol_where_nobody_drew_it() -> None:
    (one,) = headings_of(sketch("eip eip"), ["internet"])

    assert (one.name.said("en"), one.name.said("zh"), one.symbol) == ("Internet", "互联网", "internet")
