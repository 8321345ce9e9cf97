"""Argument parsers that help and refuse in the language of the messages."""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import Any, Final, NoReturn

from workbench.cli.failures import CannotRun
from workbench.texts import Language, Text, text

HEADINGS: Final = {
    "usage: ": text("usage: "),
    "positional arguments": text("positional arguments"),
    "options": text("options"),
}
REFUSALS: Final = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (?P<names>.+)", text("Missing: {names}")),
        (r"one of the arguments (?P<names>.+) is required", text("Missing: one of {names}")),
        (r"unrecognized arguments: (?P<names>.+)", text("“{names}” is not understood")),
        (r"argument (?P<name>.+?): expected .*argument.*", text("{name} wants a value")),
        (r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", text("{name} takes no value")),
        (
            r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
            text("{name} and {other} exclude each other"),
        ),
        (
            r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.+)\)",
            text("{name} cannot be “{value}”; it is one of {choices}"),
        ),
    )
)
"""The sentences of the standard library, and what is said in their place; any other stays as it is."""


class Parser(argparse.ArgumentParser):
    """A parser whose help is in a language and whose refusals are raised as a sentence."""

    def __init__(self, *, language: Language, **options: Any) -> None:
        super().__init__(
            **options, allow_abbrev=False, add_help=False, formatter_class=partial(_Help, language=language)
        )
        self.add_argument(
            "-h", "--help", action="help", help=text("show this help and do nothing else").said(language)
        )

    def error(self, message: str) -> NoReturn:
        """CannotRun with the reason and where help is."""
        raise CannotRun(
            text(
                "{reason}. “{program} --help” says what can be typed.",
                reason=reason(message),
                program=self.prog,
            )
        )


class _Help(argparse.HelpFormatter):
    """Help with its headings in a language."""

    def __init__(self, prog: str, language: Language) -> None:
        super().__init__(prog)
        self._language: Language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(
            usage, actions, groups, HEADINGS["usage: "].said(self._language) if prefix is None else prefix
        )

    def start_section(self, heading: str | None) -> None:
        known = HEADINGS.get(heading or "")
        super().start_section(known.said(self._language) if known else heading)


def reason(message: str) -> Text | str:
    """A refusal of the standard library as a sentence of our own."""
    for pattern, sentence in REFUSALS:
        if found := pattern.fullmatch(message):
            values = (
                (name, _listed(name, said.replace("'", ""))) for name, said in found.groupdict().items()
            )
            return Text(sentence.source, tuple(values), sentence.key)
    return message


def _listed(name: str, said: str) -> str | tuple[str, ...]:
    """What a refusal names, as a list where it may name several."""
    return tuple(said.replace(",", " ").split()) if name in ("names", "choices") else said
