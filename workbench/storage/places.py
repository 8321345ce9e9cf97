"""Where the program keeps what is the user's own and no design: one folder a purpose, in the platform's place."""

from __future__ import annotations

import contextlib
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


def rescued() -> Path:
    """Where designs are saved that have no file when the program is at fault."""
    return _state() / "rescued"


def recent() -> Path:
    """The list of designs opened last."""
    return _state() / "recent.json"


def previews() -> Path:
    """Where the pictures of designs opened last are."""
    return _state() / "previews"


def preferences() -> Path:
    """The user's preferences."""
    home = os.environ.get(HOME)
    return (Path(home) if home else _dirs().user_config_path) / "preferences.json"


def is_file(path: Path) -> bool:
    """Whether there is a file at a place; none where the system finds the name too long for any."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """The same of a folder."""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_whole(path: Path, raw: bytes) -> None:
    """Writes a small file of the program's own so that it is the old one or the new one; OSError where the disk refuses."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(path, raw)


def replace_whole(path: Path, raw: bytes) -> None:
    """The same in a folder that is not ours: where it is missing it is not made."""
    # Two machines that share the folder may be at it under one process id.
    beside = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    try:
        with open(beside, "wb") as file:
            file.write(raw)
            file.flush()
            # Else a cut of the power keeps the new name and takes the content.
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _state() -> Path:
    home = os.environ.get(HOME)
    return Path(home) / "state" if home else _dirs().user_state_path


def _dirs() -> PlatformDirs:
    return PlatformDirs(NAME, appauthor=False)
