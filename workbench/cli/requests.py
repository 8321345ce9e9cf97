"""`main.py plan --requests`: a plain file of address requests answered, without a design."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.texts import Text, text

if TYPE_CHECKING:
    from planners.addresses.errors import Told

_SAID = (
    text("is not JSON: {reason}"),
    text("is missing"),
    text("{value} is none of {choices}"),
    text("{value} is neither 4 nor 6"),
    text("{value} is neither an id nor null"),
    text("{value} is not a name"),
    text("{value} is not a whole number from 0"),
    text("{value} is not a whole number from 1"),
    text("{value} is larger than {most}"),
    text("{value} is not an object"),
    text("{value} is not a list"),
    text("ignored, {id} is a container"),
    text("ignored, {id} is no container"),
    text("ignored, prefixlen is given"),
    text("ignored, only the top level chooses pools"),
    text("unknown key, ignored"),
    text("{block} is a single address and cannot be split"),
    text("{text} is not a block; write it like 10.0.0.0/16"),
    text("{text} is not a block; write it like 10.0.0.0/16 or fd00::/56"),
    text("{text} is an IPv{other} block; this plan is about IPv{family}"),
    text("{text} has no prefix length; did you mean {meant}?"),
    text("{text} is not a block; did you mean {meant}?"),
    text("{block} overlaps the pool {other}; give disjoint pools"),
    text("{block} is not of the family of this plan"),
    text("({base}, {bits}) is not an aligned block"),
    text("the address {base} does not exist"),
    text("{id} is used twice; ids are unique"),
    text("there is no request {id}"),
    text("a cycle: {chain}"),
    text("has no size: give prefixlen, hosts, a pin or children"),
    text("hosts and growth cannot be negative"),
    text("/{length} is no prefix length of this family"),
    text("names no pool or one not listed: {pools}"),
)
SAID: Final = {said.source: said for said in _SAID}
"""What the planner tells of a file, by its English. It knows no languages; here its sentences have theirs."""


def answer_requests(path: Path, talk: Talk) -> int:
    """Prints the answer to each problem of the file as JSON; CannotRun names the place of what makes no sense."""
    from planners.addresses.answers_file import answered
    from planners.addresses.errors import AddressError
    from planners.addresses.requests_file import read_text

    def warn(told: Told) -> None:
        talk.say(_wrong(path, told))

    try:
        asked = read_text(path.read_bytes(), warn)
        answers = [answered(*one) for one in zip(asked.problems, asked.taken, strict=True)]
    except AddressError as wrong:
        raise CannotRun(_wrong(path, wrong.told)) from wrong
    talk.answer(json.dumps(answers if asked.is_list else answers[0], ensure_ascii=False, indent=1))
    return 0


def _wrong(path: Path, told: Told) -> Text:
    reason = SAID[told.pattern]._replace(values=tuple(told.values.items()))
    return text("{path}: {place}: {reason}", path=str(path), place=told.path, reason=reason)
