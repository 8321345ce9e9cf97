"""Clip: elements as text for the clipboard of the system, so that they go from window to window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.images.incoming import Incoming
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.storage.format import design_bytes, design_from
from workbench.texts import Language

TYPE: Final = "application/x-landing-zone-copy+json"


@dataclass(frozen=True, slots=True)
class Clip:
    """What the clipboard holds: elements as a design's text, plain text, images and files of images; empty for none."""

    elements: bytes = b""
    plain: str = ""
    images: tuple[Incoming, ...] = ()
    image_files: tuple[Incoming, ...] = ()


def clip_of(elements: Sequence[Element], language: Language) -> Clip:
    """Elements for the clipboard; as plain text a name a line."""
    names = "\n".join(element.title().said(language) for element in elements)
    return Clip(design_bytes(Design.of(elements)), names)


def elements_of(clip: Clip) -> tuple[Element, ...]:
    """The elements a clip holds, parents first; BrokenFile where they cannot be read."""
    design, _ = design_from(clip.elements)
    roots = [element for element in design if element.parent not in design]
    found = {one.id: one for root in roots for one in design.within(root.id)}
    return tuple(found.values())
