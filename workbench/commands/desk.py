"""Desk: what a command asks of the window in front of it. The window is one; a test's is another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from workbench.drawing.colours import Theme
from workbench.editor import Editor
from workbench.edits.aligning import Axis, Edge
from workbench.model.element import ElementId, Kind
from workbench.progress import Progress
from workbench.storage.claim import Holder
from workbench.storage.clip import Clip
from workbench.storage.opening import Opened
from workbench.storage.safekeeping import Safekeeping
from workbench.storage.sealing import Key
from workbench.texts import Language, Text

Dialog = Literal[
    "import",
    "import-table",
    "export",
    "about",
    "finder",
    "recover",
    "recent",
    "preferences",
    "patterns",
    "guide",
    "rows",
    "history",
    "renumber",
    "synthesis",
]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the buttons below a question."""

    id: str
    label: Text
    weight: Literal["primary", "plain", "danger"] = "plain"


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the user can decide; `details` are listed line by line. Closing it answers with ""."""

    title: Text
    says: Text
    answers: tuple[Answer, ...]
    details: tuple[Text, ...] = ()


class View(Protocol):
    """The sheet in the middle, as far as commands move it."""

    def zoom_in(self) -> None:
        """Makes everything larger by one step."""

    def zoom_out(self) -> None:
        """Makes everything smaller by one step."""

    def zoom_to(self, zoom: float) -> None:
        """Shows the sheet at a zoom, 1 for its own size."""

    def fit(self) -> None:
        """Shows the whole sheet."""

    def delete_selected_from_sheet(self) -> None:
        """Takes what is selected off the sheet; the design keeps it."""

    def rename_selected(self) -> None:
        """Opens the name of the selected element for typing."""

    def align_selected(self, edge: Edge) -> None:
        """Gives the selected boxes an edge or a middle line in common."""

    def distribute_selected(self, axis: Axis) -> None:
        """Puts equal gaps between the selected boxes."""

    def pin_selected(self, pinned: bool) -> None:
        """Keeps the selected boxes where they stand, or lets the sheet arrange them again."""

    def connect_selected(self) -> None:
        """Begins a link at the selected box; Enter ends it at the one selected then."""

    def movable_count(self) -> int:
        """How many of the selected boxes move by themselves, not along with another one."""

    def reveal(self, ids: Sequence[ElementId]) -> None:
        """Selects elements and moves to where they stand."""

    def middle(self) -> tuple[float, float]:
        """The point of the sheet in the middle of what is shown of it."""

    def shown_ids(self) -> tuple[ElementId, ...]:
        """The elements on the sheet."""


class Desk(Protocol):
    """The window as commands see it."""

    @property
    def editor(self) -> Editor:
        """The open design with its history and selection."""

    @property
    def path(self) -> Path | None:
        """The file the design was opened from or saved to."""

    @property
    def holder(self) -> Holder | None:
        """Who else has the file open, where the design is for reading because of that."""

    @property
    def keeping(self) -> Safekeeping:
        """What keeps the open design safe, and saves it."""

    @property
    def is_busy(self) -> bool:
        """Whether something is being done beside the window."""

    @property
    def sheet(self) -> ElementId | None:
        """The sheet in the middle; None where there is none or the address map stands in its place."""

    @property
    def view(self) -> View:
        """How the sheet is shown."""

    @property
    def language(self) -> Language:
        """The language of the window."""

    @property
    def theme(self) -> Theme:
        """The theme of the window."""

    @property
    def panels_hidden(self) -> bool:
        """Whether the sheet stands alone."""

    @property
    def map_shown(self) -> bool:
        """Whether the address map is in front, in place of a sheet."""

    def show_map(self, shown: bool) -> None:
        """Brings the address map to the front, or the sheet again."""

    @property
    def matrix_shown(self) -> bool:
        """Whether the matrix is in front, in place of a sheet."""

    def show_matrix(self, shown: bool) -> None:
        """Brings the matrix to the front, or the sheet again."""

    @property
    def traffic_shown(self) -> bool:
        """Whether security sheets show what passes and is not wanted."""

    def show_traffic(self, shown: bool) -> None:
        """Shows on security sheets what passes and is not wanted, or takes it away."""

    @property
    def page_shown(self) -> str:
        """The page that is in front in place of a sheet, such as `exposure`; empty where none is."""

    def show_page(self, page: str, shown: bool) -> None:
        """Brings a page to the front, or the sheet again."""

    @property
    def table_shown(self) -> bool:
        """Whether the plan table is in front, with the address map or alone."""

    def show_table(self, shown: bool) -> None:
        """Shows the plan table below the address map, or the map alone again."""

    def ask_path(self) -> None:
        """Opens the panel in which paths are asked for, the keys in its line."""

    def go_to_tab(self, by: int) -> None:
        """Brings a tab further on to the front, round at both ends."""

    def go_to_part(self, forward: bool) -> None:
        """Gives the keys to the next part of the window, or to the one before."""

    def hide_panels(self, hidden: bool) -> None:
        """Shows the sheet alone, or the panels around it again."""

    def speak(self, language: Language) -> None:
        """Puts every word of the window into a language."""

    def wear(self, theme: Theme) -> None:
        """Paints everything in a theme."""

    def say(self, words: Text) -> None:
        """Tells what was done, where the eye finds it without being stopped."""

    def show_error(self, words: Text) -> None:
        """Tells what could not be done; the user has to have seen it."""

    def ask(self, question: Question) -> str:
        """The id of the user's answer, "" where the question was closed."""

    def beside(
        self,
        job: Callable[[Progress], Any],
        says: Text,
        then: Callable[[Any], object] = lambda result: None,
        free: bool = False,
    ) -> Any:
        """What a job gives that is done beside the window; raises what it raises, Cancelled where the user stopped it.

        `then` is told the result as soon as it is there. With `free` the design may be changed meanwhile.
        """

    def afterwards(self, do: Callable[[], object]) -> None:
        """Does something once what is done beside the window is over; of several things asked for, the last."""

    def settle(self) -> None:
        """Waits until what is done beside the window is over."""

    def unlock(self, name: str, attempt: Callable[[str], Opened]) -> Opened | None:
        """What an attempt gives with the password the user types, None where they gave up."""

    def ask_key(self) -> tuple[bool, Key | None]:
        """Whether the user decided on a password for the design, and its key; None for no password any more."""

    def ask_file(self, purpose: Literal["open", "save"], suggested: Path | None = None) -> Path | None:
        """A design file to open or to write, None where the user changed their mind."""

    def ask_image(self) -> Path | None:
        """A file with an image, None where the user changed their mind."""

    def copy_out(self, clip: Clip) -> None:
        """Puts elements on the clipboard of the system."""

    def clipboard(self) -> Clip:
        """What the clipboard of the system holds."""

    def lay_out(self, opened: Opened | None) -> None:
        """Shows a design in place of the present one: one just read, or a new one where None is given."""

    def saved_as(self, path: Path) -> None:
        """Notes where the design lives now."""

    def open_window(self, path: Path | None = None) -> None:
        """Opens another window, on a design or an empty one."""

    def show_dialog(self, name: Dialog) -> None:
        """Opens one of the window's dialogs."""

    def show_help(self, page: str = "") -> None:
        """Opens the help at a page; without one at what is selected."""

    def draw(self, kind: Kind) -> None:
        """Takes the tool that draws a kind on the sheet in the middle."""

    def show_sheet(self, sheet: ElementId) -> None:
        """Brings a sheet to the front."""
