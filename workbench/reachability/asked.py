"""A question as values: what was typed piece by piece, and the question itself once it is whole."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workbench.model.element import ElementId
from workbench.texts import Text

Role = Literal["source", "target", "protocol", "port", "joiner", "unknown"]


class Token(NamedTuple):
    """A piece of what was typed, from `start` to before `stop`, and what it is understood as.

    `element` is the party that it names; None where it may be several, then `may_be` has them.
    """

    start: int
    stop: int
    role: Role
    element: ElementId | None = None
    may_be: tuple[ElementId, ...] = ()


class Asked(NamedTuple):
    """A whole question; `icmp` and `all`, which asks for any protocol, have port 0."""

    source: ElementId
    target: ElementId
    protocol: str
    port: int


class Understood(NamedTuple):
    """What was understood of a line: its pieces, and the question, or what is still missing with names that are near."""

    tokens: tuple[Token, ...]
    protocol: str
    port: int
    asked: Asked | None
    missing: Text | None
    near: tuple[ElementId, ...] = ()

    def of_role(self, role: Role) -> Token | None:
        """The first piece of a role."""
        return next((token for token in self.tokens if token.role == role), None)
