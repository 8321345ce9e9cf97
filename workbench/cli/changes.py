"""`main.py changes`: which pairs one version of a design opens or closes, beside another."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from workbench.cli.designs import design_in
from workbench.cli.talk import Talk
from workbench.texts import text

if TYPE_CHECKING:
    from workbench.model.design import Design
    from workbench.reachability.changes import Changes, PairChange


def changes(options: Namespace, talk: Talk) -> int:
    """Lists every pair with other verdicts than before, and who came or went."""
    from workbench.reachability.changes import changes_of

    old, new = (design_in(path).design for path in (options.old, options.new))
    found = changes_of(old, new, talk.progress)
    if options.json:
        talk.answer_json(_data(found))
    else:
        _print(found, old, new, talk)
    return 0


def _print(found: Changes, old: Design, new: Design, talk: Talk) -> None:
    from workbench.reachability.changes_said import change_said, counts_said, name_of

    for place in found.places(between_old=True):
        talk.answer(change_said(found[place], old, new))
    came, went = text("Added: {names}", key="changes.added"), text("Removed: {names}", key="changes.removed")
    for ids, said in ((found.added, came), (found.removed, went)):
        if ids:
            names = [name_of(id, old, new) for id in sorted(ids)]
            talk.answer(said._replace(values=(("names", names),)))
    for place in found.places(between_old=False):
        talk.answer(text("  with that: {change}", change=change_said(found[place], old, new)))
    talk.answer(counts_said(found))


def _data(found: Changes) -> dict[str, Any]:
    return {
        "added": sorted(found.added),
        "removed": sorted(found.removed),
        "pairs": [_pair(found[place]) for place in found.places(between_old=True)],
        "with_added_or_removed": [_pair(found[place]) for place in found.places(between_old=False)],
    }


def _pair(one: PairChange) -> dict[str, Any]:
    return {
        "src": one.source,
        "dst": one.target,
        "turn": one.turn,
        "before": one.before,
        "after": one.after,
        "ports": [{"proto": protocol, "ports": list(ports)} for protocol, ports in one.ranges],
    }
