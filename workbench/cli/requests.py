"""`main.py plan --requests`: a plain file of address requests answered, without a design."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.texts import Text, text


def answer_requests(path: Path, talk: Talk) -> int:
    """Prints the answer to each problem of the file as JSON; CannotRun names the place of what makes no sense."""
    from planners.addresses import plan
    from planners.addresses.answers_file import answer_data
    from planners.addresses.errors import AddressError
    from planners.addresses.requests_file import read_text

    def warn(words: str) -> None:
        talk.say(_wrong(path, words))

    try:
        asked = read_text(path.read_bytes(), warn)
        answers = [answer_data(problem, plan(problem)) for problem in asked.problems]
    except AddressError as wrong:
        raise CannotRun(_wrong(path, str(wrong))) from wrong
    talk.answer(json.dumps(answers if asked.is_list else answers[0], ensure_ascii=False, indent=1))
    return 0


def _wrong(path: Path, words: str) -> Text:
    return text("{path}: {words}", path=str(path), words=words)
