"""Changes of pairs in words: what window and command line say of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import Verdict
from workbench.reachability.changes import COUNTED, TURNS, Changes, PairChange, Turn
from workbench.reachability.exposure_said import ports_said
from workbench.reachability.sayings import title_of
from workbench.texts import Text, text

SAID: Final[Mapping[Turn, Text]] = {
    "opened": text("newly open", key="changes.opened"),
    "closed": text("newly closed", key="changes.closed"),
    "doubtful": text("unknown now", key="changes.doubtful"),
    "settled": text("known now", key="changes.settled"),
}
VERDICTS: Final[Mapping[Verdict, Text]] = {
    "allow": text("reached", key="changes.allow"),
    "partial": text("reached in part", key="changes.partial"),
    "deny": text("not reached", key="changes.deny"),
    "unknown": text("unknown", key="changes.unknown"),
}


def name_of(id: ElementId, before: Design, after: Design) -> object:
    """What a party is called, in the later version where it is there."""
    return title_of(id, after if id in after else before)


def verdicts_said(one: PairChange) -> Text:
    """What holds now, and what held before."""
    return text("{after}, was {before}", after=VERDICTS[one.after], before=VERDICTS[one.before])


def change_said(one: PairChange, before: Design, after: Design) -> Text:
    """A change in one sentence."""
    return text(
        "{source} to {target}, {ports}: {turn} ({verdicts})",
        source=name_of(one.source, before, after),
        target=name_of(one.target, before, after),
        ports=ports_said(one.ports),
        turn=SAID[one.turn],
        verdicts=verdicts_said(one),
    )


def counts_said(changes: Changes) -> Text:
    """How many pairs of parties in both versions changed, and how many parties came and went."""
    told = [COUNTED[turn]._replace(values=(("count", changes.count(turn)),)) for turn in TURNS]
    counts = (len(changes.added), len(changes.removed))
    return text(
        "Pairs: {told}. Parties: {added} added, {removed} removed.",
        told=told,
        added=counts[0],
        removed=counts[1],
    )
