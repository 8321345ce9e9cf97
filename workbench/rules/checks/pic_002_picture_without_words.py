"""PIC-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.picture import Picture
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "PIC-002",
    about=Picture,
    severity="hint",
    says="{name} says in no words what it shows, so readers who do not see it miss it",
    source="The design itself",
)
def picture_without_words(picture: Picture, design: Reader) -> Iterator[Finding]:
    """Every picture has an alternative text.

    Documents go to people who have them read out, and to programs that search them. The alternative text is what those
    get of a logo, a photo or a plan.

    Wrong:
        network sheet
          logo picture

    Right:
        network sheet
          logo picture alternative="The customer's logo"
    """
    if not picture.alternative:
        yield found(picture, field="alternative")
