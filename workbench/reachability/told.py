"""An answer about a path in words: the verdict, what each hop is and where it stands, and the whole as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.internet import Internet
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.model.holding import blocks_of
from workbench.reachability.answer import Passage, PathAnswer, PathHop, Verdict
from workbench.reachability.services import ALL, WITHOUT_PORT
from workbench.texts import Language, Sayable, Text, text
from workbench.words import Words

INTERNET: Final = "internet"
"""What the engine calls the internet; to ask the engine itself would have the window wait until all of it is read."""
HEADLINES: Final[Mapping[Verdict, Text]] = {
    "allow": text("Allowed, and the answer comes back"),
    "partial": text("Allowed in part"),
    "deny": text("Blocked"),
    "unknown": text("Not known yet"),
}
STOPS: Final = text("stops here")


def standing_for(design: Design, id: ElementId) -> ElementId:
    """The element that an id of an answer means: the internet is that of the design, whatever its id is."""
    drawn = design.of_kind(Internet) if id == INTERNET and id not in design else ()
    return drawn[0].id if drawn else id


def called(design: Design, id: ElementId) -> Words:
    """What an element is called; its id where it is no more."""
    element = design.get(standing_for(design, id))
    if element is None and id == INTERNET:
        return Words(Internet.kind.label.said("en"), Internet.kind.label.said("zh"))
    return element.title() if element else Words(en=id)


def symbol_of(design: Design, id: ElementId) -> str:
    """The symbol of an element."""
    element = design.get(standing_for(design, id))
    return element.symbol() if element else Internet.kind.symbol if id == INTERNET else "question"


def place(design: Design, id: ElementId) -> Text | Words:
    """Where an element stands: its block, its VPC and its region, as far as it has them."""
    element = design.get(standing_for(design, id))
    if element is None:
        return text("outside") if id == INTERNET else text("no longer in the design")
    block = next((block for block in blocks_of(element) if block), "")
    above = list(design.above(id))
    vpc = next((one for one in (element, *above) if isinstance(one, Vpc)), None)
    region = (
        design.get(vpc.region, Region) if vpc else next((r for r in above if isinstance(r, Region)), None)
    )
    parts: list[Words] = [Words(block, block)] if block else []
    parts += [one.title() for one in (vpc, region) if one and one is not element]
    if not parts:
        parent = design.get(element.parent)
        return parent.title() if parent else element.kind.label
    return Words(*(" · ".join(part.said(language) for part in parts) for language in ("en", "zh")))


def passing(answer: PathAnswer) -> Text:
    """The protocol and the port that were asked about."""
    protocol = text("any protocol") if answer.protocol == ALL else answer.protocol
    if answer.protocol in WITHOUT_PORT:
        return text("{protocol}", protocol=protocol)
    return text("{port}/{protocol}", port=str(answer.port), protocol=protocol)


def question_said(design: Design, answer: PathAnswer) -> Text:
    """What was asked."""
    return text(
        "{source} → {target}, {passing}",
        source=called(design, answer.source),
        target=called(design, answer.target),
        passing=passing(answer),
    )


def stop_of(answer: PathAnswer) -> ElementId | None:
    """The element that lets the request, or else its answer, not pass; a path that is blocked ends at it anyway."""
    request = (hop.element for hop in answer.hops if hop.request and not hop.request.passes)
    back = (hop.element for hop in answer.hops if hop.answer and not hop.answer.passes)
    last = answer.hops[-1].element if answer.hops and answer.verdict == "deny" else None
    return next(request, None) or next(back, None) or last


def way_of(answer: PathAnswer, back: bool) -> tuple[tuple[tuple[int, ElementId], ...], ElementId | None]:
    """The hops that the request meets, or the answer, as it goes: number and element; and the one that stops it."""
    hops = [
        (number, hop.element, hop.answer if back else hop.request)
        for number, hop in enumerate(answer.hops, 1)
    ]
    met = [(number, element, passage) for number, element, passage in hops if passage is not None]
    stop = next((element for _, element, passage in met if not passage.passes), None)
    if stop is None and answer.verdict == "deny" and not back:
        stop = stop_of(answer)
    steps = [(number, element) for number, element, _ in met]
    return tuple(steps[::-1] if back else steps), stop


def said_of(passage: Passage | None, way: Text) -> Text:
    """What a hop does, with the way it is about; nothing where it is not met."""
    if passage is None:
        return text("{way}: does not come here", way=way)
    if passage.passes:
        return text("{way}: {said}", way=way, said=passage.said)
    return text("{way}: {stops}, {said}", way=way, stops=STOPS, said=passage.said)


REQUEST: Final = text("request")
ANSWER: Final = text("answer")


def hop_said(design: Design, number: int, hop: PathHop) -> Text:
    """A hop as it is spoken."""
    return text(
        "{number}. {name}, {place}. {request}. {answer}.",
        number=number,
        name=called(design, hop.element),
        place=place(design, hop.element),
        request=said_of(hop.request, REQUEST),
        answer=said_of(hop.answer, ANSWER),
    )


def plain_text(design: Design, answer: PathAnswer, language: Language) -> str:
    """The whole answer as lines of plain text, to be pasted anywhere."""
    return "\n".join(
        line if isinstance(line, str) else line.said(language) for line in _lines(design, answer)
    )


def _lines(design: Design, answer: PathAnswer) -> Iterator[Sayable | str]:
    yield question_said(design, answer)
    yield text("{verdict}. {decided}", verdict=HEADLINES[answer.verdict], decided=answer.decided)
    for number, hop in enumerate(answer.hops, 1):
        yield text(
            "{number}. {name} ({place})",
            number=number,
            name=called(design, hop.element),
            place=place(design, hop.element),
        )
        yield text("   {line}", line=said_of(hop.request, text("▼ request")))
        yield text("   {line}", line=said_of(hop.answer, text("▲ answer")))
    for title, lines in parts_of(answer):
        yield title
        yield from (text("- {line}", line=line) for line in lines)


def parts_of(answer: PathAnswer) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """What else an answer tells, by title: warnings, what would have to be stated, what it rests on."""
    parts = (
        (text("Warnings"), answer.warnings),
        (text("To be stated first"), answer.facts),
        (rests_on(len(answer.assumed)), answer.assumed),
    )
    yield from ((title, lines) for title, lines in parts if lines)


def rests_on(count: int) -> Text:
    """How many readings a verdict rests on."""
    return text("Rests on 1 reading") if count == 1 else text("Rests on {count} readings", count=count)
