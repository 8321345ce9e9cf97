"""Whether anybody listens to a signal: what nobody would act on is not offered."""

from __future__ import annotations

from PySide6.QtCore import QMetaMethod, QObject

from widgets.qt.answering import Stage
from workbench.texts import Text, text


def is_heard(one: QObject, signal: str) -> bool:
    """Whether a signal, named with the types of what it carries, is connected to anything."""
    meta = one.metaObject()
    method: QMetaMethod = meta.method(meta.indexOfSignal(signal))
    return one.isSignalConnected(method)


def next_act(page: QObject, stage: Stage, run: Text) -> Text | None:
    """What the button of a page says: Stop, or `run` as long as not everything is computed, where somebody listens."""
    if stage == "running":
        return text("Stop") if is_heard(page, "stop_wanted()") else None
    return run if stage != "complete" and is_heard(page, "run_wanted()") else None
