"""What stands beside a name is said in words of the reader's language."""

from __future__ import annotations

import pytest

from workbench.model.detail import detail_of
from workbench.model.sketch import sketch
from workbench.texts import LANGUAGES

DESIGN = sketch("""
    hz region region_id=cn-hangzhou
    inside security-domain trust=high
    nowhere security-domain
    figure fact-override fact=cen.peering value=true
    tr transit-router region=hz
      policy routing-policy priority=10 action=Deny
      sg security-group
        - rules action=accept port=22/22 block=10.0.0.0/8
        - rules action=accept port=443/443 block=10.0.0.0/8
      v vpc blocks=10.1.0.0/16
""")


@pytest.mark.parametrize(
    ("id", "english", "chinese"),
    [
        ("inside", "high", "高"),
        ("nowhere", "", ""),
        ("figure", "yes", "是"),
        ("policy", "10 deny", "10 拒绝"),
        ("sg", "2 rules", "2 条规则"),
        ("v", "10.1.0.0/16", "10.1.0.0/16"),
    ],
)
def test_a_detail_is_worded_as_its_field_is(id: str, english: str, chinese: str) -> None:
    detail = detail_of(DESIGN[id])

    assert (detail.said("en"), detail.said("zh")) == (english, chinese)


def test_no_kind_shows_the_stored_word_of_a_choice_in_chinese() -> None:
    for element in DESIGN:
        for field in element.kind.fields:
            value = getattr(element, field.name)
            label = field.choices.get(value) if isinstance(value, str) else None
            if label and value and value in element.meta().split(" "):
                assert all(
                    label.said(language) in detail_of(element).said(language) for language in LANGUAGES
                )
