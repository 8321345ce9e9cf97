"""What somebody asks in one line: who reaches whom, on which port, in either language, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.asked import Asked, Role, Token, Understood
from workbench.reachability.lacking import lacking
from workbench.reachability.named import names_of
from workbench.reachability.parsing import Placed, parsed
from workbench.reachability.plain import Plain, folded
from workbench.texts import Language

READ: Final = 1_200
"""Letters that are read; nobody asks more in one line."""


def understood(design: Design, typed: str, language: Language) -> Understood:
    """What a line asks of a design; near names stand in the order of the language."""
    names = names_of(design)
    plain = Plain(typed[:READ])
    read = parsed(plain, names)
    tokens = _tokens(plain, typed, read)
    protocol, port = _passing(read)
    missing, near = lacking(names, typed, tokens, read)
    if missing is None:
        ends = {token.role: token.element for token in tokens if token.element}
        return Understood(tokens, protocol, port, Asked(ends["source"], ends["target"], protocol, port), None)
    titled = sorted(near, key=lambda id: (design[id].title().said(language).casefold(), id))
    return Understood(tokens, protocol, port, None, missing, tuple(titled))


def swapped(typed: str, read: Understood) -> str:
    """The line with its two names in each other's place; as it was where there are not two."""
    ends = [token for token in read.tokens if token.role in ("source", "target")]
    if len(ends) < 2:
        return typed
    (a, b), (c, d) = sorted((token.start, token.stop) for token in ends)
    return typed[:a] + typed[c:d] + typed[b:c] + typed[a:b] + typed[d:]


def completions(design: Design, typed: str, at: int, most: int = 8) -> tuple[Token, tuple[ElementId, ...]]:
    """What the piece of a line that ends at a place may become: the piece, and the parties that it may name."""
    start, found = at, names_of(design)
    read = understood(design, typed[:at], "en")
    last = read.tokens[-1] if read.tokens else None
    if last is not None and last.stop == at and last.role in ("source", "target", "unknown"):
        start = last.start
        # Several unknown words side by side may be the beginning of one name.
        for token in reversed(read.tokens[:-1]):
            if token.role != "unknown" or last.role != "unknown":
                break
            start = token.start
    piece = folded(typed[start:at])
    ids = (found.offered(piece, most) or found.near(piece)) if piece else ()
    return Token(start, at, "unknown"), ids


def wording_for(design: Design, id: ElementId, language: Language) -> str:
    """What names a party in a line so that nothing else is meant: its name in a language, or else its id."""
    title = design[id].title().said(language)
    return title if names_of(design).called(folded(title)) == (id,) else id


def _tokens(plain: Plain, typed: str, read: Sequence[Placed]) -> tuple[Token, ...]:
    roles = _roles(read)
    found = []
    for number, (start, piece) in enumerate(read):
        first, last = plain.span(start, piece.stop)
        element = piece.ids[0] if len(piece.ids) == 1 else None
        may_be = piece.ids if len(piece.ids) > 1 else ()
        found.append(Token(first, last, roles[number], element, may_be))
    if typed[READ:].strip():
        found.append(Token(READ, len(typed), "unknown"))
    return tuple(found)


def _roles(read: Sequence[Placed]) -> list[Role]:
    """The role of each piece; a name is the end that the last word before it says, or the one that is left."""
    roles: list[Role] = []
    said: list[tuple[int, str]] = []
    end = ""
    for number, (_, piece) in enumerate(read):
        roles.append(piece.kind if piece.kind not in ("party", "space") else "unknown")  # type: ignore[arg-type]
        if piece.kind == "party":
            said.append((number, end))
            end = ""
        elif piece.end:
            end = piece.end
    for (number, _), role in zip(said, _ends([end for _, end in said]), strict=False):
        roles[number] = role
    return roles


def _ends(said: Sequence[str]) -> tuple[Role, ...]:
    """Which of one or two names is which end, by what the words before them say."""
    first, second = (*said, "", "")[:2]
    if len(said) == 1:
        return ("target",) if first == "target" else ("source",)
    is_turned = second == "source" or (second == "" and first == "target")
    return ("target", "source") if is_turned and first != "source" else ("source", "target")


def _passing(read: Sequence[Placed]) -> tuple[str, int]:
    """The protocol and the port; a bare port is one of TCP."""
    port, of_service = next(((p.port, p.protocol) for _, p in read if p.kind == "port"), (0, ""))
    protocol = next((p.protocol for _, p in read if p.kind == "protocol"), "")
    return protocol or of_service or ("tcp" if port else ""), port
