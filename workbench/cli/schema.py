"""`main.py schema`: the JSON Schema of design files."""

from __future__ import annotations

from argparse import Namespace

from workbench.cli.talk import Talk
from workbench.storage.format import schema as file_schema


def schema(_: Namespace, talk: Talk) -> int:
    """Prints the JSON Schema of design files."""
    talk.answer_json(file_schema())
    return 0
