"""Bits of simple HTML, everything said escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from workbench.texts import Language, Text
from workbench.words import Words


def said(words: Text | Words | str, language: Language) -> str:
    """A sentence in a language."""
    return escape(words if isinstance(words, str) else words.said(language)).replace("\n", "<br>")


def heading(words: Text, language: Language) -> str:
    """A heading within a page."""
    return f"<h3>{said(words, language)}</h3>"


def paragraph(words: Text | Words | str, language: Language) -> str:
    """A paragraph."""
    return f"<p>{said(words, language)}</p>"


def sketch(lines: str) -> str:
    """Lines whose indents mean something."""
    return f"<p>{escape(lines).replace(' ', '&nbsp;').replace(chr(10), '<br>')}</p>"


def link(id: str, words: str) -> str:
    """A way to another page."""
    return f"<a href='page:{escape(id)}'>{words}</a>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are HTML already."""
    titles = "".join(f"<th align='left'>{cell}</th>" for cell in head)
    lines = "".join(
        "<tr>" + "".join(f"<td valign='top'>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table cellspacing='0' cellpadding='4' width='100%'><tr>{titles}</tr>{lines}</table>"


def bullets(lines: Iterable[str]) -> str:
    """A list; the lines are HTML already."""
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
