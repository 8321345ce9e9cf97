"""What is spoken of a box or a line: kind, name, what it says, where it stands, what was found about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from widgets.marks import told
from workbench.drawing.drawing import Box, Key, Line
from workbench.model.element import KINDS, Element
from workbench.model.elements.account import Account
from workbench.texts import Language, Sayable, Text, text
from workbench.words import Words

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

COMMA: Final[dict[Language, str]] = {"en": ", ", "zh": "，"}


def told_of_box(canvas: Canvas, box: Box) -> str:
    """A box as a screen reader says it; what belongs to no element is said by its title."""
    element = canvas.editor.design.get(box.element)
    if element is None:
        return box.title or text("Legend").said(canvas.language)
    meta = (Words(box.meta, box.meta),) if box.meta else ()
    return _joined(
        canvas.language,
        [_called(element), *meta, *_around(canvas, box, element), *_lit(canvas, box), *_found(canvas, box)],
    )


def told_of_line(canvas: Canvas, line: Line) -> str:
    """A line as a screen reader says it: what it is and what it joins."""
    element, kind = canvas.editor.design.get(line.element), KINDS.get(line.kind)
    name = _called(element) if element else kind.label if kind else text("Line")
    ends = [_title(canvas, key) for key in (line.start, line.end)]
    joins = text("from {start} to {end}", start=ends[0], end=ends[1])
    label = (Words(line.label.text, line.label.text),) if line.label else ()
    return _joined(canvas.language, [name, *label, joins])


def _called(element: Element) -> Text:
    return text("{kind} {name}", kind=element.kind.label, name=element.title())


def _around(canvas: Canvas, box: Box, element: Element) -> Iterator[Text]:
    """What the box stands in, and the account it belongs to where that is another."""
    design = canvas.editor.design
    chain = [outer for outer in canvas.places.chain(box) if outer.id != element.id]
    if chain:
        yield text("in {place}", place=_called(chain[0]))
    account = next((above for above in design.above(element.id) if isinstance(above, Account)), None)
    if account and account not in chain[:1]:
        yield text("in {place}", place=_called(account))
    if box.pinned:
        yield text("pinned")


def _lit(canvas: Canvas, box: Box) -> Iterator[Text]:
    """Which hop of the path that is lit the box is."""
    numbers = canvas.above.light.number_of(box.key)
    if numbers:
        yield text("hop {number} of the path", number=numbers)


def _found(canvas: Canvas, box: Box) -> Iterator[Text]:
    """How many findings there are about the element, and how bad the worst is."""
    badge = canvas.above.badge_of(box.element)
    if badge and badge.findings:
        yield told(badge.severity, badge.findings)


def _title(canvas: Canvas, key: Key) -> Sayable:
    box = canvas.places.box(key)
    element = canvas.editor.design.get(box.element) if box else None
    return element.title() if element else Words()


def _joined(language: Language, parts: Iterable[Sayable]) -> str:
    return COMMA[language].join(said for part in parts if (said := part.said(language)))
