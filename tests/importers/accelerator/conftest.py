"""Folders to import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ESTATE = Path(__file__).parents[1] / "fixtures" / "estate"


@pytest.fixture
def estate() -> Path:
    """A folder of our own that holds every shape."""
    return ESTATE


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder with files by name; texts are written as UTF-8."""

    def make(**files: str | bytes) -> Path:
        top = tmp_path / "estate"
        top.mkdir(exist_ok=True)
        for name, written in files.items():
            path = top / name.replace("__", ".")
            path.write_bytes(written if isinstance(written, bytes) else written.encode())
        return top

    return make
