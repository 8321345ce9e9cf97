"""Command: a verb the user can pick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from workbench.commands.desk import Desk
from workbench.commands.menus import MENUS, Menu
from workbench.texts import Text, text

Hindrance = Callable[[Desk], Text | None]
COMMANDS: Final[dict[str, Command]] = {}


def nothing(desk: Desk) -> Text | None:
    """No hindrance: the command may always be picked."""
    return None


def always() -> bool:
    """The command is there."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """A verb with its place in the menus.

    `hindrance` says why it cannot be picked now. `is_on` tells of a choice whether it holds; None for plain verbs.
    `is_there` tells whether the program has it at all: where not, no menu, finder or help names it.
    Orders of one hundred stand together in the menu.
    """

    id: str
    title: Text
    menu: Menu
    order: int
    run: Callable[[Desk], None]
    shortcut: str = ""
    symbol: str = ""
    hindrance: Hindrance = nothing
    is_on: Callable[[Desk], bool] | None = None
    is_there: Callable[[], bool] = always


def command(
    id: str,
    *,
    title: str,
    menu: Menu,
    order: int,
    shortcut: str = "",
    hindrance: Hindrance = nothing,
    is_on: Callable[[Desk], bool] | None = None,
    is_there: Callable[[], bool] = always,
) -> Callable[[Callable[[Desk], None]], Command]:
    """Registers a function as a command; a second one of an id or shortcut stops the program."""

    def register(run: Callable[[Desk], None]) -> Command:
        said = text(title, key=f"command.{id}")
        return registered(Command(id, said, menu, order, run, shortcut, "", hindrance, is_on, is_there))

    return register


def registered(made: Command) -> Command:
    """The command, once it is known to be the only one of its id and shortcut."""
    for other in COMMANDS.values():
        if other.id == made.id or (made.shortcut and other.shortcut == made.shortcut):
            raise ValueError(f"the commands {other.id} and {made.id} have one id or shortcut")
    COMMANDS[made.id] = made
    return made


def commands() -> tuple[Command, ...]:
    """Every command that is there, in the order of the menus; loads them when first asked."""
    from importlib import import_module
    from pkgutil import iter_modules

    import workbench.commands as here

    for name in sorted(module.name for module in iter_modules(here.__path__)):
        import_module(f"{here.__name__}.{name}")
    menus = tuple(MENUS)
    there = (one for one in COMMANDS.values() if one.is_there())
    return tuple(sorted(there, key=lambda one: (menus.index(one.menu), one.order, one.id)))
