"""A line of text takes one line of plain letters."""

import pytest

from workbench.reading import one_line


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("  plain  name ", "plain name"),
        ("first\r\nsecond\tthird", "first second third"),
        ("bell\x07\x00end", "bell end"),
        ("turned \u202eback\u202c", "turned back"),
        ("👩‍🚀 شبكة 生产", "👩‍🚀 شبكة 生产"),
    ],
)
def test_what_is_pasted_becomes_one_line(pasted: str, kept: str) -> None:
    assert one_line(pasted) == kept
