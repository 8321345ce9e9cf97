"""The panel that asks for paths, in the window: what it tells is shown on sheets and in the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.canvas.light import Step
from widgets.navigator.sheets import sheets_of
from widgets.paths.panel import PathPanel
from workbench.model.element import ElementId
from workbench.reachability import asker
from workbench.reachability.answer import PathAnswer
from workbench.reachability.question import wording_for
from workbench.reachability.told import standing_for, way_of
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.rooms import Rooms
    from widgets.shell.window import MainWindow

ENOUGH = 2
"""Hops that the sheet in front has to show for a path to be lit there."""


def open_panel(window: MainWindow) -> None:
    """Shows the panel, made when it is first asked for, and gives its line the keys."""
    rooms = window.rooms
    if rooms.path is None:
        rooms.path = _made(window)
    window.panels.show_path(rooms.path)
    rooms.path.focus()


def ask_between(window: MainWindow, source: ElementId, target: ElementId, port: str) -> None:
    """Asks in the panel for the path from one party to another; without a port the line waits for one."""
    design, language = window.editor.design, window.look.language
    if source in design and target in design:
        open_panel(window)
        names = [wording_for(design, id, language) for id in (source, target)]
        assert window.rooms.path
        window.rooms.path.ask_for(f"{names[0]} → {names[1]} {port}")


def _made(window: MainWindow) -> PathPanel:
    assert asker.ASKER is not None
    rooms, desk = window.rooms, window.desk
    panel = PathPanel(window.editor, window.look, asker.ASKER)
    panel.picked.connect(rooms.reveal)
    panel.lit.connect(lambda answer, back: _light(window, answer, back))
    panel.unlit.connect(rooms.area.put_out)
    panel.said.connect(desk.say)
    panel.failed.connect(lambda wrong: window.acts.faults.tell(wrong, text("Ask a path")))
    panel.left.connect(rooms.area.focus)
    panel.closed.connect(lambda: _close(window))
    return panel


def _close(window: MainWindow) -> None:
    window.rooms.area.put_out()
    window.panels.show_path(None)
    window.rooms.area.focus()


def _light(window: MainWindow, answer: PathAnswer, back: bool) -> None:
    """Lights a path on the sheet in front, or on the first network sheet where that shows too little of it."""
    rooms = window.rooms
    found, stop = way_of(answer, back)
    design = window.editor.design
    steps = [Step(number, standing_for(design, id), answer.hops[number - 1].place) for number, id in found]
    rooms.area.put_out()
    _go_to_sheet(rooms, steps)
    canvas = rooms.area.canvas
    if canvas is None:
        window.desk.say(text("No sheet shows this path. Add a network sheet beside the tabs."))
        return
    light = canvas.above.light
    light.show(steps, stop and standing_for(design, stop), answer.verdict != "unknown")
    if canvas.drawing is None:
        window.desk.say(text("The path is lit · Esc puts it out"))
    else:
        here = text("{here} of {all} hops stand on this sheet", here=light.here, all=len(steps))
        window.desk.say(text("{hops} · Esc puts the path out", hops=here))


def _go_to_sheet(rooms: Rooms, steps: list[Step]) -> None:
    here = sum(rooms.area.shows(step.element) for step in steps) if rooms.area.canvas else 0
    if here >= min(ENOUGH, len(steps)):
        return
    network = [sheet for sheet in sheets_of(rooms.editor.design) if sheet.shows == "network"]
    if network:
        rooms.tabs.show_sheet(network[0].id)
