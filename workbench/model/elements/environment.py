"""A stage of the life of applications."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, kind, shown


@kind(
    "Environment", "Environments", domain="resource", symbol="container-cluster", inside=("",), clause_item=""
)
class Environment(Element, frozen=True, kw_only=True, tag="environment"):
    """A stage such as production or test; its letter and colour mark what belongs to it."""

    letter: Annotated[str, shown("Letter", hint="One or two letters on the chip.")] = ""
    colour: Annotated[
        Literal["wine", "plum", "blue", "olive", "rose", "mustard", "sky", "mint", "grey"],
        shown(
            "Colour",
            choices={
                "wine": "wine",
                "plum": "plum",
                "blue": "blue",
                "olive": "olive",
                "rose": "rose",
                "mustard": "mustard",
                "sky": "sky",
                "mint": "mint",
                "grey": "grey",
            },
        ),
    ] = "grey"
    production: Annotated[
        bool, shown("Production", hint="Two zones and no mixing with other stages are expected.")
    ] = False

    def meta(self) -> str:
        """The chip's letters."""
        return self.letter
