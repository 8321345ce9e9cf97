"""An image on a sheet."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown
from workbench.words import Words


@kind(
    "Picture",
    "Pictures",
    domain="account",
    symbol="picture",
    inside=("sheet",),
    stands={"account": ("",), "network": ("",), "security": ("",)},
    shape="picture",
    size=(240, 160),
    tint="picture",
)
class Picture(Element, frozen=True, kw_only=True, tag="picture"):
    """A customer's logo, a photo of a whiteboard or the plan of a site on one sheet. The customer sees it too."""

    alternative: Annotated[
        Words,
        shown(
            "Alternative text",
            editor="words",
            hint="What it shows, for readers of the documents who do not see it.",
        ),
    ] = Words()
    # Its PNG or JPEG file in base64, in lines, so that git shows and merges the rest of the design as ever.
    lines: tuple[str, ...] = ()

    def image(self) -> tuple[str, ...]:
        """The lines of its file."""
        return self.lines

    def described(self) -> Words:
        """The alternative text."""
        return self.alternative
