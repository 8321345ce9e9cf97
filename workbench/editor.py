"""Editor: the only core object that changes. It holds the current design, its history and the selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.edits import Edit
from workbench.history import History
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.texts import Text, text

Listener = Callable[[Change], None]


class ReadOnly(Exception):
    """The design may be looked at, not changed; the argument is the reason as a Text."""


class Editor:
    """Performs edits one step at a time and tells listeners what each step changed."""

    def __init__(
        self, design: Design | None = None, read_only: Text | None = None, saved: bool = True
    ) -> None:
        self.history = History(design or Design.of(), text("Open"))
        self.read_only = read_only
        self._selection: tuple[ElementId, ...] = ()
        self._saved = self.design if saved else Design.of()
        self._run = ""
        self._on_change: list[Listener] = []
        self._on_select: list[Callable[[tuple[ElementId, ...]], None]] = []

    @property
    def design(self) -> Design:
        """The current design."""
        return self.history.design

    @property
    def selection(self) -> tuple[ElementId, ...]:
        """The selected ids, in the order they were selected."""
        return self._selection

    @property
    def is_saved(self) -> bool:
        """Whether the current design is the one last saved or opened."""
        return self._saved.elements is self.design.elements

    def perform(self, title: Text, edit: Edit, run: str = "") -> Change:
        """Does an edit as one step of undo; an edit that changes nothing leaves no step. ReadOnly says why not.

        Edits of one run, done in a row of one selection, are one step: many presses of an arrow key, for example.
        """
        if self.read_only:
            raise ReadOnly(self.read_only)
        before = self.design
        after = edit(before)
        change = Change.between(before, after)
        if change:
            joins = self.is_running(run)
            (self.history.replace if joins else self.history.push)(title, after)
            self._run = run
            self._announce(change)
        return change

    def is_running(self, run: str) -> bool:
        """Whether the last thing done was an edit of this run."""
        return bool(run) and run == self._run

    def undo(self) -> Change:
        """Takes the last step back; an empty change at the start."""
        return self.go(self.history.at - 1) if self.history.undoable else Change()

    def redo(self) -> Change:
        """Does the next step again; an empty change at the end."""
        return self.go(self.history.at + 1) if self.history.redoable else Change()

    def go(self, at: int) -> Change:
        """Makes the design of a step of the history current."""
        before, self._run = self.design, ""
        change = Change.between(before, self.history.go(at))
        self._announce(change)
        return change

    def select(self, ids: Iterable[ElementId]) -> None:
        """Selects these elements and no others; ids that are not in the design are left out."""
        chosen = tuple(id for id in dict.fromkeys(ids) if id in self.design)
        if chosen != self._selection:
            self._selection, self._run = chosen, ""
            for listener in tuple(self._on_select):
                listener(chosen)

    @property
    def saved_design(self) -> Design:
        """The design that the file holds, an empty one where none does."""
        return self._saved

    def mark_saved(self, design: Design) -> None:
        """Notes that this design is what the file holds."""
        # What is done after a save is a step of its own: taking it back gives what was saved.
        self._saved, self._run = design, ""

    def subscribe(self, on_change: Listener) -> Callable[[], None]:
        """Calls the listener after every change; the function given back ends that."""
        self._on_change.append(on_change)
        return lambda: self._on_change.remove(on_change)

    def subscribe_selection(self, on_select: Callable[[tuple[ElementId, ...]], None]) -> Callable[[], None]:
        """Calls the listener after the selection changed; the function given back ends that."""
        self._on_select.append(on_select)
        return lambda: self._on_select.remove(on_select)

    def _announce(self, change: Change) -> None:
        for listener in tuple(self._on_change):
            listener(change)
        if any(id not in self.design for id in self._selection):
            self.select(self._selection)
