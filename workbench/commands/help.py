"""What the program says about itself, and what it has left on this machine."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Answer, Desk, Question
from workbench.storage.traces import remove_traces, traces
from workbench.texts import Text, text


@command("help.contents", title="Help", menu="help", order=100, shortcut="F1")
def contents(desk: Desk) -> None:
    """The page of the finding or element in hand, or the first."""
    desk.show_help()


@command("help.first-steps", title="A small design in twenty minutes", menu="help", order=110)
def first_steps(desk: Desk) -> None:
    """What a newcomer does, step by step, ticked off as the design grows."""
    desk.show_dialog("guide")


@command("help.keys", title="Keyboard shortcuts", menu="help", order=120, shortcut="Ctrl+/")
def keys(desk: Desk) -> None:
    """Every key there is."""
    desk.show_help("keys")


@command("help.offline", title="Nothing leaves this machine", menu="help", order=310)
def offline(desk: Desk) -> None:
    """How one can see that the program opens no connection."""
    desk.show_help("offline")


@command("help.licences", title="Licences", menu="help", order=320)
def licences(desk: Desk) -> None:
    """Whose work is in the program."""
    desk.show_help("licences")


@command("help.about", title="About Landing Zone Workbench", menu="help", order=300)
def about(desk: Desk) -> None:
    """Name, version, licence, and what the program never does."""
    desk.show_dialog("about")


def no_traces(desk: Desk) -> Text | None:
    """Why there is nothing to remove."""
    return None if traces() else text("There are no local traces.")


@command("help.forget", title="Remove local traces…", menu="help", order=200, hindrance=no_traces)
def forget(desk: Desk) -> None:
    """Everything the program keeps on this machine beside the designs themselves."""
    answer = desk.ask(
        Question(
            text("Remove every local trace?"),
            text(
                "Designs and the backups beside them stay. What open windows are using goes when they are closed. "
                "Changes that were not saved before a crash are lost."
            ),
            (Answer("remove", text("Remove"), "danger"), Answer("", text("Cancel"), "primary")),
            tuple(
                text("{title}: {count} files", title=trace.title, count=len(trace.files))
                for trace in traces()
            ),
        )
    )
    if answer == "remove":
        remove_traces()
        desk.say(text("Local traces removed"))
