"""Where the program keeps what is the user's own and no design: one folder a purpose, in the platform's place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

NAME: Final = "landing-zone-workbench"
HOME: Final = "WORKBENCH_HOME"
"""The environment variable that puts everything below one folder, for a stick or a test."""


def journals() -> Path:
    """Where changes wait that no file holds yet."""
    return _state() / "journals"


def claims() -> Path:
    """Where the locks lie that tell whether who claims a file still runs."""
    return _state() / "claims"


def _state() -> Path:
    home = os.environ.get(HOME)
    return Path(home) / "state" if home else PlatformDirs(NAME, appauthor=False).user_state_path
