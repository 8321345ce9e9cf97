"""What a move opens and closes, in a few lines: for the bubble beside what is dragged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from planners.reachability.network import ALL
from workbench.model.design import Design
from workbench.reachability.sayings import title_of
from workbench.reachability.synthesis.ranges import said
from workbench.reachability.synthesis.what_if import Passing, WhatIf
from workbench.texts import Sayable, Text, text

MOST: Final = 4
"""Lines for what opens, and for what closes; of more the number is told."""
PORTS: Final = 3


def told(found: WhatIf, design: Design) -> tuple[Sayable, ...]:
    """The lines of a move: where it goes, what opens (+) and what closes (−)."""
    name = title_of(found.application, design)
    if found.domain is None:
        head = text("{name} out of its security domain", name=name)
    else:
        head = text("{name} into {domain}", name=name, domain=title_of(found.domain, design))
    if not found.opens and not found.closes:
        return head, text("Nothing opens and nothing closes.")
    return (
        head,
        *_lines(found, found.opens, design, opens=True),
        *_lines(found, found.closes, design, opens=False),
    )


def joined(lines: Sequence[Sayable]) -> Text:
    """Lines as one sentence that is shown below each other."""
    return Text(
        "\n".join(f"{{line{number}}}" for number in range(len(lines))),
        tuple((f"line{number}", line) for number, line in enumerate(lines)),
    )


def is_refused(found: WhatIf) -> bool:
    """Whether something would open that a flow of the design refuses."""
    return any(passing.is_refused for passing in found.opens)


def _lines(found: WhatIf, passing: Sequence[Passing], design: Design, *, opens: bool) -> Iterator[Text]:
    """What is refused first, then the application's own, then what others gain or lose."""
    if not passing:
        return
    yield text("Opens:") if opens else text("Closes:")
    ranked = sorted(
        _both_ways(passing), key=lambda one: (not one[0].is_refused, found.application not in one[0][:2])
    )
    for one, is_both in ranked[:MOST]:
        line = _line(one, design, is_both=is_both)
        said = text("{line}, refused by a flow", line=line) if one.is_refused and opens else line
        yield text("+ {line}", line=said) if opens else text("− {line}", line=said)
    if len(ranked) > MOST:
        rest = text("{count} more", count=len(ranked) - MOST)
        yield text("+ {line}", line=rest) if opens else text("− {line}", line=rest)


def _both_ways(passing: Sequence[Passing]) -> Iterator[tuple[Passing, bool]]:
    """Each thing once, with whether it is so in the other direction, too."""
    seen: set[Passing] = set()
    for one in passing:
        turned = one._replace(source=one.target, target=one.source)
        if one not in seen:
            seen |= {one, turned}
            yield one, turned in passing


def _line(one: Passing, design: Design, *, is_both: bool) -> Text:
    source, target, ports = title_of(one.source, design), title_of(one.target, design), _ports(one)
    if is_both:
        return text("{source} ↔ {target}: {ports}", source=source, target=target, ports=ports)
    return text("{source} → {target}: {ports}", source=source, target=target, ports=ports)


def _ports(one: Passing) -> Sayable:
    if (ALL, None) in one.spans:
        return text("everything")
    words = [said(*span) for span in one.spans]
    more = len(words) - PORTS
    return text("{ports}", ports=words if more <= 0 else [*words[:PORTS], f"+{more}"])
