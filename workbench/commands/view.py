"""How the sheet and the window look."""

from __future__ import annotations

from workbench.commands.command import command
from workbench.commands.desk import Desk
from workbench.texts import Text, text


def no_sheet(desk: Desk) -> Text | None:
    """Why there is no sheet to do something with."""
    if desk.map_shown:
        return text(
            "The address map is in front. Bring a sheet to the front first: click its tab, or Ctrl M."
        )
    if desk.matrix_shown:
        return text("The matrix is in front. Bring a sheet to the front first: click its tab, or Ctrl R.")
    if desk.page_shown:
        return text("A list is in front. Bring a sheet to the front first: click its tab.")
    return None if desk.sheet else text("The design has no sheet yet. Add one beside the tabs.")


def nothing_to_zoom(desk: Desk) -> Text | None:
    """Why there is nothing to zoom; address map and matrix are zoomed as sheets are."""
    return None if desk.map_shown or desk.matrix_shown else no_sheet(desk)


@command("view.find", title="Find elements and commands…", menu="view", order=50, shortcut="Ctrl+K")
def find(desk: Desk) -> None:
    """The box that finds elements, addresses and commands."""
    desk.show_dialog("finder")


@command("view.next-part", title="Next part of the window", menu="view", order=60, shortcut="F6")
def next_part(desk: Desk) -> None:
    """The keys go on to the next part: menus, tree, sheet, inspector, findings."""
    desk.go_to_part(forward=True)


@command(
    "view.previous-part", title="Previous part of the window", menu="view", order=61, shortcut="Shift+F6"
)
def previous_part(desk: Desk) -> None:
    """The keys go back to the part before."""
    desk.go_to_part(forward=False)


@command("view.next-tab", title="Next tab", menu="view", order=70, shortcut="Ctrl+PgDown")
def next_tab(desk: Desk) -> None:
    """The sheet behind the one in front, or address map or matrix; after the last the first."""
    desk.go_to_tab(1)


@command("view.previous-tab", title="Previous tab", menu="view", order=71, shortcut="Ctrl+PgUp")
def previous_tab(desk: Desk) -> None:
    """The sheet before the one in front; before the first the last."""
    desk.go_to_tab(-1)


@command(
    "view.zoom-in", title="Zoom in", menu="view", order=100, shortcut="Ctrl+=", hindrance=nothing_to_zoom
)
def zoom_in(desk: Desk) -> None:
    """Everything larger by one step."""
    desk.view.zoom_in()


@command(
    "view.zoom-out", title="Zoom out", menu="view", order=110, shortcut="Ctrl+-", hindrance=nothing_to_zoom
)
def zoom_out(desk: Desk) -> None:
    """Everything smaller by one step."""
    desk.view.zoom_out()


@command("view.zoom-one", title="Actual size", menu="view", order=120, shortcut="Ctrl+0", hindrance=no_sheet)
def zoom_one(desk: Desk) -> None:
    """The sheet at its own size."""
    desk.view.zoom_to(1.0)


@command(
    "view.fit",
    title="Show the whole sheet",
    menu="view",
    order=130,
    shortcut="Ctrl+9",
    hindrance=nothing_to_zoom,
)
def fit(desk: Desk) -> None:
    """The whole sheet in the window."""
    desk.view.fit()


@command("view.chinese", title="中文", menu="view", order=200, is_on=lambda desk: desk.language == "zh")
def chinese(desk: Desk) -> None:
    """The window in Chinese."""
    desk.speak("zh")


@command("view.english", title="English", menu="view", order=210, is_on=lambda desk: desk.language == "en")
def english(desk: Desk) -> None:
    """The window in English."""
    desk.speak("en")


@command("view.dark", title="Dark", menu="view", order=300, is_on=lambda desk: desk.theme == "dark")
def dark(desk: Desk) -> None:
    """Light colours where they were dark, and back."""
    desk.wear("light" if desk.theme == "dark" else "dark")


@command(
    "view.panels",
    title="Hide the panels",
    menu="view",
    order=310,
    shortcut="F11",
    is_on=lambda desk: desk.panels_hidden,
)
def panels(desk: Desk) -> None:
    """The sheet alone, and back."""
    desk.hide_panels(not desk.panels_hidden)
