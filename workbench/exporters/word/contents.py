"""The contents: a field that a word processor can make anew, filled with true entries that lead to their headings."""

from __future__ import annotations

from workbench.exporters.metrics import POINTS_A_MILLIMETRE
from workbench.exporters.word.flow import A4_UPRIGHT
from workbench.exporters.word.markup import Xml, field, make, run
from workbench.exporters.word.styles import LOOKS
from workbench.exporters.word.writing import Writing
from workbench.texts import text

CONTENTS = text("Contents")
TITLE = "Contents Title"


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


def pages_taken(entries: list[int]) -> int:
    """How many pages the contents take, by the levels of their entries."""
    looks = [LOOKS[f"TOC {level}"] for level in entries]
    title = LOOKS[TITLE]
    whole = title.line + title.after + 12 + sum(look.before + look.line for look in looks)
    return int(whole // (A4_UPRIGHT * POINTS_A_MILLIMETRE)) + 1
