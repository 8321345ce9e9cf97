"""How a command speaks: answers on stdout, messages and progress on stderr."""

from __future__ import annotations

import json
import locale
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from workbench.texts import LANGUAGES, Language, Text

if TYPE_CHECKING:
    from workbench.exporters import Painter

BAR = 24
_HIDDEN: Final = (
    *range(0x20),
    0x7F,
    *range(0x80, 0xA0),
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
SHOWN: Final = {one: f"\\u{one:04x}" for one in _HIDDEN if one not in (0x09, 0x0A)}
"""Characters that steer a terminal or turn the direction of what follows, as they are shown: a name may hold them."""


class Talk:
    """The two outputs of a command in the language of its messages, and who paints for it."""

    def __init__(self, language: Language, painter: Callable[[], Painter] | None = None) -> None:
        self.language = language
        self._painter = painter
        self._bar_shown = -1
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def painter(self) -> Painter | None:
        """What paints PDF and PNG, made when it is first needed; None where the program gave none."""
        return self._painter() if self._painter else None

    def say(self, message: Text) -> None:
        """A message to the person, on stderr."""
        self._clear_bar()
        print(message.said(self.language).translate(SHOWN), file=sys.stderr, flush=True)

    def answer(self, line: Text | str) -> None:
        """A line of the answer, on stdout."""
        self._clear_bar()
        print((line.said(self.language) if isinstance(line, Text) else line).translate(SHOWN))

    def answer_part(self, piece: str) -> None:
        """A piece of an answer that is too large to be made as a whole, on stdout."""
        self._clear_bar()
        sys.stdout.write(piece)

    def answer_json(self, value: Any) -> None:
        """The whole answer as JSON, on stdout alone."""
        self._clear_bar()
        print(json.dumps(value, ensure_ascii=False, indent=1))

    def progress(self, share: float) -> None:
        """Shows how far the work is, where a person watches."""
        done = min(BAR, int(share * BAR))
        if done != self._bar_shown and sys.stderr.isatty():
            self._bar_shown = done
            print(f"\r[{'#' * done}{' ' * (BAR - done)}] {share:4.0%}", end="", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Brings everything said out of the buffers."""
        self._clear_bar()
        sys.stdout.flush()

    def _clear_bar(self) -> None:
        if self._bar_shown >= 0:
            self._bar_shown = -1
            print(f"\r{' ' * (BAR + 8)}\r", end="", file=sys.stderr, flush=True)


def language_of_messages(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language asked for by `--language`, else the one of the locale, else English."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            if value in LANGUAGES:
                return value
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    spoken = named or locale.getlocale()[0] or ""
    return "zh" if spoken.lower().startswith(("zh", "chinese")) else "en"
