"""Names of small boxes seen from afar: readable, inside their box, as much of them as there is room for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.campaign import share
from widgets.canvas.anatomy import Anatomy, anatomy_of
from widgets.canvas.heldleaf import Holding, holding
from widgets.painting.detail import Detail
from workbench.drawing.build import drawings
from workbench.drawing.drawing import Box
from workbench.model.sketch import sketch

DESIGN = sketch(
    """
    sheet-1 sheet shows=network
    hz region
    hub account name.en=hub
    net vpc parent=hub region=hz blocks=10.0.0.0/16 name.en=net
      app vswitch block=10.0.1.0/24 name.en=attach-f
      edge nat-gateway name.en=NAT
      gate nat-gateway name.en="Egress NAT"
    tr-1 transit-router region=hz name.en=TR
      prod transit-router-table name.en=Production
    dc data-centre name.en="Nanjing DC"
    """
)


def box_of(id: str) -> Box:
    """The box of an element of the design."""
    return next(box for box in drawings(DESIGN, "en")[0].boxes if box.element == id)


def anatomy(id: str, detail: Detail = Detail.SYMBOLS) -> Anatomy:
    """The anatomy of the box of an element."""
    found = anatomy_of(box_of(id), detail)
    assert found is not None
    return found


def wordings(held: Holding) -> list[str]:
    """The lines from top to bottom."""
    return [line.text.text() for _, _, line in held.lines]


def test_a_vswitch_shows_its_name_when_half_as_large(qtbot: QtBot) -> None:
    assert wordings(holding(anatomy("app"), 0.5)) == ["attach-f"]


def test_its_block_joins_the_name_where_there_is_room_for_two_lines(qtbot: QtBot) -> None:
    assert wordings(holding(anatomy("app"), 0.65)) == ["attach-f", "10.0.1.0/24"]


def test_a_tile_has_its_symbol_above_its_name(qtbot: QtBot) -> None:
    held = holding(anatomy("edge"), 0.6)

    assert held.symbol is not None
    assert held.symbol.y() + held.symbol_size / 2 <= held.lines[0][1].y() + 1
    assert abs(held.symbol.x() - 0.6 * box_of("edge").rect.w / 2) < 1


def test_a_long_name_of_a_tile_goes_on_in_a_second_line_before_it_is_cut(qtbot: QtBot) -> None:
    assert wordings(holding(anatomy("gate"), 0.46)) == ["Egress", "NAT"]


def test_a_router_from_afar_is_one_box_with_its_name_in_the_middle(qtbot: QtBot) -> None:
    held = holding(anatomy("tr-1", Detail.PLAIN), 0.4)
    _, at, line = held.lines[0]

    assert abs(at.x() + line.width / 2 - 0.4 * box_of("tr-1").rect.w / 2) < 2


def test_its_tables_have_names_only_where_it_is_no_longer_one_box(qtbot: QtBot) -> None:
    assert anatomy_of(box_of("prod"), Detail.PLAIN) is None
    assert wordings(holding(anatomy("prod"), 0.5)) == ["Production"]


def test_without_room_for_a_line_nothing_is_written(qtbot: QtBot) -> None:
    assert wordings(holding(anatomy("app"), 0.2)) == []


@settings(
    max_examples=share(1000, least=60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    id=st.sampled_from(["app", "edge", "gate", "tr-1", "dc"]),
    zoom=st.floats(0.1, 0.7),
    detail=st.sampled_from([Detail.MASS, Detail.PLAIN, Detail.SYMBOLS]),
)
def test_writing_stays_in_its_box_and_no_line_runs_into_another(
    qtbot: QtBot, id: str, zoom: float, detail: Detail
) -> None:
    rect, held = box_of(id).rect, holding(anatomy(id, detail), zoom)

    for _, at, line in held.lines:
        assert at.x() >= 0
        assert at.x() + line.width <= rect.w * zoom + 0.5
        # The empty rim of a line of type may reach over the border, its letters may not.
        assert at.y() >= -2
        assert at.y() + line.height <= rect.h * zoom + 2
    for (_, above, line), (_, below, _) in pairwise(held.lines):
        assert below.y() - above.y() >= line.height - 2.5


@pytest.mark.parametrize("detail", [Detail.PLAIN, Detail.SYMBOLS])
def test_a_box_without_a_title_has_nothing_to_hold(qtbot: QtBot, detail: Detail) -> None:
    box = box_of("app")
    bare = Box(box.key, box.element, box.kind, box.shape, box.rect, box.within, box.parts[:1], "")

    assert anatomy_of(bare, detail) is None
