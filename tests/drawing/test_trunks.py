"""Lines seen from afar: what runs side by side is one trunk, and every line still reaches its ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.drawing.drawing import Point
from workbench.drawing.trunks import BESIDE, Trunks, trunks

FAR_APART: list[tuple[Point, ...]] = [((0, 0), (100, 0)), ((0, 60), (100, 60))]
SIDE_BY_SIDE: list[tuple[Point, ...]] = [
    ((0, 0), (50, 0), (50, 200), (100, 200)),
    ((0, 24), (57, 24), (57, 224), (100, 224)),
    ((0, 48), (64, 48), (64, 248), (100, 248)),
]
STEPS = st.integers(0, 60).map(lambda step: step * 10.0)


@st.composite
def routes(draw: st.DrawFn) -> list[tuple[Point, ...]]:
    """A few orthogonal lines that turn at every point, as lines of a drawing do."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        points = [(draw(STEPS), draw(STEPS))]
        for turn in range(draw(st.integers(1, 5))):
            x, y = points[-1]
            step = draw(STEPS.filter(lambda step, at=x if turn % 2 else y: step != at))
            points.append((step, y) if turn % 2 else (x, step))
        found.append(tuple(points))
    return found


def length(shown: Trunks) -> float:
    """The length of all pieces together."""
    return sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in (*shown.single, *shown.joint))


def reaches(shown: Trunks, at: Point, room: float) -> bool:
    """Whether some piece ends or passes within a distance of a point."""
    return any(
        min(a[0], b[0]) - room <= at[0] <= max(a[0], b[0]) + room
        and min(a[1], b[1]) - room <= at[1] <= max(a[1], b[1]) + room
        for a, b in (*shown.single, *shown.joint)
    )


def test_lines_far_apart_stay_as_they_are() -> None:
    assert trunks(FAR_APART) == Trunks(tuple((line[0], line[-1]) for line in FAR_APART), ())


def test_lines_side_by_side_share_one_upright() -> None:
    shown = trunks(SIDE_BY_SIDE)

    uprights = {a[0] for a, b in (*shown.single, *shown.joint) if a[0] == b[0]}
    assert len(uprights) == 1
    assert len(shown.joint) == 1


def test_what_only_one_line_runs_along_is_no_trunk() -> None:
    shown = trunks(SIDE_BY_SIDE)

    tops = min(y for a, b in shown.joint for _, y in (a, b))
    assert tops == 24


def test_a_short_piece_is_laid_onto_the_long_one_which_has_room_all_the_way() -> None:
    long, short = ((0, 0), (0, 90), (300, 90), (300, 0)), ((100, 96), (200, 96))

    shown = trunks([long, short])

    assert {a[1] for a, b in (*shown.single, *shown.joint) if a[1] == b[1]} == {90}


def test_pieces_that_pass_each_other_at_their_ends_only_stay_apart() -> None:
    shown = trunks([((0, 90), (100, 90)), ((90, 96), (300, 96))])

    assert shown.joint == ()


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(routes())
def test_every_line_still_reaches_both_its_ends(lines: list[Sequence[Point]]) -> None:
    shown = trunks(lines)

    for line in lines:
        assert reaches(shown, line[0], 2 * BESIDE)
        assert reaches(shown, line[-1], 2 * BESIDE)


@settings(max_examples=share(2000, 0.1), deadline=None)
@given(routes())
def test_a_single_line_is_never_drawn_longer_than_it_is(lines: list[Sequence[Point]]) -> None:
    first = lines[0]

    way = sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(first))
    assert length(trunks([first])) <= way
