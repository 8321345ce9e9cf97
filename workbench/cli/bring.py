"""`main.py import`: configuration files into a design file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from workbench.cli.designs import design_to_change, write
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.importers.accelerator import plan_import
from workbench.importers.plan import FATE_WORDS, ImportItem, ImportPlan
from workbench.patterns import begun
from workbench.reference import regions
from workbench.storage.files import Read
from workbench.texts import text


def bring(options: Namespace, talk: Talk) -> int:
    """Imports files, or with --dry-run only says what would become of them; nothing is written where one is refused."""
    read = _read(options.into, options.edition, talk)
    design = read.design
    plan = plan_import(options.sources, design, options.account, _answer(options.region, talk))
    applied = plan.edit is not None and not options.dry_run
    if applied and plan.edit:
        write(plan.edit(design), read)
    if options.json:
        talk.answer_json(_as_json(plan, options.into, applied))
    else:
        _print(plan, talk, everything=options.dry_run)
    _summary(plan, options, talk)
    return 0 if plan.edit else 2


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
        if everything or item.state in ("refused", "unheld"):
            word = FATE_WORDS[item.state].said(talk.language)
            talk.answer(f"{word:<12} {item.place()}  {item.becomes.said(talk.language)}")


def _summary(plan: ImportPlan, options: Namespace, talk: Talk) -> None:
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
    for item in plan.refusals:
        talk.say(text("{place}: {why}", place=item.place(), why=item.becomes))
    if plan.refusals:
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
    }
