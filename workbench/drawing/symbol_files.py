"""Where the symbols are: ours in `resources/icons`, and the user's own in a folder of theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workbench.preferences import preferences
from workbench.storage import places

FOLDER: Final = Path(__file__).parents[2] / "resources" / "icons"


def symbol_file(name: str) -> Path:
    """The file of a symbol: the user's own where there is one, else ours; KeyError where there is neither."""
    own = preferences().symbols
    for folder in (*([Path(own)] if own else []), FOLDER):
        path = folder / f"{name}.svg"
        if places.is_file(path):
            return path
    raise KeyError(f"there is no symbol {name!r}")
