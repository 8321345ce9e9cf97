"""What names of files and folders say."""

from __future__ import annotations

import pytest

from workbench.importers.accelerator.places import boundary_named, direction_named, region_named


@pytest.mark.parametrize(
    ("words", "region"),
    [
        (("default", "vpcs-bj"), "cn-beijing"),
        (("beijing-route-policies",), "cn-beijing"),
        (("policies", "shanghai", "cn-beijing"), "cn-shanghai"),
        (("sg-sh-combined",), "cn-shanghai"),
        (("vpc_cn-hangzhou",), "cn-hangzhou"),
        (("eu-central-1",), "eu-central-1"),
        (("shared", "dashboard", "bjorn"), None),
        (("bj-sh",), None),
        ((), None),
    ],
)
def test_the_nearest_name_that_holds_a_region_as_a_whole_word_decides(
    words: tuple[str, ...], region: str | None
) -> None:
    assert region_named(words) == region


def test_the_boundary_and_the_direction_are_words_too() -> None:
    words = ("in", "internet_control_policies", "cloud-firewall")

    assert boundary_named(words) == "internet"
    assert direction_named(words) == "in"
    assert boundary_named(("policies", "inside")) is None
