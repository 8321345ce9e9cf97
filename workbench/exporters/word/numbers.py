"""The numbers of headings, tables and figures, worked out before anything is written, so that text may refer ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from workbench.reports.report import REFERENCE, BarChart, Block, Heading, SheetFigure, Table
from workbench.texts import Language, Text, text

_MARK: Final = re.compile(REFERENCE)
TABLE, FIGURE = text("Table"), text("Figure")
Label = Literal["Table", "Figure"]


@dataclass(frozen=True, slots=True)
class Number:
    """What a caption counts: chapter and number in it, and the bookmark around them."""

    label: Label
    chapter: str
    count: int

    @property
    def bookmark(self) -> str:
        """The name that references use."""
        return f"_Ref_{self.label}_{self.chapter}_{self.count}"

    def said(self, language: Language) -> str:
        """ "Table 5-3"."""
        word: Text = TABLE if self.label == "Table" else FIGURE
        return f"{word.said(language)} {self.chapter}-{self.count}"


def caption_id(block: Block) -> str:
    """The id under which text refers to a table or figure; "" where it has no caption."""
    if isinstance(block, (Table, BarChart)):
        return block.id
    return block.sheet if isinstance(block, SheetFigure) else ""


def numbers(blocks: Sequence[Block]) -> dict[str, Number]:
    """The number of every captioned block by its id."""
    found: dict[str, Number] = {}
    chapter, counts = "0", {"Table": 0, "Figure": 0}
    chapters = chapter_names(blocks)
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.numbered:
            chapter, counts = next(chapters), {"Table": 0, "Figure": 0}
        elif id := caption_id(block):
            label: Label = "Table" if isinstance(block, Table) else "Figure"
            counts[label] += 1
            found[id] = Number(label, chapter, counts[label])
    return found


def chapter_names(blocks: Sequence[Block]) -> Iterator[str]:
    """1, 2, 3 for chapters and A, B for appendices, in the order of headings."""
    chapters = appendices = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.numbered:
            if block.appendix:
                appendices += 1
                yield chr(ord("A") + appendices - 1)
            else:
                chapters += 1
                yield str(chapters)


def pieces(said: str, known: Mapping[str, Number]) -> Iterator[str | Number]:
    """A sentence split at its references; one to something that is not in the document is left out."""
    for at, piece in enumerate(_MARK.split(said)):
        if at % 2 == 0:
            if piece:
                yield piece
        elif piece in known:
            yield known[piece]
