"""Badges on lines: they cover neither names nor each other where there is a place that does not."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from widgets.canvas.apart import MOST, SHARES, Laid, shares

SIZE = QSizeF(40, 18)


def laid(*ends: tuple[float, float, float, float]) -> list[Laid]:
    return [Laid(QPointF(a, b), QPointF(c, d), SIZE) for a, b, c, d in ends]


def test_a_badge_stands_nearer_to_its_source_where_nothing_is_in_the_way() -> None:
    assert shares(laid((0, 0, 400, 0)), []) == [SHARES[0]]


def test_it_leaves_a_name_free() -> None:
    (badge,) = laid((0, 0, 400, 0))
    name = badge.rect(SHARES[0])
    (share,) = shares([badge], [name])

    assert not badge.rect(share).intersects(name)


@pytest.mark.parametrize("turned", [False, True])
def test_the_one_on_the_short_line_has_the_first_choice_whichever_comes_first(turned: bool) -> None:
    badges = laid((0, 0, 600, 0), (200, 0, 260, 0))
    if turned:
        badges.reverse()
    found = shares(badges, [])
    rects = [badge.rect(share) for badge, share in zip(badges, found, strict=True)]

    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    assert found[0 if turned else 1] == SHARES[0]


def test_rather_a_name_is_covered_than_a_badge() -> None:
    badges = laid((0, 0, 50, 0), (0, 0, 120, 0))
    names = [QRectF(40, -20, 200, 40)]
    one, other = (badge.rect(share) for badge, share in zip(badges, shares(badges, names), strict=True))

    assert one.intersected(other).width() < SIZE.width() / 2


def test_of_very_many_each_stands_at_its_first_place() -> None:
    assert set(shares(laid((0, 0, 400, 0)) * (MOST + 1), [])) == {SHARES[0]}
