"""The answer to one question about a path: the verdict, every hop there and back, and what decides."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workbench.model.element import ElementId
from workbench.texts import Text

Verdict = Literal["allow", "partial", "deny", "unknown"]


class Passage(NamedTuple):
    """What a hop does with the packet, or with its answer, and the rule or route that says so."""

    passes: bool
    said: Text


class PathHop(NamedTuple):
    """A place on the way: the element that stands there, and what it does with the request and with the answer.

    A hop that one of the two does not meet, or that comes after the one that stops it, has None there. `place` is the
    vSwitch of an application that is met, or whose group is: where a sheet does not draw these, the hop stands there.
    """

    element: ElementId
    request: Passage | None
    answer: Passage | None
    place: ElementId | None = None


class PathAnswer(NamedTuple):
    """What becomes of a connection between two parties, with the proof.

    `decided` says in a sentence what decides, `deciding` is the element that does (None where it simply arrives). `hops`
    are in the order of the request, source first; a denied path ends at the hop that stops it. `facts` say what the
    design would have to state where the verdict is unknown, `assumed` the readings that the verdict rests on.
    """

    source: ElementId
    target: ElementId
    protocol: str
    port: int
    verdict: Verdict
    decided: Text
    deciding: ElementId | None
    hops: tuple[PathHop, ...]
    warnings: tuple[Text, ...] = ()
    facts: tuple[Text, ...] = ()
    assumed: tuple[Text, ...] = ()

    @property
    def lit(self) -> tuple[ElementId, ...]:
        """The elements on the way, each once, in the order of the request."""
        return tuple(dict.fromkeys(hop.element for hop in self.hops))
