"""Names that were probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from planners.reachability.errors import SHOWN

MOST, ALIKE = 3, 0.5


def near(written: str, known: Iterable[str]) -> str:
    """Up to three known names that look like the one written, joined; empty where none does."""
    asked = written[:SHOWN].casefold()
    by_look = {name[:SHOWN].casefold(): name for name in sorted(known, reverse=True)}
    return ", ".join(by_look[look] for look in get_close_matches(asked, by_look, MOST, ALIKE))
