"""How plain words of YAML are read, and where their parts stand."""

from __future__ import annotations

import pytest

from workbench.importers.accelerator.plain_yaml import yaml_value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a: yes", {"a": "yes"}),
        ("a: on", {"a": "on"}),
        ("a: 22:30", {"a": "22:30"}),
        ("a: 2026-01-31", {"a": "2026-01-31"}),
        ("a: 0x10", {"a": "0x10"}),
        ("a: 010", {"a": 10}),
        ("a: -1/-1", {"a": "-1/-1"}),
        ("a: 1e3", {"a": 1000.0}),
        ("a: 'true'", {"a": "true"}),
        ("a: true", {"a": True}),
        ("a: !!str 1", {"a": "1"}),
        ("a: ~", {"a": None}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("1: one", {"1": "one"}),
        ("b: &b {x: 1, y: 2}\na:\n  <<: *b\n  y: 3", {"b": {"x": 1, "y": 2}, "a": {"x": 1, "y": 3}}),
    ],
)
def test_words_mean_what_the_core_schema_says(written: str, value: object) -> None:
    assert yaml_value(written)[0] == value


def test_every_part_knows_its_line() -> None:
    _, lines = yaml_value("a:\n  - b: 1\n    c: 2\n  - d\n")

    assert (lines["a"], lines["a[0].c"], lines["a[1]"]) == (2, 3, 4)
