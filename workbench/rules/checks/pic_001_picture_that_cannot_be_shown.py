"""PIC-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.images.image import MOST_BYTES, MOST_PIXELS, Image, image_of
from workbench.model.elements.picture import Picture
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "PIC-001",
    about=Picture,
    severity="warning",
    says={
        "empty": "{name} holds no image; a frame with its name stands in its place",
        "foreign": "{name} holds something else than a PNG or JPEG; a frame with its name stands in its place",
        "large": "{name} holds more than {bytes} MB or {pixels} million pixels; a frame with its name stands in its place",
        "broken": "{name} holds a damaged image; a frame with its name stands in its place",
    },
    source="The design itself",
)
def picture_that_cannot_be_shown(picture: Picture, design: Reader) -> Iterator[Finding]:
    """Every picture can be shown.

    Pictures that the workbench takes in are whole and small. One that a script wrote into the file, or a merge tore
    apart, may not be: the drawings show an empty frame with its name, to the customer too. Replace it or delete it.

    Wrong:
        network sheet
          logo picture lines=iVBORw0KGgo=

    Right:
        network sheet
          logo picture lines=iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==
    """
    shown = image_of(picture.lines)
    if not isinstance(shown, Image):
        yield found(
            picture,
            says=shown,
            field="name",
            bytes=MOST_BYTES // 1_000_000,
            pixels=MOST_PIXELS // 1_000_000,
        )
