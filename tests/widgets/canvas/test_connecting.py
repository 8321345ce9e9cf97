"""Connecting: a drag from one box to another makes a link that makes sense."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from PySide6.QtCore import Qt

from tests.widgets.canvas.conftest import Hand
from widgets.canvas.tools.connect import Connect, Joint
from workbench.edits.linking import end_kinds, links_between
from workbench.model.element import KINDS
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering

Canvases = Callable[[str], Hand]
ROUTED = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
tr-1 transit-router region=hz
"""


def test_a_drag_from_a_vpc_to_a_router_attaches_it(hand: Canvases) -> None:
    canvas = hand(ROUTED)

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.corner("vpc-a"), canvas.middle("tr-1"))

    (made,) = canvas.design.of_kind(VpcAttachment)
    assert (made.vpc, made.parent) == ("vpc-a", "tr-1")
    assert canvas.editor.selection == (made.id,)
    assert canvas.steps == 1
    assert [line.element for line in canvas.canvas.places.lines_of(["vpc-a"])] == [made.id]


def test_a_drag_from_a_vpc_to_another_peers_them(hand: Canvases) -> None:
    canvas = hand(ROUTED + "vpc-b vpc region=hz")

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.corner("vpc-a"), canvas.corner("vpc-b"))

    (made,) = canvas.design.of_kind(VpcPeering)
    assert (made.parent, made.peer) == ("vpc-a", "vpc-b")
    assert [line.element for line in canvas.canvas.places.lines_of(["vpc-b"])] == [made.id]


def test_the_other_way_round_makes_the_same_link(hand: Canvases) -> None:
    canvas = hand(ROUTED)

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.middle("tr-1"), canvas.corner("vpc-a"))

    (made,) = canvas.design.of_kind(VpcAttachment)
    assert (made.vpc, made.parent) == ("vpc-a", "tr-1")


def test_a_box_that_has_no_links_hands_over_to_the_one_it_stands_in(hand: Canvases) -> None:
    canvas = hand(ROUTED)

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.middle("vsw-1"), canvas.middle("tr-1"))

    (made,) = canvas.design.of_kind(VpcAttachment)
    assert made.vpc == "vpc-a"


def test_a_link_dropped_on_a_row_of_a_router_is_associated_with_that_table(hand: Canvases) -> None:
    canvas = hand(ROUTED + "  rt-1 transit-router-table\n")

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.corner("vpc-a"), canvas.middle("rt-1"))

    (made,) = canvas.design.of_kind(VpcAttachment)
    assert (made.parent, made.association) == ("tr-1", "rt-1")


def unlinked() -> tuple[str, str]:
    """The first two kinds on the bare sheet that no link joins, though links join the first one to others."""
    bare = [tag for tag, kind in sorted(KINDS.items()) if "" in kind.stands.get("network", ())]
    joined = {pair for kind in KINDS.values() if kind.is_link for pair in product(*end_kinds(kind))}
    ends = {tag for pair in joined for tag in pair}
    return next((a, b) for a, b in product(bare, bare) if a in ends and not {(a, b), (b, a)} & joined)


def test_two_that_no_link_joins_are_refused_with_the_reason(hand: Canvases) -> None:
    first, second = unlinked()
    canvas = hand(f"one {first}\ntwo {second}")
    before = canvas.design

    canvas.canvas.set_tool("connect")
    canvas.drag(canvas.corner("one"), canvas.corner("two"))

    assert canvas.design is before
    assert canvas.last_said() == "No link joins one and two."


def test_what_cannot_be_linked_fades_while_connecting(hand: Canvases) -> None:
    canvas = hand(ROUTED + "vpc-b vpc region=hz")
    figures = canvas.canvas.picture.figures
    others = [canvas.design[key] for key in sorted(figures) if key != "vpc-a"]
    unfit = [other.id for other in others if not links_between(canvas.design["vpc-a"], other)]

    canvas.canvas.set_tool("connect")
    canvas.grab(canvas.corner("vpc-a"), canvas.middle("tr-1"))
    faded = [key for key, figure in sorted(figures.items()) if figure.faded]
    canvas.press(Qt.Key.Key_Escape)

    assert faded == unfit
    assert {"hz", "vsw-1"} <= set(faded)
    assert "tr-1" not in faded
    assert not any(figure.faded for figure in figures.values())


def test_where_several_kinds_fit_the_one_picked_in_the_menu_is_made(hand: Canvases) -> None:
    canvas = hand(ROUTED)
    canvas.canvas.set_tool("connect")
    tool = canvas.canvas.gestures.tool
    vpc, router = canvas.design["vpc-a"], canvas.design["tr-1"]
    kinds = [VpcAttachment.kind, PeerAttachment.kind]

    assert isinstance(tool, Connect)
    menu = tool.menu([Joint(kind, vpc, router, {}) for kind in kinds])
    menu.actions()[0].trigger()

    assert [entry.text() for entry in menu.actions()] == ["VPC attachment", "Inter-region connection"]
    assert len(canvas.design.of_kind(VpcAttachment)) == 1


def test_enter_on_two_boxes_connects_them_without_a_mouse(hand: Canvases) -> None:
    canvas = hand(ROUTED)
    canvas.canvas.set_tool("connect")

    canvas.editor.select(["vpc-a"])
    canvas.press(Qt.Key.Key_Return)
    canvas.editor.select(["tr-1"])
    canvas.press(Qt.Key.Key_Return)

    (made,) = canvas.design.of_kind(VpcAttachment)
    (router,) = canvas.design.of_kind(TransitRouter)
    assert made.parent == router.id
