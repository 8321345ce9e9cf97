"""Headings, running text, lists, facts and callouts."""

from __future__ import annotations

from copy import deepcopy

from workbench.exporters.word.markup import Xml, border, make, put, run, shade, twips
from workbench.exporters.word.styles import (
    APPENDICES,
    AXIS,
    BULLETS,
    CALLOUTS,
    INK,
    LOOKS,
    TEXT3,
    WIDTH,
)
from workbench.exporters.word.table_markup import row_height, table_of
from workbench.exporters.word.writing import Writing, gap, twips_of
from workbench.reports.report import Callout, Facts, Heading, Paragraph, Points, Said
from workbench.texts import Text

_RUNNING_ON = 30.0
"""Points above a chapter that stands below another."""
_RULE = 13.0
"""Points that the rule above a chapter takes."""


def write_heading(writing: Writing, heading: Heading) -> None:
    """A heading, numbered unless it is of level 0, and listed in the contents."""
    words = writing.say(heading.title)
    if not heading.level:
        writing.flow.turn()
        writing.paragraph("Contents Title", run(f"\t{words}"))
        _flow_heading(writing, "Contents Title", words, _RULE)
        return
    number = writing.numbers.headings[writing.headings]
    writing.headings += 1
    name = f"_Toc{writing.headings:04}"
    properties: list[Xml] = []
    shown = words
    if heading.mark:
        properties.append(make("numPr", make("ilvl", val=0), make("numId", val=0)))
        shown = f"{heading.mark}\t{words}"
    elif heading.appendix:
        properties.append(make("numPr", make("ilvl", val=heading.level - 1), make("numId", val=APPENDICES)))
    style, above = f"Heading {heading.level}", None
    if heading.level == 1:
        above = _RULE
        if heading.runs_on:
            above += _RUNNING_ON
            properties += _running_on()
        else:
            writing.flow.turn()
    elif heading.turns:
        writing.flow.turn()
        properties.append(make("pageBreakBefore"))
    made = writing.paragraph(style, *writing.mark(name, run(shown)), properties=tuple(properties))
    if heading.level == 2:
        writing.sections[name] = made
    _flow_heading(writing, style, words, above, name)
    if heading.level < 3:
        writing.contents.append((heading.level, number, words, name))


def _running_on() -> tuple[Xml, ...]:
    look = LOOKS["Heading 1"]
    spacing = make(
        "spacing",
        before=twips_of(_RUNNING_ON),
        after=twips_of(look.after),
        line=twips_of(look.line),
        lineRule="exact",
    )
    return make("pageBreakBefore", val=0), spacing


def _flow_heading(writing: Writing, style: str, words: str, above: float | None, mark: str = "") -> None:
    writing.flows(style, words, before=above, mark=mark)


def write_paragraph(writing: Writing, paragraph: Paragraph, *, leads: bool) -> None:
    """Running text at the second axis; one that `leads` stays with the table or list after it."""
    properties = (make("keepNext"),) if leads else ()
    writing.paragraph("Body Text", *writing.runs(paragraph.words), properties=properties)
    writing.flows("Body Text", writing.say(paragraph.words), keep=leads)


def write_points(writing: Writing, points: Points) -> None:
    """Short statements, one a line."""
    numbers = make("numPr", make("ilvl", val=0), make("numId", val=BULLETS))
    for item in points.items:
        writing.paragraph("List Bullet", *writing.runs(item), properties=(deepcopy(numbers),))
        writing.flows("List Bullet", writing.say(item))


def write_callout(writing: Writing, callout: Callout) -> None:
    """One paragraph on a tint with a bar at its left: label at the first axis, sentence at the second."""
    ink, ground = CALLOUTS[callout.kind]
    frame = make("pBdr")
    put(
        frame,
        border("left", ink, 24, 4),
        *(border(side, ground, 4, 4) for side in ("top", "bottom")),
        border("right", ground, 4, 6),
    )
    inset = make("ind", left=twips(AXIS), hanging=twips(AXIS), right=twips(2.5))
    label = run(f"{writing.say(callout.label)}\t", make("b"), make("color", val=ink))
    writing.paragraph(
        "Callout",
        label,
        *writing.runs(callout.words),
        properties=(frame, shade(ground), make("keepLines"), inset),
    )
    heights = writing.heights("Callout", writing.say(callout.words), WIDTH - AXIS - 2.5)
    look = LOOKS["Callout"]
    writing.flow.text([sum(heights) + 9], look.before, look.after, keep=False)


def write_facts(writing: Writing, facts: Facts) -> None:
    """Names and values on the two axes with hairlines between."""
    write_pairs(writing, facts.rows)


def write_pairs(writing: Writing, rows: tuple[tuple[Text, Said], ...]) -> None:
    """A table without head: key in grey at the first axis, value at the second."""
    widths = (AXIS, WIDTH - AXIS)
    made, heights = [], []
    for name, said in rows:
        cells = [
            writing.styled("Table Text", *writing.runs(value, make("color", val=colour)))
            for value, colour in ((name, TEXT3), ("–" if said is None else said, INK))
        ]
        made.append([(cell, ()) for cell in cells])
        heights.append(row_height([writing.heights("Table Text", writing.say(said), widths[1] - 1.2)]))
    writing.document.element.body.insert_element_before(table_of(widths, made), "w:sectPr")
    writing.flow.table(0, heights)
    gap(writing)
