"""What is said of a line that is no whole question yet: what is missing, or may mean several things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.model.element import ElementId
from workbench.reachability.asked import Role, Token
from workbench.reachability.named import Names
from workbench.reachability.parsing import Placed
from workbench.reachability.pieces import is_address, looks_like_address
from workbench.reachability.plain import folded
from workbench.reachability.services import ALL, WITHOUT_PORT
from workbench.texts import Text, text
from workbench.words import Words

NAMED: Final = 3
"""Names told where several may be meant."""
SHOWN: Final = 60
"""Letters of what was typed that a sentence quotes."""
Missing = tuple[Text | None, tuple[ElementId, ...]]


def lacking(names: Names, typed: str, tokens: Sequence[Token], read: Sequence[Placed]) -> Missing:
    """Why a line is no whole question yet, and which names are near; None where it is one."""
    if not tokens:
        return text("Type two names and a port."), ()
    doubtful = next((token for token in tokens if token.may_be), None)
    if doubtful:
        return _which(names, typed, doubtful), doubtful.may_be
    unknown = next((token for token in tokens if token.role == "unknown"), None)
    if unknown:
        return _unknown(names, typed, tokens, unknown)
    ends = {token.role for token in tokens if token.element}
    if len(ends) < 2:
        return _one_end(ends), ()
    return _no_port(read), ()


def _which(names: Names, typed: str, token: Token) -> Text:
    said = [_distinct(names, id) for id in token.may_be[:NAMED]]
    more = len(token.may_be) - NAMED
    wording = _quoted(typed, token)
    if more > 0:
        return text("“{typed}” may be {names} or one of {count} more.", typed=wording, names=said, count=more)
    return text("“{typed}” may be {names}.", typed=wording, names=said)


def _distinct(names: Names, id: ElementId) -> Words:
    """A name; beside it the id where others are called so, too."""
    title = names.title(id)
    alone = all(names.called(folded(one)) in ((id,), ()) for one in (title.en, title.zh) if one)
    return title if alone else Words(en=f"{title.said('en')} ({id})", zh=f"{title.said('zh')}（{id}）")


def _unknown(names: Names, typed: str, tokens: Sequence[Token], first: Token) -> Missing:
    run = _run(tokens, first)
    wording, plain = _quoted(typed, run), folded(typed[run.start : run.stop])
    if plain.isdecimal():
        return text("{number} is no port. Ports go from 1 to 65535.", number=wording), ()
    if looks_like_address(plain):
        return _no_address(wording), ()
    near = names.near(plain)
    if near:
        said = [_distinct(names, id) for id in near]
        return text("Nothing here is called “{typed}”. Near: {names}.", typed=wording, names=said), near
    return text("Nothing here is called “{typed}”.", typed=wording), ()


def _no_address(wording: str) -> Text:
    if is_address(wording):
        return text("No vSwitch and no site here holds {address}.", address=wording)
    return text("{wording} is no address, such as 10.0.1.20.", wording=wording)


def _run(tokens: Sequence[Token], first: Token) -> Token:
    """Unknown words side by side as one."""
    stop = first.stop
    for token in tokens:
        if token.start >= stop:
            if token.role != "unknown" or token.start - stop > 1:
                break
            stop = token.stop
    return first._replace(stop=stop)


def _quoted(typed: str, token: Token) -> str:
    wording = " ".join(typed[token.start : token.stop].split())
    return wording if len(wording) <= SHOWN else wording[: SHOWN - 1] + "…"


def _one_end(ends: set[Role]) -> Text:
    if not ends:
        return text("Name both ends: who asks, and who is asked.")
    if "source" in ends:
        return text("Name the other end, too: who is to be reached?")
    return text("Name the other end, too: who begins?")


def _no_port(read: Sequence[Placed]) -> Text | None:
    """Why it is not known what passes; None where it is."""
    ports = {piece.port for _, piece in read if piece.kind == "port"}
    protocols = {piece.protocol for _, piece in read if piece.kind == "protocol"}
    if len(ports) > 1 or len(protocols) > 1:
        said = sorted(map(str, ports)) if len(ports) > 1 else sorted(protocols)
        return text("One at a time: {what} stand here.", what=said)
    if protocols & WITHOUT_PORT:
        return (
            text("{protocol} has no ports. Leave one of the two out.", protocol=_called(protocols))
            if ports
            else None
        )
    if not ports:
        return text("Which port? Type a number such as 443, a service such as ssh, or icmp.")
    return None


def _called(protocols: set[str]) -> Text | str:
    return text("Any protocol") if ALL in protocols else "ICMP"
