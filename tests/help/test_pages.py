"""The help: a page of every kind and every rule in both languages, without a dead link."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from workbench.help import Page, pages
from workbench.help.first_steps import STEPS, done
from workbench.model.element import KINDS
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings, registered
from workbench.texts import LANGUAGES, Language

SMALL = """
eng engagement customer.en=Acme
sheet-a sheet shows=account
sheet-n sheet shows=network
rd resource-directory
  core folder name.en=Core
    net account name.en=acme-network name.zh=网络账号
  business folder name.en=Business
    app account name.en=acme-shop name.zh=商城账号
  boss account name.en=acme-management name.zh=管理账号 role=management
hz region region_id=cn-hangzhou
  hz-h zone zone_id=cn-hangzhou-h
  hz-i zone zone_id=cn-hangzhou-i
vpc vpc parent=net region=hz blocks=10.1.0.0/16 name.en=shop
  a vswitch zone=hz-h block=10.1.0.0/24 name.en=shop-h
  b vswitch zone=hz-i block=10.1.1.0/24 name.en=shop-i
"""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Checked(HTMLParser):
    """Notes links, and tags that are not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)
        self.links += [value or "" for name, value in attributes if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(page: Page, language: Language) -> Checked:
    found = Checked()
    found.feed(page.body(language))
    return found


def test_every_kind_and_every_rule_has_its_page() -> None:
    assert {f"kind:{tag}" for tag in KINDS} - set(pages()) == {"kind:opaque", "kind:placement"}
    assert {f"rule:{id}" for id in registered()} <= set(pages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_whole_and_every_link_leads_to_a_page(language: Language) -> None:
    for page in pages().values():
        found = read(page, language)
        assert found.open == [], page.id
        assert all(link.removeprefix("page:") in pages() for link in found.links), page.id


def test_every_page_is_told_in_chinese_too() -> None:
    for page in pages().values():
        assert CHINESE.search(page.body("zh")), page.id
        assert not CHINESE.search(page.title.said("en")), page.id


def test_the_first_steps_lead_to_a_small_design_without_an_error() -> None:
    design = sketch(SMALL)

    assert done(design) == tuple(step.id for step in STEPS)
    assert done(sketch("eng engagement")) == ()
    assert [finding for finding in fresh_findings(design) if finding.severity in ("error", "warning")] == []
