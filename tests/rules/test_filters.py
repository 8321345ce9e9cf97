"""What a line of a filter matches."""

from __future__ import annotations

import pytest

from workbench.rules.filters import ALL_PORTS, is_port_text, match, meet, ports


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("443/443", range(443, 444)),
        ("8000/9000", range(8000, 9001)),
        ("22", range(22, 23)),
        ("-1/-1", ALL_PORTS),
        ("", ALL_PORTS),
        ("any", ALL_PORTS),
        ("1/99999", ALL_PORTS),
        ("1/65535", ALL_PORTS),
    ],
)
def test_ports_are_read_as_the_platform_writes_them(written: str, read: range) -> None:
    assert ports(written) == read


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("443/443", True),
        ("-1/-1", True),
        ("443", False),
        ("9/1", False),
        ("0/1", False),
        ("1/65536", False),
        ("", False),
    ],
)
def test_a_port_text_is_a_range_from_smaller_to_larger_or_minus_one(written: str, right: bool) -> None:
    assert is_port_text(written) is right


@pytest.mark.parametrize(
    ("stronger", "weaker", "holds"),
    [
        (("all", "-1/-1", "0.0.0.0/0"), ("tcp", "22/22", "10.0.0.0/8"), True),
        (("tcp", "1/100", "10.0.0.0/8"), ("tcp", "22/22", "10.1.0.0/16"), True),
        (("tcp", "22/22", "10.1.0.0/16"), ("tcp", "1/100", "10.0.0.0/8"), False),
        (("udp", "1/100", "10.0.0.0/8"), ("tcp", "22/22", "10.1.0.0/16"), False),
        (("tcp", "1/100", "10.0.0.0/8"), ("tcp", "22/22", "::/0"), False),
        (("tcp", "1/100", ""), ("tcp", "22/22", ""), False),
    ],
)
def test_a_line_holds_another_where_all_it_matches_is_matched(
    stronger: tuple[str, str, str], weaker: tuple[str, str, str], holds: bool
) -> None:
    assert match(*stronger).holds(match(*weaker)) is holds


def test_lines_that_name_the_same_group_can_hold_each_other() -> None:
    assert match("tcp", "1/100", "", "sg").holds(match("tcp", "22/22", "", "sg"))
    assert not match("tcp", "1/100", "", "sg").holds(match("tcp", "22/22", "", "other"))


def test_ranges_of_ports_meet_where_they_share_one() -> None:
    assert meet(range(1, 11), range(10, 20))
    assert not meet(range(1, 10), range(10, 20))
