"""What is said when a command could not run."""

from __future__ import annotations

import traceback

from workbench.texts import Text, text


class CannotRun(Exception):
    """A command that could not do what it was asked; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def sentence(failure: Exception) -> Text:
    """Why a command failed: the failure's own sentence, or a report of a fault of the program."""
    own = getattr(failure, "text", None)
    if isinstance(own, Text):
        return own
    if isinstance(failure, OSError):
        return text(
            "{path}: {reason}. Check the place and try again.",
            path=str(failure.filename or ""),
            reason=failure.strerror or str(failure),
        )
    return text(
        "The program failed; your files are as they were. Please report this:\n{report}",
        report="".join(traceback.format_exception(failure)).rstrip(),
    )
