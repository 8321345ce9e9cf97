"""Numbers of things in two languages."""

from __future__ import annotations

import pytest

from workbench.words import Words, counted


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("成员账号", "3 个成员账号"),
        ("管控策略", "3 条管控策略"),
        ("入方向规则", "3 条入方向规则"),
        ("路由表", "3 张路由表"),
        ("转发路由器路由表", "3 张转发路由器路由表"),
        ("路由条目", "3 个路由条目"),
        ("堡垒机", "3 台堡垒机"),
        ("地址申请", "3 项地址申请"),
    ],
)
def test_the_measure_word_is_that_of_the_longest_ending(noun: str, said: str) -> None:
    assert counted(3, Words(en="things", zh=noun)).zh == said


def test_a_thousand_has_its_comma_in_both_languages() -> None:
    things = counted(1200, Words(en="rules", zh="规则"))

    assert (things.en, things.zh) == ("1,200 rules", "1,200 条规则")
