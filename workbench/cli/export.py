"""`main.py export`: the design as files for others."""

from __future__ import annotations

from argparse import Namespace

from workbench.cli.designs import design_in
from workbench.cli.talk import Talk
from workbench.exporters.export import export as exported
from workbench.exporters.export import languages_of
from workbench.texts import text


def export(options: Namespace, talk: Talk) -> int:
    """Writes the files and lists them on stdout."""
    opened = design_in(options.file)
    targets = [target.strip() for target in options.to.split(",") if target.strip()]
    languages = languages_of(opened.design, options.language)
    paths = exported(opened.design, targets, languages, options.out, talk.painter, talk.progress)
    for path in paths:
        talk.answer(str(path))
    talk.say(text("{count} files were written to {folder}.", count=len(paths), folder=str(options.out)))
    return 0
