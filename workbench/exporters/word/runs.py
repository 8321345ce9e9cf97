"""Runs of text and fields: what stands inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from workbench.exporters.word.styles import STYLES, faces
from workbench.exporters.word.xml import node, plain
from workbench.texts import Language

_PIECES: Final = re.compile(r"(\t|\n|(?<=[A-Z]{3})-(?=\d{3}))")
_WIDE: Final = re.compile("[“”‘’…—]")


def run(words: str, language: Language, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """A run; tabs, breaks and the hyphens of identifiers become elements, quotes in Chinese are wide."""
    words = plain(words).replace("\r", "")
    inner = list(_inner(words))
    styled = list(properties)
    if language == "zh" and _WIDE.search(words):
        styled.append(faces(hint=True))
    return node("w:r", *([node("w:rPr", *styled)] if styled else []), *inner)


def _inner(words: str) -> Iterator[BaseOxmlElement]:
    for piece in _PIECES.split(words):
        if piece in ("\t", "\n", "-"):
            yield node({"\t": "w:tab", "\n": "w:br", "-": "w:noBreakHyphen"}[piece])
        elif piece:
            text = node("w:t")
            text.text = piece
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield text


def bold() -> list[BaseOxmlElement]:
    """The properties of bold text."""
    return [node("w:b"), node("w:bCs")]


def colour(value: str) -> BaseOxmlElement:
    """The property of text in a colour."""
    return node("w:color", w_val=value)


def chip(words: str, colours: tuple[str, str], language: Language) -> BaseOxmlElement:
    """A state on its ground; the spaces around it do not break."""
    properties = [
        *bold(),
        colour(colours[0]),
        node("w:sz", w_val=16),
        node("w:szCs", w_val=16),
        node("w:shd", w_val="clear", w_color="auto", w_fill=colours[1]),
    ]
    return run(f"\u00a0{words}\u00a0", language, *properties)


def field(code: str, shown: str, language: Language, bolded: bool = False) -> list[BaseOxmlElement]:
    """A field in five runs with the value it shows until a reader works it out."""
    instruction = node("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def properties() -> list[BaseOxmlElement]:
        return [node("w:rPr", *bold())] if bolded else []

    return [
        node("w:r", *properties(), node("w:fldChar", w_fldCharType="begin")),
        node("w:r", *properties(), instruction),
        node("w:r", *properties(), node("w:fldChar", w_fldCharType="separate")),
        run(shown, language, *(bold() if bolded else ())),
        node("w:r", *properties(), node("w:fldChar", w_fldCharType="end")),
    ]


def bookmark(name: str, id: int, inner: Sequence[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Runs that can be referred to."""
    return [
        node("w:bookmarkStart", w_id=id, w_name=name),
        *inner,
        node("w:bookmarkEnd", w_id=id),
    ]


def paragraph(style: str, runs: Sequence[BaseOxmlElement], *properties: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph of one of our styles."""
    named = STYLES[style].id
    return node("w:p", node("w:pPr", node("w:pStyle", w_val=named), *properties), *runs)
