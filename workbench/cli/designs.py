"""Design files on the command line: the password of sealed ones, and no writing under somebody's hands."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.cli.failures import CannotRun
from workbench.model.design import Design
from workbench.storage.claim import Claim, Holder, claimed
from workbench.storage.files import Read, open_design, save_design
from workbench.storage.sealing import PASSWORD
from workbench.texts import text


def design_in(path: Path) -> Read:
    """The design in a file; a sealed one opens with the password in the environment."""
    return open_design(path, os.environ.get(PASSWORD))


def design_to_change(path: Path) -> Read:
    """The same, where it may be changed; CannotRun says why not."""
    read = design_in(path)
    if read.read_only:
        raise CannotRun(read.read_only)
    return read


def write(design: Design, read: Read) -> None:
    """Writes a changed design into its file, sealed as it was; CannotRun where somebody has it open."""
    held = claimed(read.path)
    if isinstance(held, Holder):
        raise CannotRun(
            text(
                "{path} was not changed: {user} on {host} has had it open since {since}. Close it there and try again.",
                path=read.path.name,
                user=held.user,
                host=held.host,
                since=held.since,
            )
        )
    try:
        save_design(design, read.path, read.key)
    finally:
        if isinstance(held, Claim):
            held.end()
