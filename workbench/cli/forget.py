"""`main.py forget`: every local trace of the program removed."""

from __future__ import annotations

from argparse import Namespace

from workbench.cli.talk import Talk
from workbench.storage.traces import remove_traces, traces
from workbench.texts import text


def forget(options: Namespace, talk: Talk) -> int:
    """Lists what is kept beside the designs; with --yes it is removed, but for what open windows use."""
    found = traces()
    for trace in found:
        talk.answer(text("{title}: {count} files", title=trace.title, count=len(trace.files)))
        for file in trace.files:
            talk.answer(f"  {file}")
    if not found:
        talk.say(text("There are no local traces."))
    elif not options.yes:
        talk.say(text("Nothing was removed. --yes removes it; designs and their backups stay."))
    else:
        left = remove_traces()
        talk.say(
            text("Local traces removed")
            if not left
            else text("Open windows still use {count} files.", count=len(left))
        )
    return 0
