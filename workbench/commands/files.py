"""Opening and saving designs, and leaving without losing one."""

from __future__ import annotations

from pathlib import Path

from workbench.cancelled import Cancelled
from workbench.commands.command import command
from workbench.commands.desk import Answer, Desk, Question
from workbench.storage.files import SUFFIX, NotSaved
from workbench.storage.format import BrokenFile
from workbench.storage.journal import is_anything_left
from workbench.storage.opening import opened
from workbench.storage.recent import recent
from workbench.storage.safekeeping import Changed, Written
from workbench.storage.sealing import Sealed
from workbench.texts import Text, text


@command("file.new", title="New design", menu="file", order=100, shortcut="Ctrl+N")
def new(desk: Desk) -> None:
    """An empty design in place of the present one."""
    if may_leave(desk):
        desk.lay_out(None)


@command("file.open", title="Open…", menu="file", order=110, shortcut="Ctrl+O")
def open_file(desk: Desk) -> None:
    """A design from a file in place of the present one."""
    if not may_leave(desk):
        return
    path = desk.ask_file("open", desk.path)
    if path:
        open_path(desk, path)


def none_recent(desk: Desk) -> Text | None:
    """Why there is nothing to choose from."""
    return None if recent() else text("No design was opened yet.")


@command(
    "file.recent",
    title="Open recent…",
    menu="file",
    order=115,
    shortcut="Ctrl+Shift+O",
    hindrance=none_recent,
)
def open_recent(desk: Desk) -> None:
    """One of the designs opened last, by its picture."""
    desk.show_dialog("recent")


@command("file.new-pattern", title="New from a pattern…", menu="file", order=102)
def new_from_pattern(desk: Desk) -> None:
    """A design that is begun already, in place of the present one."""
    if may_leave(desk):
        desk.show_dialog("patterns")


@command("file.new-window", title="New window", menu="file", order=105, shortcut="Ctrl+Shift+N")
def new_window(desk: Desk) -> None:
    """Another window with a new design beside this one."""
    desk.open_window()


def open_path(desk: Desk, path: Path, take_over: bool = False) -> None:
    """Shows the design of a file, or says why it cannot be read; then the present design stays."""
    says = text("Opening {name}…", name=path.name)
    try:
        found = desk.beside(lambda progress: opened(path, take_over, progress=progress), says)
    except Sealed:
        found = desk.unlock(path.name, lambda password: opened(path, take_over, password))
    except BrokenFile as wrong:
        desk.show_error(wrong.text)
        return
    except Cancelled:
        desk.say(text("{name} was not opened.", name=path.name))
        return
    if found:
        desk.lay_out(found)


def held_by_nobody(desk: Desk) -> Text | None:
    """Why there is nothing to take over."""
    return None if desk.holder else text("Nobody else has this design open.")


@command("file.take-over", title="Take over…", menu="file", order=120, hindrance=held_by_nobody)
def take_over(desk: Desk) -> None:
    """The file of a design that somebody else has open, to change it here."""
    holder, path = desk.holder, desk.path
    if holder is None or path is None:
        return
    answer = desk.ask(
        Question(
            text("Take {name} over?", name=path.name),
            text(
                "{user} on {host} has had it open since {since}. What they have not saved stays with them: they are told, "
                "and can save it under another name only.",
                user=holder.user,
                host=holder.host,
                since=holder.since,
            ),
            (Answer("take", text("Take over"), "danger"), Answer("", text("Cancel"))),
        )
    )
    if answer == "take":
        open_path(desk, path, take_over=True)


def nothing_left(desk: Desk) -> Text | None:
    """Why there is nothing to recover."""
    return None if is_anything_left() else text("Nothing was left by a crash.")


@command("file.recover", title="Recover…", menu="file", order=130, hindrance=nothing_left)
def recover(desk: Desk) -> None:
    """What was not saved when the program or the machine stopped."""
    desk.show_dialog("recover")


def saved_already(desk: Desk) -> Text | None:
    """Why saving would change nothing."""
    if desk.editor.is_saved and desk.path:
        return text("Everything is saved.")
    return None


@command("file.save", title="Save", menu="file", order=200, shortcut="Ctrl+S", hindrance=saved_already)
def save(desk: Desk) -> None:
    """The design into its file; asks for one where it has none."""
    if desk.is_busy:
        # What was changed since the save that is going on began.
        desk.afterwards(lambda: saved_already(desk) or save_design_of(desk))
    else:
        save_design_of(desk)


@command("file.save-as", title="Save as…", menu="file", order=210, shortcut="Ctrl+Shift+S")
def save_as(desk: Desk) -> None:
    """The design into another file, which becomes its own."""
    save_to_asked(desk)


@command(
    "file.password", title="Password…", menu="file", order=220, hindrance=lambda desk: desk.editor.read_only
)
def password(desk: Desk) -> None:
    """A password that the design is sealed with, another one, or none any more; then it is saved."""
    decided, key = desk.ask_key()
    if decided:
        desk.settle()
        desk.keeping.seal(key)
        save_design_of(desk)


def save_design_of(desk: Desk) -> bool:
    """Whether the design, as it was when this began, is in its file now; says why where it is not."""
    # A design that may only be read keeps its file; a copy of it goes elsewhere.
    if desk.path is None or desk.editor.read_only:
        return save_to_asked(desk)
    return _write(desk, desk.path)


def save_to_asked(desk: Desk) -> bool:
    """Whether the design is in a file the user chose."""
    path = desk.ask_file("save", desk.path)
    return path is not None and _write(desk, path if path.suffix else path.with_suffix(SUFFIX))


def may_leave(desk: Desk) -> bool:
    """Whether the present design may be left: saved, or given up knowingly."""
    desk.settle()
    if desk.editor.is_saved:
        return True
    name = desk.path.name if desk.path else text("The new design")
    answer = desk.ask(
        Question(
            text("Save before leaving?"),
            text("{name} has changes that are not saved. Without saving they are lost.", name=name),
            (
                Answer("save", text("Save"), "primary"),
                Answer("discard", text("Discard changes"), "danger"),
                Answer("", text("Cancel")),
            ),
        )
    )
    # What was changed while it was saved is asked about again.
    return (save_design_of(desk) and may_leave(desk)) if answer == "save" else answer == "discard"


def _write(desk: Desk, path: Path, over: bool = False) -> bool:
    desk.settle()
    design, keeping = desk.editor.design, desk.keeping

    def wrote(written: Written) -> None:
        keeping.wrote(written)
        desk.saved_as(path)
        desk.say(text("Saved {name}", name=path.name))

    try:
        desk.beside(
            lambda progress: keeping.write(design, path, over, progress),
            text("Saving {name}…", name=path.name),
            wrote,
            free=True,
        )
    except NotSaved as wrong:
        desk.show_error(wrong.text)
        return False
    except Cancelled:
        desk.say(text("{name} was not saved; the file on disk is unchanged.", name=path.name))
        return False
    except Changed:
        return _may_go_over(desk, path) and _write(desk, path, over=True)
    return True


def _may_go_over(desk: Desk, path: Path) -> bool:
    """Whether what somebody else wrote into the file meanwhile may go; the backup beside it keeps it."""
    answer = desk.ask(
        Question(
            text("Save over what somebody else wrote?"),
            text(
                "{name} was changed by another program since it was opened here. Saving replaces that; the copy beside it "
                "that ends in .bak will hold it until the next save.",
                name=path.name,
            ),
            (
                Answer("over", text("Save all the same"), "danger"),
                Answer("", text("Cancel"), "primary"),
            ),
        )
    )
    return answer == "over"
