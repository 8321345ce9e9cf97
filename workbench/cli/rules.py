"""`main.py rules`: the rules with what they ask for and where that is from."""

from __future__ import annotations

from argparse import Namespace

from workbench.cli.check import WORDS
from workbench.cli.talk import Talk
from workbench.rules.engine import registered
from workbench.rules.listing import listing


def rules(options: Namespace, talk: Talk) -> int:
    """Lists every rule in the order of ids."""
    if options.json:
        talk.answer_json(listing())
    else:
        for _, rule in sorted(registered().items()):
            word = WORDS[rule.severity].said(talk.language)
            talk.answer(f"{rule.id}  {word:<8} {rule.title.said(talk.language)}")
    return 0
