"""`main.py import`: configuration files or address plans into a design file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_to_change, write
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.edits import Edit
from workbench.importers.plan import FATE_WORDS, ImportItem, ImportPlan
from workbench.importers.sources import plan_sources
from workbench.patterns import begun
from workbench.reference import regions
from workbench.storage.files import Read
from workbench.texts import text


def bring(options: Namespace, talk: Talk) -> int:
    """Imports files, or with --dry-run only says what would become of them; nothing is written where one is refused."""
    read = _read(options.into, options.edition, talk)
    design = read.design
    ask = _answer(options.region, talk)
    plan = plan_sources(options.sources, design, options.account, ask, options.region, talk.progress)
    edit = _edit(plan, without_refused=options.without_refused)
    applied = edit is not None and not options.dry_run
    if applied and edit:
        write(edit(design), read)
    if options.json:
        talk.answer_json(_as_json(plan, options.into, applied))
    else:
        _print(plan, talk, everything=options.dry_run)
    _summary(plan, edit is not None, options, talk)
    return 0 if edit else 2


def _edit(plan: ImportPlan, *, without_refused: bool) -> Edit | None:
    """The edit of the whole plan, or of what is not refused where that is asked for and can be told apart."""
    if plan.edit is None and without_refused and plan.picked and plan.proposals:
        return plan.picked(plan.proposals)
    return plan.edit


def _read(path: Path, edition: str | None, talk: Talk) -> Read:
    """The design to import into; a new one where there is no file yet."""
    if not path.exists():
        chosen = edition or "standard"
        talk.say(text("{path} is new; its edition is {edition}.", path=str(path), edition=chosen))
        return Read(begun("empty", chosen), path)
    read = design_to_change(path)
    if edition:
        talk.say(text("{path} is there already; it keeps its edition.", path=str(path)))
    return read


def _answer(region: str | None, talk: Talk) -> Any:
    """Who answers for files that name no region: the option, or nobody, which is then said."""
    if region and region not in regions():
        raise CannotRun(
            text(
                "“{region}” is no region. The regions are: {regions}.",
                region=region,
                regions=tuple(regions()),
            )
        )

    def asked(file: str) -> str | None:
        if not region:
            talk.say(
                text(
                    "{file}: nothing names its region; it is kept without one. Answer with --region ID.",
                    file=file,
                )
            )
        return region

    return asked


def _print(plan: ImportPlan, talk: Talk, *, everything: bool) -> None:
    for item in plan.items:
        if everything or item.state in ("refused", "doubtful", "unheld"):
            word = FATE_WORDS[item.state].said(talk.language)
            talk.answer(f"{word:<12} {item.place()}  {item.becomes.said(talk.language)}")


def _summary(plan: ImportPlan, possible: bool, options: Namespace, talk: Talk) -> None:
    number = plan.counts()
    talk.say(
        text(
            "New: {new}. Changed: {changed}. Same: {same}. Not held yet: {unheld}. Refused: {refused}.",
            new=number["new"],
            changed=number["changed"],
            same=number["same"],
            unheld=number["unheld"],
            refused=number["refused"],
        )
    )
    if number["doubtful"]:
        talk.say(text("To look at: {count}, each with its cell.", count=number["doubtful"]))
    for item in plan.refusals:
        talk.say(text("{place}: {why}", place=item.place(), why=item.becomes))
    if plan.refusals and not possible:
        talk.say(text("Nothing was imported. Mend what was refused, or take it out, and import again."))
    elif options.dry_run:
        talk.say(text("Nothing was written: this was a dry run."))


def _as_json(plan: ImportPlan, into: Path, applied: bool) -> dict[str, Any]:
    return {
        "file": str(into),
        "applied": applied,
        "counts": dict(plan.counts()),
        "items": [_item_json(item) for item in plan.items],
    }


def _item_json(item: ImportItem) -> dict[str, Any]:
    return {
        "file": item.file,
        "line": item.line or None,
        "path": item.path or None,
        "state": item.state,
        "becomes": {language: item.becomes.said(language) for language in ("en", "zh")},
        "element": item.element or None,
        "field": item.field or None,
    }
