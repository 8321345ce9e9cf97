"""`main.py ask FILE --questions QUESTIONS`: a plain file of questions answered from a design."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from workbench.cli.designs import design_in
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.texts import Text, text

if TYPE_CHECKING:
    from planners.reachability.questions import Question
    from workbench.model.design import Design
    from workbench.reachability.asked import Asked


_DECODER: Final = json.JSONDecoder()
_BETWEEN: Final = frozenset(" \t\r\n,")
"""What stands between the items of a list."""


class _Wrong(NamedTuple):
    """Why a question cannot be asked, and the line that it begins in."""

    line: int
    why: Text


def ask_questions(options: Namespace, talk: Talk) -> int:
    """Answers every question of a file, in its order; where one cannot be asked none is, and each such line is named."""
    from workbench.cli.paths import answer_data
    from workbench.reachability.asking import ask
    from workbench.reachability.modelled import modelled

    design = design_in(Path(options.words[0])).design
    asked = _asked(options.questions, design, talk)
    found = modelled(design, places=True)
    told = []
    for at, one in enumerate(asked):
        talk.progress(at / len(asked))
        told.append(answer_data(ask(found, *one)))
    talk.answer_json(told)
    return 0


def _asked(path: Path, design: Design, talk: Talk) -> list[Asked]:
    read = [_understood(question, line, design) for question, line in _questions(path, talk)]
    wrong = [_said(path, one) for one in read if isinstance(one, _Wrong)]
    for one in wrong[:-1]:
        talk.say(one)
    if wrong:
        raise CannotRun(wrong[-1])
    return [one for one in read if not isinstance(one, _Wrong)]


def _said(path: Path, wrong: _Wrong) -> Text:
    return text("{path}, line {line}: {reason}", path=str(path), line=wrong.line, reason=wrong.why)


def _understood(question: Question, line: int, design: Design) -> Asked | _Wrong:
    """A question about parties of a design, each named by name or id."""
    from workbench.cli.paths import party_named, port_of, protocol_of
    from workbench.reachability.asked import Asked

    source, target, protocol, port = question.places
    try:
        return Asked(
            party_named(design, source, question.source),
            party_named(design, target, question.target),
            protocol_of(protocol, question.protocol),
            port_of(port, question.protocol, None if question.port is None else str(question.port)),
        )
    except CannotRun as wrong:
        return _Wrong(line, wrong.text)


def _questions(path: Path, talk: Talk) -> list[tuple[Question, int]]:
    from planners.reachability import ReachabilityError
    from planners.reachability.questions import read_questions
    from workbench.cli.reachability import told_of

    written = path.read_bytes()
    try:
        questions = read_questions(written, lambda told: talk.say(told_of(path, told)))
    except ReachabilityError as wrong:
        raise CannotRun(told_of(path, wrong.told)) from wrong
    lines = _lines(written.decode(json.detect_encoding(written)))
    return list(zip(questions, lines, strict=True))


def _lines(written: str) -> Iterator[int]:
    """The line in which each item of a JSON list begins."""
    line, before, at = 1, 0, written.index("[") + 1
    while True:
        while written[at] in _BETWEEN:
            at += 1
        if written[at] == "]":
            return
        line, before = line + written.count("\n", before, at), at
        yield line
        at = _DECODER.raw_decode(written, at)[1]
