"""The workbench: a command of the command line where one is named, the window otherwise."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from workbench import cli, offline

if TYPE_CHECKING:
    from workbench.exporters import Painter


def main(arguments: list[str]) -> int:
    """The exit code of what the arguments ask for."""
    # Before anything else is read, so that no socket could be missed.
    offline.watch()
    if cli.names_command(arguments):
        return cli.run(arguments, painter)
    if refused := cli.window_refused(arguments):
        return refused
    # What is read at the start stays: looking through it for garbage would only delay the first window.
    gc.disable()
    from widgets.shell.run import run

    return run(cli.file_to_open(arguments))


def painter() -> Painter:
    """What paints PDF and PNG; Qt is loaded only when it is asked for."""
    from widgets.painting.painter import QtPainter

    return QtPainter()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
