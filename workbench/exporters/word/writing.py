"""A document being written: paragraphs with what they mention, captions, and on which page all of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document

from workbench.exporters.metrics import lines
from workbench.exporters.plain import plain
from workbench.exporters.word.flow import Flow
from workbench.exporters.word.markup import Xml, bookmarked, make, put, run
from workbench.exporters.word.markup import field as word_field
from workbench.exporters.word.styles import LOOKS, WIDTH
from workbench.reports.numbers import FRONT, Caption, Numbers
from workbench.reports.report import MENTION, Said
from workbench.texts import Language, Text, spoken, text
from workbench.words import Words

NAMES: Final = {"Table": text("Table"), "Figure": text("Figure")}
_MENTIONED: Final = re.compile(f"{MENTION[0]}([^{MENTION[1]}]*){MENTION[1]}")


@dataclass(slots=True)
class Writing:
    """A document being written: the ids of its styles, the numbers of its report, and what the contents will list."""

    document: Document
    language: Language
    styles: dict[str, str]
    numbers: Numbers
    flow: Flow = field(default_factory=Flow)
    contents: list[tuple[int, str, str, str]] = field(default_factory=list)
    sections: dict[str, Xml] = field(default_factory=dict)
    """The paragraphs of headings of level 2 by their marks."""
    headings: int = 0
    marks: int = 0
    on_wide_sheet: bool = False

    def say(self, said: Said | Text | Words) -> str:
        """A value in the document's language, a dash for nothing, with the names of what it mentions."""
        return "–" if said is None else _MENTIONED.sub(self._called, plain(spoken(said, self.language)))

    def _called(self, found: re.Match[str]) -> str:
        caption = self.numbers.captions.get(found[1])
        return self.name(caption) if caption else found[1]

    def name(self, caption: Caption) -> str:
        """What a table or figure is called, as in Table 5-3."""
        return f"{NAMES[caption.kind].said(self.language)} {caption.number}"

    def runs(self, said: Said | Text | Words, *look: Xml) -> Iterator[Xml]:
        """The runs of a value; what it mentions is a field that follows the number."""
        parts = _MENTIONED.split(plain(spoken(said, self.language)))
        for at, part in enumerate(parts):
            caption = self.numbers.captions.get(part) if at % 2 else None
            if caption:
                yield from word_field(f"REF {self.reference(part)} \\h", self.name(caption), *look)
            elif part:
                yield run(part, *look)

    def reference(self, id: str) -> str:
        """The bookmark of a table or figure."""
        return f"_Ref{list(self.numbers.captions).index(id) + 1:04}"

    def mark(self, name: str, *content: Xml) -> list[Xml]:
        """Content with a bookmark around it."""
        self.marks += 1
        return bookmarked(name, self.marks, *content)

    def paragraph(self, style: str, *content: Xml, properties: tuple[Xml, ...] = ()) -> Xml:
        """A paragraph at the end of the document."""
        made = self.styled(style, *content, properties=properties)
        self.document.element.body.insert_element_before(made, "w:sectPr")
        return made

    def styled(self, style: str, *content: Xml, properties: tuple[Xml, ...] = ()) -> Xml:
        """A paragraph that stands nowhere yet."""
        look = make("pPr")
        put(look, make("pStyle", val=self.styles[style]), *properties)
        return make("p", look, *content)

    def heights(
        self, style: str, words: str, millimetres: float | None = None, *, bold: bool = False
    ) -> list[float]:
        """The heights of the lines of a paragraph of a style, in a column or across the text."""
        look = LOOKS[style]
        room = WIDTH - look.left if millimetres is None else millimetres
        return [look.line_in(self.language)] * lines(words, look.size, room, bold=bold or look.bold)

    def flows(
        self,
        style: str,
        words: str,
        *,
        room: float | None = None,
        mark: str = "",
        before: float | None = None,
        keep: bool = False,
    ) -> None:
        """Notes the room that a paragraph takes."""
        look = LOOKS[style]
        above = look.before if before is None else before
        self.flow.text(self.heights(style, words, room), above, look.after, keep=keep or look.keep, mark=mark)


def write_caption(writing: Writing, id: str, words: str, *, below: bool) -> None:
    """The caption of a table or, below it, of a figure: fields for its number, which sentences refer to."""
    caption = writing.numbers.captions[id]
    bold = make("b")
    again = " \\r 1" if caption.count == 1 else ""
    # The first of a chapter says that it counts from 1 again; not every reader follows a count by headings.
    count = word_field(f"SEQ {caption.kind} \\* ARABIC{again}", str(caption.count), bold)
    chapter = (
        [run(caption.chapter, make("b"))]
        if caption.chapter == FRONT
        else word_field("STYLEREF 1 \\s", caption.chapter, bold)
    )
    name = run(f"{NAMES[caption.kind].said(writing.language)} ", make("b"))
    number = writing.mark(writing.reference(id), name, *chapter, run("-", make("b")), *count)
    looks = LOOKS["Caption"]
    before, after = (3.0, 8.0) if below else (looks.before, looks.after)
    properties = (
        make("keepNext", val=int(not below)),
        make(
            "spacing",
            before=twips_of(before),
            after=twips_of(after),
            line=twips_of(looks.line),
            lineRule="exact",
        ),
    )
    writing.paragraph("Caption", *number, run(f"\t{words}"), properties=properties)
    writing.flow.text(writing.heights("Caption", words), before, after, keep=not below)


def twips_of(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def gap(writing: Writing, points: float = 8) -> None:
    """An empty line that keeps a table from what follows."""
    spacing = make("spacing", before=0, after=0, line=twips_of(points), lineRule="exact")
    writing.paragraph("Table Note", properties=(spacing,))
    writing.flow.text([points], 0, 0, keep=False)
