"""`main.py new`: a design file from a pattern."""

from __future__ import annotations

from argparse import Namespace

from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.patterns import UnknownPattern, begun
from workbench.storage.files import save_design
from workbench.texts import text


def new(options: Namespace, talk: Talk) -> int:
    """Makes a design file; a file that is there already is never touched."""
    if options.file.exists():
        raise CannotRun(
            text("{path} is there already. Choose another name, or delete it first.", path=str(options.file))
        )
    if options.choose and options.edition != "basic":
        raise CannotRun(
            text("--choose is for the edition Basic only; {edition} covers both.", edition=options.edition)
        )
    try:
        design = begun(options.pattern, options.edition, options.choose or "")
    except UnknownPattern as wrong:
        raise CannotRun(wrong.text) from wrong
    save_design(design, options.file)
    talk.say(text("{path} was made.", path=str(options.file)))
    return 0
