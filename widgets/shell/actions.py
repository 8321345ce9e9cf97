"""Menus, shortcuts and buttons, all made from the commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from widgets.look import Look
from widgets.symbols import icon
from workbench.commands.command import Command, commands
from workbench.commands.desk import Desk
from workbench.commands.inserting import SUBMENUS
from workbench.commands.menus import Menu


class Actions:
    """Every command as an action of Qt; menus read titles and hindrances anew whenever they open."""

    def __init__(self, window: QMainWindow, desk: Desk, look: Look, run: Callable[[Command], None]) -> None:
        self._desk, self._look = desk, look
        self._commands = {command.id: command for command in commands()}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        """The menus of the bar are titled by whoever made them, those inside them here."""
        for command in self._commands.values():
            action = self._actions[command.id] = QAction(window)
            if command.shortcut:
                action.setShortcut(QKeySequence(command.shortcut))
            action.setCheckable(command.is_on is not None)
            action.triggered.connect(partial(_triggered, run, command))
            window.addAction(action)

    def action(self, id: str) -> QAction:
        """The action of a command."""
        return self._actions[id]

    def fill(self, menus: Mapping[Menu, QMenu]) -> None:
        """Puts every command into its menu."""
        for name, menu in menus.items():
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self.release)
            menu.setToolTipsVisible(True)
            self._fill_menu(name, menu)
        self.retell()

    def retell(self) -> None:
        """Says every title in the present language."""
        for name, menu in self._menus.items():
            menu.setTitle(self._look.said(SUBMENUS[name]))
            menu.setWindowTitle(menu.title())
        for id, action in self._actions.items():
            command = self._commands[id]
            action.setText(self._look.said(command.title))
            if command.symbol and not action.icon().isNull():
                action.setIcon(icon(command.symbol, self._look.theme))

    def refresh(self) -> None:
        """Greys out what cannot be picked now, with the reason as tooltip, and ticks what holds."""
        for id, action in self._actions.items():
            command = self._commands[id]
            reason = command.hindrance(self._desk)
            action.setEnabled(reason is None)
            action.setToolTip(self._look.said(reason or command.title))
            if command.is_on is not None:
                action.setChecked(command.is_on(self._desk))

    def release(self) -> None:
        """Lets shortcuts through again: a command that cannot be done now says why when its keys are pressed."""
        for action in self._actions.values():
            action.setEnabled(True)

    def _fill_menu(self, name: str, menu: QMenu) -> None:
        some = [command for command in self._commands.values() if command.menu == name]
        group = -1
        for command in some:
            parent = menu
            if name == "insert":
                parent = self._submenu(menu, command.order // 100)
            elif group not in (-1, command.order // 100):
                menu.addSeparator()
            group = command.order // 100
            parent.addAction(self._actions[command.id])

    def _submenu(self, menu: QMenu, group: int) -> QMenu:
        name = tuple(SUBMENUS)[group - 1]
        if name not in self._menus:
            made = self._menus[name] = menu.addMenu("")
            made.aboutToShow.connect(partial(self._draw_icons, made))
        return self._menus[name]

    def _draw_icons(self, menu: QMenu) -> None:
        # Symbols are rendered when a menu is first opened, not while the window is made.
        for id, action in self._actions.items():
            if action in menu.actions():
                action.setIcon(icon(self._commands[id].symbol, self._look.theme))


def _triggered(run: Callable[[Command], None], command: Command, checked: bool = False) -> None:
    run(command)
