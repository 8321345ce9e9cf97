"""Questions about single packets: checked, and read from their plain file."""

from typing import NamedTuple

from planners.reachability.compiled import Compiled
from planners.reachability.errors import BadNetwork, BadQuestion, shortened
from planners.reachability.explaining import Explanation, explain
from planners.reachability.names import near
from planners.reachability.network import PORTS, PROTOCOLS
from planners.reachability.plain import Piece, Warn, piece_of


class Question(NamedTuple):
    """A packet that is asked about, and the places where its parts were written."""

    source: str
    target: str
    protocol: str
    port: int | str | None = None
    places: tuple[str, str, str, str] = ("src", "dst", "proto", "port")


def read_questions(written: str | bytes, warn: Warn) -> list[Question]:
    """The questions of a file's text: a list of objects with `src`, `dst`, `proto` and `port`."""
    try:
        return [
            _question(piece.knows("src", "dst", "proto", "port")) for piece in piece_of(written, warn).items()
        ]
    except BadNetwork as error:
        raise BadQuestion(error.told.path, error.told.pattern, **error.told.values) from None


def _question(piece: Piece) -> Question:
    source, target, protocol = (piece.get(key) for key in ("src", "dst", "proto"))
    port = piece.get("port", None)
    return Question(
        source.name(),
        target.name(),
        protocol.name(),
        None if port.value is None else port.whole(0, PORTS - 1),
        (source.path, target.path, protocol.path, port.path),
    )


def answered(compiled: Compiled, question: Question) -> Explanation:
    """The answer to a question; `BadQuestion` names what does not exist and what was probably meant."""
    source, target, protocol, port = question.places
    for place, id in ((source, question.source), (target, question.target)):
        if id not in compiled.order.at:
            raise _no_endpoint(place, id, compiled)
    if question.protocol not in PROTOCOLS:
        raise BadQuestion(
            protocol,
            "{value} is none of {choices}",
            value=repr(shortened(question.protocol)),
            choices=", ".join(PROTOCOLS),
        )
    number = _port(port, question)
    return explain(compiled, question.source, question.target, question.protocol, number)


def _port(place: str, question: Question) -> int:
    icmp = question.protocol == "icmp"
    if question.port is None and not icmp:
        raise BadQuestion(place, "is missing")
    number = question.port or 0
    if not isinstance(number, int) or not 0 <= number < PORTS:
        raise BadQuestion(
            place,
            "{value} is not a whole number from {least} to {most}",
            value=shortened(str(number)),
            least=0,
            most=PORTS - 1,
        )
    if icmp and number:
        raise BadQuestion(place, "icmp has no ports; ask for port 0")
    return number


def _no_endpoint(place: str, id: str, compiled: Compiled) -> BadQuestion:
    section, written = "endpoints", repr(shortened(id))
    if like := near(id, compiled.order.at):
        return BadQuestion(
            place, "{section} holds no {id}; did you mean {near}?", section=section, id=written, near=like
        )
    return BadQuestion(place, "{section} holds no {id}", section=section, id=written)
