"""Names in one language or both."""

from __future__ import annotations

import pytest

from workbench.model.names import name_in
from workbench.words import Words


@pytest.mark.parametrize(
    "typed", ["Suzhou factory 苏州工厂", "苏州工厂 Suzhou factory", "Suzhou factory / 苏州工厂"]
)
def test_a_name_that_is_written_twice_is_split(typed: str) -> None:
    assert name_in(typed) == Words(en="Suzhou factory", zh="苏州工厂")


@pytest.mark.parametrize(
    "typed", ["VPC 生产", "生产 prod", "业务 App1 区", "武汉仓库 2 期", "B2 仓库 (2)", "华东1（杭州）"]
)
def test_letters_in_a_chinese_name_belong_to_it(typed: str) -> None:
    assert name_in(typed) == Words(zh=typed)


def test_a_name_without_chinese_is_english() -> None:
    assert name_in("plant") == Words(en="plant")
