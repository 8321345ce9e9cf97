"""`main.py matrix` and `main.py ask`: a plain file of a bare network answered, without a design."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workbench.cli.failures import CannotRun
from workbench.cli.requests import SAID as SAID_OF_REQUESTS
from workbench.cli.talk import Talk
from workbench.texts import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from planners.addresses.errors import Told
    from planners.reachability import Compiled, Explanation
    from planners.reachability.questions import Question

_SAID = (
    text("{section} holds no {id}"),
    text("{section} holds no {id}; did you mean {near}?"),
    text("{value} is not a whole number from {least} to {most}"),
    text("{value} is not an address; write it like 10.0.0.1"),
    text("{value} is of IPv6; a network file is about IPv4"),
    text("{value} is not a pair"),
    text("{value} ends before it begins"),
    text("{value} is neither true nor false"),
    text("{value} is no hop; write att:ID, nat:ID, vpc:ID, igw or blackhole"),
    text("the id {id} is reserved"),
    text("{vswitch} lies in {vpc}"),
    text("{ip} lies outside {block}"),
    text("{block} stands twice; the first counts"),
    text("basic and enterprise groups never stand on one interface"),
    text("only basic groups name each other; the rule matches nobody"),
    text("give either cidr or sg"),
    text("icmp has no ports; ask for port 0"),
)
SAID: Final = SAID_OF_REQUESTS | {said.source: said for said in _SAID}
"""What the planner tells of a file, by its English."""
VERDICTS: Final = {
    "allow": text("allowed", key="reach.allow"),
    "partial": text("allowed for some of the client's ports", key="reach.partial"),
    "deny": text("denied", key="reach.deny"),
    "unknown": text("unknown", key="reach.unknown"),
}
STAGES: Final = {
    "sg-out": text("the security groups of {id}, outbound"),
    "acl-out": text("the network ACL {id}, outbound"),
    "route": text("the routes at {id}"),
    "firewall": text("the firewall {id}"),
    "acl-in": text("the network ACL {id}, inbound"),
    "sg-in": text("the security groups of {id}, inbound"),
    "return-route": text("the routes of the answer at {id}"),
    "return-acl-out": text("the network ACL {id}, outbound for the answer"),
    "return-acl-in": text("the network ACL {id}, inbound for the answer"),
    "return-firewall": text("the firewall {id}, which has not seen the connection begin"),
}
REASONS: Final = {
    "no-route": text("no route holds the address"),
    "blackhole": text("the route is a blackhole"),
    "not-associated": text("the attachment is associated with no table"),
    "no-attachment": text("the site has no attachment"),
    "not-owned": text("the site does not own the address"),
    "nobody": text("another network has the address there"),
    "no-snat": text("no SNAT entry covers the source"),
    "no-entry": text("no DNAT entry hands the port on"),
    "left": text("the answer leaves by another gateway"),
    "loop": text("the tables lead in a loop"),
    "unknown": text("equal routes were learned and nobody knows which one wins"),
    "unsettled": text("nothing says which groups it is in, or whether the rule matches"),
}
WARNINGS: Final = {
    "asymmetric": text("a firewall sees only one way of the connection"),
    "conflicting routes": text("equal routes were learned; the lowest attachment id was taken"),
    "loop": text("the tables lead in a loop"),
}


def matrix(options: Namespace, talk: Talk) -> int:
    """Lists who reaches whom on which ports; what is not listed is denied. A list of networks gets a list of lists."""
    if options.network is None:
        return _matrix_of_design(options, talk)
    if options.file is not None or options.domains:
        raise CannotRun(text("--network takes the place of a design file"))
    asked = _asked(options.network, talk)
    if options.json and asked.is_list:
        talk.answer("[")
    for at, compiled in enumerate(asked.compiled):
        _tell_conflicts(compiled, talk)
        if not options.json:
            _print_matrix(compiled, talk)
            continue
        talk.answer_part("," if at else "")
        _write_matrix(compiled, talk)
    if options.json and asked.is_list:
        talk.answer("]")
    return 0


def _matrix_of_design(options: Namespace, talk: Talk) -> int:
    from workbench.cli.paths import matrix_of_design

    if options.file is None:
        raise CannotRun(text("Name a design file, or a bare network with --network."))
    return matrix_of_design(options, talk)


def _ask_design(options: Namespace, talk: Talk) -> int:
    from workbench.cli.paths import ask_design
    from workbench.cli.questions import ask_questions

    if options.questions:
        if len(options.words) > 1:
            raise CannotRun(text("--questions takes the place of FROM and TO"))
        if options.words:
            return ask_questions(options, talk)
    if len(options.words) != 3:
        raise CannotRun(text("Name a design file, and FROM and TO or a file with --questions."))
    options.words[0] = Path(options.words[0])
    return ask_design(options, talk)


def _print_matrix(compiled: Compiled, talk: Talk) -> None:
    from planners.reachability import reach

    for one in reach(compiled, talk.progress).stretches():
        talk.answer(_row(one.source, one.target, one.protocol, one.ports, one.verdict))


def _write_matrix(compiled: Compiled, talk: Talk) -> None:
    """A large network has millions of rows, so they are written one by one."""
    from planners.reachability import reach
    from planners.reachability.answers_file import stretch_data

    before = "[\n "
    for one in reach(compiled, talk.progress).stretches():
        talk.answer_part(before + json.dumps(stretch_data(one), ensure_ascii=False))
        before = ",\n "
    talk.answer("[]" if before[0] == "[" else "\n]")


def ask(options: Namespace, talk: Talk) -> int:
    """Says what becomes of one packet and where that is decided; answers a file of questions as JSON."""
    if options.network is None:
        return _ask_design(options, talk)
    options.source, options.target = (*options.words, None, None)[:2]
    if len(options.words) > 2:
        raise CannotRun(text("--network takes the place of a design file"))
    from planners.reachability.answers_file import explanation_data

    if options.questions:
        if options.source is not None:
            raise CannotRun(text("--questions takes the place of FROM and TO"))
    elif options.target is None or options.protocol is None:
        raise CannotRun(text("Name FROM, TO and --protocol, or a file with --questions."))
    asked = _asked(options.network, talk)
    answers = _answers(options, asked.compiled, talk)
    if not (options.json or options.questions):
        for (one,) in answers:
            _print(one, talk)
        return 0
    told = [[explanation_data(one) for one in of_network] for of_network in answers]
    whole: list[Any] = told if options.questions else [one for (one,) in told]
    talk.answer_json(whole if asked.is_list else whole[0])
    return 0


def _answers(options: Namespace, networks: list[Compiled], talk: Talk) -> list[list[Explanation]]:
    """For each network the answers to the question typed, or to those of the file."""
    from planners.reachability import BadQuestion
    from planners.reachability.questions import answered

    try:
        questions = _questions(options, talk)
        return [[answered(compiled, one) for one in questions] for compiled in networks]
    except BadQuestion as wrong:
        raise CannotRun(told_of(options.questions or options.network, wrong.told)) from wrong


def _questions(options: Namespace, talk: Talk) -> list[Question]:
    from planners.reachability.questions import Question, read_questions
    from workbench.cli.service_ports import port_typed

    if options.questions:
        return read_questions(options.questions.read_bytes(), _warning(options.questions, talk))
    places = ("FROM", "TO", "--protocol", "--port")
    return [
        Question(options.source, options.target, options.protocol, _number(port_typed(options.port)), places)
    ]


def _number(typed: str | None) -> int | str | None:
    """What was typed as a number where it is one."""
    return int(typed) if typed is not None and typed.isdecimal() and len(typed) < 10 else typed


class _Asked(NamedTuple):
    """The networks of a file, made ready, and whether it was a list of them."""

    compiled: list[Compiled]
    is_list: bool


def _asked(path: Path, talk: Talk) -> _Asked:
    from planners.reachability import Compiled, ReachabilityError, read_networks

    try:
        networks, is_list = read_networks(path.read_bytes(), _warning(path, talk))
    except ReachabilityError as wrong:
        raise CannotRun(told_of(path, wrong.told)) from wrong
    return _Asked([Compiled(network) for network in networks], is_list)


def _tell_conflicts(compiled: Compiled, talk: Talk) -> None:
    for one in compiled.tables.conflicts:
        talk.say(
            text(
                "{table} learns {block} from {attachments}; {first} is taken",
                table=one.table,
                block=str(one.block),
                attachments=one.attachments,
                first=one.attachments[0],
            )
        )


def _print(one: Explanation, talk: Talk) -> None:
    talk.answer(_row(one.source, one.target, one.protocol, (one.port, one.port), one.verdict))
    if one.verdict != "allow":
        talk.answer(text("  decided by: {place}", place=_place(one)))
    if one.rule is not None:
        talk.answer(text("  rule: {rule}", rule=one.rule))
    if one.why:
        talk.answer(text("  reason: {reason}", reason=REASONS[one.why]))
    talk.answer(text("  way there: {path}", path=" > ".join(one.path)))
    if one.path_back:
        talk.answer(text("  way back: {path}", path=" > ".join(one.path_back)))
    for warning in one.warnings:
        talk.answer(text("  warning: {warning}", warning=WARNINGS[warning]))


def _place(one: Explanation) -> Text:
    stage, _, id = one.at.partition(":")
    return STAGES[stage]._replace(values=(("id", id),))


def _row(source: str, target: str, protocol: str, ports: tuple[int, int], verdict: str) -> Text:
    low, high = ports
    return text(
        "{source} to {target}, {protocol} {ports}: {verdict}",
        source=source,
        target=target,
        protocol=protocol,
        ports=str(low) if low == high else f"{low}-{high}",
        verdict=VERDICTS[verdict],
    )


def _warning(path: Path, talk: Talk) -> Callable[[Told], None]:
    return lambda told: talk.say(told_of(path, told))


def told_of(path: Path, told: Told) -> Text:
    """What the planner tells of a file, with its place."""
    reason = SAID[told.pattern]._replace(values=tuple(told.values.items()))
    return text("{path}: {place}: {reason}", path=str(path), place=told.path, reason=reason)
