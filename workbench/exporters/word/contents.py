"""The contents: a field that a word processor can make anew, filled with true entries that lead to their headings."""

from __future__ import annotations

from math import ceil, floor
from typing import Final

from workbench.exporters.metrics import POINTS_A_MILLIMETRE
from workbench.exporters.word.flow import A4_UPRIGHT
from workbench.exporters.word.markup import Xml, field, make, put, run
from workbench.exporters.word.styles import LOOKS
from workbench.exporters.word.writing import Writing
from workbench.texts import text

CONTENTS = text("Contents")
TITLE = "Contents Title"
CLOSEST: Final = 0.78
"""The share of the usual distance at which lines can still be told apart."""
_TITLE: Final = 60.0
"""Points that the title takes, with its rule and something to spare."""


def write_contents_title(writing: Writing) -> Xml:
    """The title of the contents; the paragraph that the entries come after."""
    return writing.paragraph(TITLE, run(f"\t{writing.say(CONTENTS)}"))


def write_contents(writing: Writing, after: Xml) -> None:
    """One entry a heading of the first two levels: number, title, page; each is a link."""
    begin, instruction, separate, _, end = field('TOC \\o "1-2" \\h \\z \\u', "")
    opening, closing = [begin, instruction, separate], [end]
    for at, (level, number, title, mark) in enumerate(writing.contents):
        page = field(f"PAGEREF {mark} \\h", str(writing.flow.marks[mark]))
        link = make("hyperlink", run(f"{number}\t{title}\t"), *page, anchor=mark, history=1)
        content = [*(opening if at == 0 else ()), link]
        if at == len(writing.contents) - 1:
            content += closing
        entry = writing.styled(f"TOC {level}", *content)
        after.addnext(entry)
        after = entry


def fit_contents(writing: Writing, levels: list[int]) -> int:
    """Sets the lines of the contents as close as one page asks for; gives back how many pages they take."""
    room = A4_UPRIGHT * POINTS_A_MILLIMETRE - _TITLE
    loose = sum(LOOKS[f"TOC {level}"].before + LOOKS[f"TOC {level}"].line for level in levels)
    share = max(min(room / loose, 1.0), CLOSEST) if loose else 1.0
    for level in (1, 2):
        look = LOOKS[f"TOC {level}"]
        spacing = make(
            "spacing",
            before=floor(look.before * share * 20),
            after=0,
            line=floor(look.line * share * 20),
            lineRule="exact",
        )
        put(writing.document.styles[f"TOC {level}"].element.pPr, spacing)
    return ceil(loose * share / room) if loose else 1
