"""A report of a fault of the program that can be handed on: where it happened and in what version, no word of the customer's.

Messages of errors are left out: they quote values.
"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from traceback import walk_tb
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
TOLD: Final = (
    "PySide6-Essentials",
    "msgspec",
    "immutables",
    "networkx",
    "netaddr",
    "matplotlib",
    "python-docx",
    "openpyxl",
)


def report_of(fault: BaseException) -> str:
    """Kinds of the errors that led to one another, the places in the program, and versions; the last error comes last."""
    parts = [
        _errors(fault),
        "",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
    ]
    parts += [f"{name} {_version(name)}" for name in TOLD]
    return "\n".join(parts)


def _errors(fault: BaseException) -> str:
    chain: list[BaseException] = []
    here: BaseException | None = fault
    while here is not None and here not in chain:
        chain.append(here)
        here = here.__cause__ or (None if here.__suppress_context__ else here.__context__)
    return "\n".join(_one(error) for error in reversed(chain))


def _one(error: BaseException) -> str:
    frames = [
        f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    return "\n".join([type(error).__qualname__, *frames])


def _place(name: str) -> str:
    """A file by its place in the program or in a library; nothing of where they lie on this machine."""
    path = Path(name)
    for root in (ROOT, *map(Path, sys.path)):
        if path.is_absolute() and root.is_absolute() and path.is_relative_to(root) and root != Path("/"):
            return path.relative_to(root).as_posix().removeprefix(".venv/")
    return path.name


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
