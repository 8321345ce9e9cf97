"""Rescue: the design as it is, saved beside its file when the program is at fault and nobody knows what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workbench.model.design import Design
from workbench.storage import places
from workbench.storage.files import SUFFIX, NotSaved, save_design
from workbench.storage.sealing import Key

RESCUED: Final = "rescued"


def rescued(design: Design, path: Path | None, key: Key | None) -> Path | None:
    """Where the design was saved, beside its file or else among the program's own; None where no place takes it."""
    for folder in (*([path.parent] if path else []), places.rescued()):
        place = folder / f"{path.stem if path else 'design'}.{RESCUED}{SUFFIX}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            save_design(design, place, key)
        except (OSError, NotSaved):
            continue
        return place
    return None
