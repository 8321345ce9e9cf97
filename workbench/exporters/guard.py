"""Guarding text in comma-separated files: what a spreadsheet would work out as a formula is kept as words."""

from __future__ import annotations

import re
from typing import Final

FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def guarded(words: str) -> str:
    """The words with a quote before what begins like a formula."""
    return f"'{words}" if FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """The words as they were before they were guarded."""
    return words[1:] if GUARDED.match(words) else words
