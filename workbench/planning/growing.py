"""Room that requests would like for growing: how much of it the plan holds, and why not more, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from planners.addresses import Plan, Soft
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.texts import Sayable, Text, text
from workbench.words import Words


@dataclass(frozen=True, slots=True)
class Granted:
    """The doublings that a request would like, those that are held for it, and why they are not more."""

    request: ElementId
    wanted: int
    granted: int
    reason: Text | None


_WHY: Final = {
    "pinned": text("it is pinned"),
    "size-limit": text("the platform takes no larger block"),
}


def granted(design: Design, found: Plan) -> Iterator[Granted]:
    """What became of each wish of a plan."""
    for one in found.soft:
        yield Granted(one.id, one.wanted, one.granted, _reason(design, one) if one.why else None)


def grown_in_all(found: Iterable[Granted]) -> Text | None:
    """What became of all wishes together; None where nobody had one."""
    wishes = tuple(found)
    if not wishes:
        return None
    return text(
        "Wanted room: {granted} of {wanted} doublings are held, {dropped} dropped",
        granted=sum(one.granted for one in wishes),
        wanted=sum(one.wanted for one in wishes),
        dropped=sum(one.wanted - one.granted for one in wishes),
    )


def grown(design: Design, one: Granted) -> Text:
    """What became of one wish."""
    name = _name(design, one.request)
    if one.reason is None:
        return text("{request} has all its wanted room: {count} doublings", request=name, count=one.granted)
    return text(
        "{request} has room for {granted} of {wanted} doublings: {reason}",
        request=name,
        granted=one.granted,
        wanted=one.wanted,
        reason=one.reason,
    )


def _reason(design: Design, one: Soft) -> Text:
    if one.why in _WHY:
        return _WHY[one.why]
    if one.why == "neighbour" and one.by:
        return text("{names} lies beside it", names=[_name(design, id) for id in one.by])
    if one.why == "would-move" and one.at:
        return text("{name} would have to move", name=_name(design, one.at))
    if one.at:
        return text("{name} has no more room", name=_name(design, one.at))
    return text("there is no more room")


def _name(design: Design, id: ElementId) -> Sayable:
    element = design.get(id)
    return element.title() if element else Words(en=id)
