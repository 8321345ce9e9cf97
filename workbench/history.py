"""History: the designs one can go back to and forward to."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.design import Design
from workbench.texts import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the user did and the design it led to."""

    title: Text
    design: Design


class History:
    """A line of steps with a mark at the present one; a new step drops those ahead of the mark."""

    def __init__(self, first: Design, title: Text) -> None:
        self._steps = [Step(title, first)]
        self._at = 0

    @property
    def design(self) -> Design:
        """The design at the mark."""
        return self._steps[self._at].design

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, oldest first."""
        return tuple(self._steps)

    @property
    def at(self) -> int:
        """The index of the present step."""
        return self._at

    @property
    def undoable(self) -> Text | None:
        """The title of the step that undo takes back, None at the start."""
        return self._steps[self._at].title if self._at else None

    @property
    def redoable(self) -> Text | None:
        """The title of the step that redo does again, None at the end."""
        return self._steps[self._at + 1].title if self._at + 1 < len(self._steps) else None

    def push(self, title: Text, design: Design) -> None:
        """Adds a step after the present one and goes there."""
        self._steps[self._at + 1 :] = [Step(title, design)]
        self._at += 1

    def replace(self, title: Text, design: Design) -> None:
        """Puts another step in place of the present one, and drops those ahead of it."""
        self._steps[self._at :] = [Step(title, design)]

    def go(self, at: int) -> Design:
        """The design of a step, which becomes the present one; IndexError where there is no such step."""
        if not 0 <= at < len(self._steps):
            raise IndexError(f"the history has {len(self._steps)} steps, not a step {at}")
        self._at = at
        return self.design
