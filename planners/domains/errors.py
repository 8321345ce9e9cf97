"""What can be wrong with what a person or a file asks of the domain planner.

    BadFlows    apps, flows, pins or what must stay apart contradict each other; names the place

Too many rules or references are an answer (`Breach`), never an error.
"""

from typing import Any

from planners.addresses.errors import Told

SHOWN = 60
"""Characters of a foreign text that a sentence shows."""


class BadFlows(ValueError):
    """A problem that makes no sense; `told` says what, and where."""

    def __init__(self, path: str, pattern: str, /, **values: Any) -> None:
        self.told = Told(path, pattern, values)
        super().__init__(str(self.told))


def shown(value: object) -> str:
    """A foreign value as a sentence shows it: short, on one line, nothing in it that moves the cursor."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text[: SHOWN + 1])
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
