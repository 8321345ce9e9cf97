"""`main.py matrix FILE` and `main.py ask FILE FROM TO`: who reaches whom in a design."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any, Final

from planners.reachability.network import INTERNET, PORTS, PROTOCOLS
from workbench.cli.designs import design_in
from workbench.cli.failures import CannotRun
from workbench.cli.reachability import VERDICTS
from workbench.cli.talk import Talk
from workbench.model.element import ElementId
from workbench.texts import Text, both, text

if TYPE_CHECKING:
    from workbench.model.design import Design
    from workbench.reachability.answer import Passage, PathAnswer
    from workbench.reachability.matrix import Matrix

STATES: Final = {
    "allowed": text("allowed, as wanted"),
    "blocked": text("blocked, as wanted"),
    "open": text("open, not wanted"),
    "shut": text("shut, but wanted"),
    "partial": text("reached in part only"),
    "unknown": text("not settled by the design"),
}
_MOST_NEAR: Final = 3


def matrix_of_design(options: Namespace, talk: Talk) -> int:
    """Lists every pair of which anything is to be said; with --json every pair, wanted beside computed."""
    from workbench.reachability.keeper import KEEPER

    design = design_in(options.file).design
    asked = KEEPER.drawn if options.domains else KEEPER.answered
    compared, computed = asked(design, talk.progress).matrices
    if options.json:
        talk.answer_json(_matrix_data(compared, computed))
        return 0
    size = len(compared.parties)
    for row in range(size):
        for column in range(size):
            if compared.state(row, column) not in ("own", "blocked"):
                talk.answer(_row(compared, row, column, design))
    counts = compared.counts()
    talk.answer(
        text(
            "{pairs} pairs: {told}",
            pairs=size * (size - 1),
            told=[text("{count} {state}", count=counts[state], state=STATES[state]) for state in STATES],  # type: ignore[index]
        )
    )
    return 0


def _row(compared: Matrix, row: int, column: int, design: Design) -> Text:
    source, target = (_title(compared.parties[at], design) for at in (row, column))
    state, ports = STATES[compared.state(row, column)], compared.ports(row, column)
    if ports:
        return text(
            "{source} to {target}, {ports}: {state}", source=source, target=target, ports=ports, state=state
        )
    return text("{source} to {target}: {state}", source=source, target=target, state=state)


def _title(id: ElementId, design: Design) -> object:
    element = design.get(id)
    return element.title() if element else id


def _matrix_data(compared: Matrix, computed: Matrix) -> list[dict[str, Any]]:
    verdicts = {"allowed": "allow", "blocked": "deny"}
    size = len(compared.parties)
    return [
        {
            "src": compared.parties[row],
            "dst": compared.parties[column],
            "verdict": verdicts.get(computed.state(row, column), computed.state(row, column)),
            "passes": computed.ports(row, column),
            "wanted": compared.state(row, column),
        }
        for row in range(size)
        for column in range(size)
        if row != column
    ]


def ask_design(options: Namespace, talk: Talk) -> int:
    """Says what becomes of a connection between two parties of a design, hop by hop."""
    from workbench.cli.service_ports import port_typed
    from workbench.reachability.asking import ask
    from workbench.reachability.keeper import KEEPER

    file, source, target = options.words
    design = design_in(file).design
    ends = [party_named(design, place, typed) for place, typed in (("FROM", source), ("TO", target))]
    protocol = protocol_of("--protocol", options.protocol)
    port = port_of("--port", protocol, port_typed(options.port))
    answer = ask(KEEPER.asked(design, ends), ends[0], ends[1], protocol, port)
    if options.json:
        talk.answer_json(answer_data(answer))
    else:
        print_answer(answer, design, talk)
    return 0


def party_named(design: Design, place: str, typed: str) -> ElementId:
    """The party that a name or id means; CannotRun names the place and the parties that are near."""
    from workbench.reachability.named import names_of
    from workbench.reachability.plain import folded

    names = names_of(design)
    found = names.called(folded(typed))
    if not found and typed == INTERNET:
        return INTERNET
    if len(found) == 1:
        return found[0]
    near = found or names.near(folded(typed)[:200], _MOST_NEAR)
    if not near:
        raise CannotRun(text("{place}: nothing is called {typed}", place=place, typed=typed[:60]))
    raise CannotRun(
        text(
            "{place}: {typed} may be {near}",
            place=place,
            typed=typed[:60],
            near=[text("{name} ({id})", name=design[id].title(), id=id) for id in near],
        )
    )


def protocol_of(place: str, typed: str | None) -> str:
    """A protocol that can be asked about, `all` too; CannotRun names the choices."""
    if typed not in (*PROTOCOLS, "all"):
        raise CannotRun(
            text(
                "{place}: {typed} is none of {choices}",
                place=place,
                typed=(typed or "–")[:60],
                choices=(*PROTOCOLS, "all"),
            )
        )
    assert typed is not None
    return typed


def port_of(place: str, protocol: str, typed: str | None) -> int:
    """A port; 0 for protocols without any."""
    if protocol in ("icmp", "all"):
        if typed not in (None, "0"):
            raise CannotRun(text("{place}: {protocol} has none", place=place, protocol=protocol))
        return 0
    if typed is None or not typed.isascii() or not typed.isdecimal() or not int(typed[:9]) < PORTS:
        raise CannotRun(
            text(
                "{place}: {typed} is not a whole number from {least} to {most}",
                place=place,
                typed=(typed or "–")[:60],
                least="0",
                most=str(PORTS - 1),
            )
        )
    return int(typed)


def answer_data(answer: PathAnswer) -> dict[str, Any]:
    """An answer as plain data, ready for JSON."""
    return {
        "src": answer.source,
        "dst": answer.target,
        "proto": answer.protocol,
        "port": answer.port,
        "verdict": answer.verdict,
        "decided": both(answer.decided),
        "at": answer.deciding,
        "hops": [
            {"element": hop.element, "request": _passage(hop.request), "answer": _passage(hop.answer)}
            for hop in answer.hops
        ],
        "warnings": [both(one) for one in answer.warnings],
        "facts": [both(one) for one in answer.facts],
        "assumed": [both(one) for one in answer.assumed],
    }


def _passage(one: Passage | None) -> dict[str, Any] | None:
    return None if one is None else {"passes": one.passes, "said": both(one.said)}


def print_answer(answer: PathAnswer, design: Design, talk: Talk) -> None:
    """Prints an answer hop by hop."""
    talk.answer(
        text(
            "{source} to {target}, {ports}: {state}",
            source=_title(answer.source, design),
            target=_title(answer.target, design),
            ports=f"{answer.protocol} {answer.port}" if answer.port else answer.protocol,
            state=VERDICTS[answer.verdict],
        )
    )
    talk.answer(text("  decided by: {place}", place=answer.decided))
    for number, hop in enumerate(answer.hops, 1):
        talk.answer(text("  {number}. {name}", number=number, name=_title(hop.element, design)))
        for mark, passage in (("▼", hop.request), ("▲", hop.answer)):
            if passage is not None:
                talk.answer(f"     {mark} {'' if passage.passes else '✕ '}{passage.said.said(talk.language)}")
    for warning in answer.warnings:
        talk.answer(text("  warning: {warning}", warning=warning))
    for fact in answer.facts:
        talk.answer(text("  still to be said: {fact}", fact=fact))
    for one in answer.assumed:
        talk.answer(text("  rests on: {reading}", reading=one))
