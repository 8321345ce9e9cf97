"""The command line: the same functions as behind the window, without one.

Exit codes: 0 done, 1 only from `check` when it found errors and from `invariants` when one is refuted, 2 could not run, with a
sentence on stderr that says why.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.cli.failures import sentence
from workbench.cli.talk import Talk, language_of_messages
from workbench.texts import text

if TYPE_CHECKING:
    from workbench.exporters import Painter

DONE, COULD_NOT_RUN = 0, 2
NAMES: Final = (
    "new",
    "import",
    "check",
    "plan",
    "matrix",
    "ask",
    "exposure",
    "changes",
    "invariants",
    "domains",
    "export",
    "render",
    "schema",
    "rules",
    "forget",
)
"""The commands by name, known without reading them: the window need not wait for what it does not use."""


def names_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for a command or for help, not for the window."""
    return bool(arguments) and (arguments[0] in NAMES or arguments[0].startswith("-"))


def run(arguments: Sequence[str], painter: Callable[[], Painter]) -> int:
    """The exit code of a command; what it answers goes to stdout, everything else to stderr."""
    from workbench.cli.arguments import parser

    talk = Talk(language_of_messages(arguments, os.environ), painter)
    try:
        options = parser(talk.language).parse_args(arguments)
        code: int = options.run(options, talk)
        talk.finish()
        return code
    except KeyboardInterrupt:
        talk.say(text("Stopped. What was not finished was not written."))
    except BrokenPipeError:
        # The reader of our answer has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as failure:
        talk.say(sentence(failure))
    return COULD_NOT_RUN


def window_refused(arguments: Sequence[str]) -> int:
    """The exit code where the window cannot open, after saying why; 0 where it can."""
    talk = Talk(language_of_messages(arguments, os.environ))
    if len(arguments) > 1:
        talk.say(
            text(
                "“{word}” is no command. The commands are {commands}; the window takes one file.",
                word=arguments[0],
                commands=NAMES,
            )
        )
        return COULD_NOT_RUN
    if not _has_display():
        talk.say(
            text(
                "There is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set). "
                "The commands work without one: {commands}.",
                commands=NAMES,
            )
        )
        return COULD_NOT_RUN
    return DONE


def file_to_open(arguments: Sequence[str]) -> Path | None:
    """The file named for the window, if one is."""
    return Path(arguments[0]) if arguments else None


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
