"""Writing blocks of a report into a Word document, with chapters, captions and references counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.document import Document

from workbench.exporters.plain import plain
from workbench.exporters.word.markup import Xml, bookmark, border, make, put, shade, twips
from workbench.exporters.word.markup import field as word_field
from workbench.exporters.word.styles import APPENDICES, BULLETS, CALLOUTS, INK, RULE, TEXT3, WIDTH
from workbench.reports.report import Callout, Facts, Heading, Paragraph, Points, Said
from workbench.texts import Language, Text, Words, spoken, text

TABLE, FIGURE = text("Table"), text("Figure")


@dataclass(slots=True)
class Writing:
    """A document being written: where it stands in chapters and captions, and what the contents will list."""

    document: Document
    language: Language
    chapter: str = "0"
    chapters: int = 0
    appendices: int = 0
    sections: int = 0
    captions: dict[str, int] = field(default_factory=dict)
    contents: list[tuple[int, str, str, str]] = field(default_factory=list)
    marks: int = 0
    on_wide_sheet: bool = False

    def say(self, said: Said | Text | Words) -> str:
        """A value in the document's language, a dash for nothing."""
        return "–" if said is None else plain(spoken(said, self.language))

    def mark(self, paragraph: Xml, name: str) -> None:
        """Gives a paragraph a bookmark."""
        self.marks += 1
        bookmark(paragraph, name, self.marks)


def write_heading(writing: Writing, heading: Heading) -> None:
    """A numbered heading, listed in the contents."""
    paragraph = writing.document.add_paragraph(writing.say(heading.title), style=f"Heading {heading.level}")
    if heading.appendix:
        numbers = make("numPr", make("ilvl", val=heading.level - 1), make("numId", val=APPENDICES))
        put(paragraph._p.get_or_add_pPr(), numbers)
    number = _numbered(writing, heading)
    name = f"_Toc{len(writing.contents) + 1:04}"
    writing.mark(paragraph, name)
    if heading.level < 3:
        writing.contents.append((heading.level, number, writing.say(heading.title), name))


def _numbered(writing: Writing, heading: Heading) -> str:
    if heading.level > 1:
        writing.sections += 1
        return f"{writing.chapter}.{writing.sections}"
    writing.sections = 0
    writing.captions.clear()
    if heading.appendix:
        writing.appendices += 1
        writing.chapter = chr(64 + writing.appendices)
    else:
        writing.chapters += 1
        writing.chapter = str(writing.chapters)
    return writing.chapter


def write_paragraph(writing: Writing, paragraph: Paragraph) -> None:
    """Running text at the second axis."""
    writing.document.add_paragraph(writing.say(paragraph.words), style="Body Text")


def write_points(writing: Writing, points: Points) -> None:
    """Short statements, one a line."""
    for item in points.items:
        paragraph = writing.document.add_paragraph(writing.say(item), style="List Bullet")
        put(paragraph._p.get_or_add_pPr(), make("numPr", make("ilvl", val=0), make("numId", val=BULLETS)))


def write_callout(writing: Writing, callout: Callout) -> None:
    """One paragraph on a tint with a bar at its left: label at the first axis, sentence at the second."""
    ink, ground = CALLOUTS[callout.kind]
    paragraph = writing.document.add_paragraph(style="Callout")
    label = paragraph.add_run(f"{writing.say(callout.label)}\t")
    put(label._r.get_or_add_rPr(), make("b"), make("color", val=ink))
    paragraph.add_run(writing.say(callout.words))
    sides = [border("left", ink, 24, 4), *(border(side, ground, 4, 4) for side in ("top", "bottom"))]
    frame = make("pBdr")
    put(frame, *sides, border("right", ground, 4, 6))
    put(paragraph._p.get_or_add_pPr(), frame, shade(ground), make("keepLines"))


def write_facts(writing: Writing, facts: Facts) -> None:
    """Names and values on the two axes with hairlines between."""
    write_pairs(writing, facts.rows)


def write_pairs(writing: Writing, rows: tuple[tuple[Text, Said], ...], style: str = "Table Text") -> None:
    """A table without head: key in grey at the first axis, value at the second."""
    table = writing.document.add_table(rows=len(rows), cols=2)
    frame(table, (33.0, WIDTH - 33.0), strong=INK)
    for row, (name, said) in zip(table.rows, rows, strict=True):
        first, second = row.cells
        for cell, words, colour in ((first, writing.say(name), TEXT3), (second, writing.say(said), INK)):
            cell.paragraphs[0].style = style
            run = cell.paragraphs[0].add_run(words)
            put(run._r.get_or_add_rPr(), make("color", val=colour))
    after_table(writing)


def after_table(writing: Writing) -> None:
    """The paragraph that keeps a table from what follows."""
    paragraph = writing.document.add_paragraph(style="Table Note")
    put(paragraph._p.get_or_add_pPr(), make("spacing", before=0, after=0, line=160, lineRule="exact"))


def write_caption(writing: Writing, kind: Text, words: str, *, keep: bool) -> str:
    """A numbered caption with fields for its numbers; gives back the number, as in 5-3."""
    name = kind.source
    writing.captions[name] = writing.captions.get(name, 0) + 1
    number = f"{writing.chapter}-{writing.captions[name]}"
    paragraph = writing.document.add_paragraph(style="Caption")
    paragraph.add_run(f"{writing.say(kind)} ")
    word_field(paragraph, "STYLEREF 1 \\s", writing.chapter)
    paragraph.add_run("-")
    # The first of a chapter says that it counts from 1 again; not every reader follows a count by headings.
    again = " \\r 1" if writing.captions[name] == 1 else ""
    word_field(paragraph, f"SEQ {name} \\* ARABIC{again}", str(writing.captions[name]))
    for run in paragraph.runs:
        put(run._r.get_or_add_rPr(), make("b"))
    paragraph.add_run(f"\t{words}")
    if not keep:
        put(
            paragraph._p.get_or_add_pPr(),
            make("keepNext", val=0),
            make("spacing", before=60, after=160, line=260, lineRule="exact"),
        )
    return number


def frame(table: Xml, widths: tuple[float, ...], strong: str = INK) -> None:
    """Rules above and below, hairlines between rows, fixed widths in millimetres."""
    properties = table._tbl.tblPr
    borders = make("tblBorders")
    put(borders, border("top", strong, 8), border("bottom", strong, 8), border("insideH", RULE, 4))
    margins = make("tblCellMar", make("left", w=0, type="dxa"), make("right", w=twips(1.2), type="dxa"))
    put(
        properties,
        make("tblW", w=twips(sum(widths)), type="dxa"),
        make("tblInd", w=0, type="dxa"),
        borders,
        make("tblLayout", type="fixed"),
        margins,
    )
    grid = table._tbl.tblGrid
    for column, width in zip(grid, widths, strict=True):
        column.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}w", str(twips(width)))
    for row in table.rows:
        row_properties = row._tr.get_or_add_trPr()
        put(row_properties, make("cantSplit"), make("trHeight", val=twips(5.6), hRule="atLeast"))
        for cell, width in zip(row.cells, widths, strict=True):
            put(
                cell._tc.get_or_add_tcPr(),
                make("tcW", w=twips(width), type="dxa"),
                make("vAlign", val="center"),
            )
