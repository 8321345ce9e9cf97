"""What cards count by symbols."""

from __future__ import annotations

from workbench.drawing.build import drawing
from workbench.drawing.drawing import Glyph, Lettering
from workbench.model.sketch import sketch

DESIGN = sketch("""
    retail cost-centre name.en=Retail name.zh=零售
    rd resource-directory
      prod folder
        shop account cost_centre=retail
          batch ram-role
          app vpc
        plain account
      net user-group
        - grants where=prod
      ops user-group
        - grants where=shop
      guard control-policy targets=prod
    s sheet shows=account
""")


def card(id: str) -> tuple[list[str], list[str]]:
    """The symbols in the small print of a card, and its texts."""
    (box,) = (box for box in drawing(DESIGN, "s", "zh").boxes if box.element == id)
    small = [part.symbol for part in box.parts if isinstance(part, Glyph) and part.rect.w == 12.0]
    return small, [part.text for part in box.parts if isinstance(part, Lettering)]


def test_a_card_shows_its_cost_centre_and_counts_roles_and_groups_from_above_too() -> None:
    assert card("shop") == (["cost-centre", "user-group", "role"], ["shop", "1 个专有网络", "零售", "2", "1"])


def test_a_card_without_cost_centre_still_counts() -> None:
    assert card("plain") == (["user-group"], ["plain", "1"])


def test_the_legend_explains_the_symbols_on_cards() -> None:
    (legend,) = (box for box in drawing(DESIGN, "s", "en").boxes if box.shape == "legend")

    said = {part.text for part in legend.parts if isinstance(part, Lettering)}
    assert {"Cost centre", "RAM role", "User group"} <= said
    assert "Routing policy" not in said
