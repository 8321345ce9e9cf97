"""The list of commands: complete, without clashes, and with a reason where one cannot be picked."""

from __future__ import annotations

import pytest

from workbench.commands.command import COMMANDS, MENUS, Command, commands, registered
from workbench.model.element import KINDS


def test_every_command_stands_in_a_menu_that_exists() -> None:
    assert {command.menu for command in commands()} <= set(MENUS)


def test_every_kind_that_a_user_may_insert_has_its_command() -> None:
    offered = {id.removeprefix("insert.") for id in COMMANDS if id.startswith("insert.")}

    assert offered == set(KINDS) - {"placement", "opaque", "sheet"}


def test_a_second_command_of_a_shortcut_stops_the_program() -> None:
    save = next(command for command in commands() if command.id == "file.save")
    clash = Command("file.clash", save.title, "file", 1, save.run, shortcut=save.shortcut)

    with pytest.raises(ValueError, match=r"file\.save and file\.clash"):
        registered(clash)


def test_every_title_has_its_chinese() -> None:
    for command in commands():
        assert command.title.said("zh")
        assert command.title.said("zh") != command.title.said("en") or command.id in (
            "view.chinese",
            "view.english",
        )
