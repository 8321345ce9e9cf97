"""Where the workbench can run: which Pythons and systems have ready-made packages for every requirement."""

import os
import platform
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

# What the packages of requirements.lock were built for: `immutables` stops at 3.13 and leaves out Windows on
# ARM, PySide6 asks for these C libraries and macOS releases.
PYTHONS = ((3, 11), (3, 12), (3, 13))
LEAST_GLIBC = {"linux-x86_64": (2, 34), "linux-aarch64": (2, 39)}
LEAST_MACOS = {(3, 11): (13,), (3, 12): (14,), (3, 13): (14,)}
NEWEST = "take Python 3.13"
NOTHING = "no ready-made packages for the workbench"


class Machine(NamedTuple):
    """What decides whether ready-made packages fit."""

    python: tuple[int, int]
    implementation: str = "CPython"
    system: str = "linux-x86_64"
    glibc: tuple[int, ...] = ()
    macos: tuple[int, ...] = ()
    free_threaded: bool = False
    bits: int = 64


def this_machine() -> Machine:
    """The machine and the Python that run this."""
    return Machine(
        python=sys.version_info[:2],
        implementation=platform.python_implementation(),
        system=sysconfig.get_platform(),
        glibc=_glibc(),
        macos=_numbers(platform.mac_ver()[0]) if sys.platform == "darwin" else (),
        free_threaded=bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        bits=64 if sys.maxsize > 2**32 else 32,
    )


def refusal(machine: Machine) -> str | None:
    """Why the requirements cannot be installed here, in one sentence; None where they can."""
    return _refused_python(machine) or _refused_system(machine)


def refused_pair(python: tuple[int, int], qt: tuple[int, ...]) -> str | None:
    """Why this PySide6 must not run on this Python, in one sentence; None where it may.

    From 6.12.0 on, PySide6 loses a reference to None at nearly every call; before Python 3.12 made None
    immortal, that aborts the process after some thousand calls.
    """
    if python >= (3, 12) or qt < (6, 12):
        return None
    return (
        f"PySide6 {_dotted(qt)} aborts on Python {_dotted(python)} after some thousand calls: install what "
        f"requirements.lock names (delete .venv and start again), or {NEWEST}."
    )


def installed_qt(site_packages: Path) -> tuple[int, ...]:
    """The version of PySide6 in an environment, empty where there is none."""
    found = sorted(site_packages.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info"))
    return _numbers(found[-1].name.split("-")[1]) if found else ()


def _refused_python(machine: Machine) -> str | None:
    version = _dotted(machine.python)
    if machine.implementation != "CPython":
        return f"The workbench needs CPython, and this is {machine.implementation} {version}: {NEWEST}."
    if machine.python not in PYTHONS:
        known = ", ".join(map(_dotted, PYTHONS))
        return f"Python {version} has {NOTHING} ({known} have them): {NEWEST}."
    if machine.free_threaded:
        return f"The free-threaded Python {version} has {NOTHING}: {NEWEST}, the usual build."
    if machine.bits != 64:
        return f"A 32-bit Python has {NOTHING}: {NEWEST}, the 64-bit build."
    return None


def _refused_system(machine: Machine) -> str | None:
    if machine.system.startswith("linux"):
        return _refused_linux(machine)
    if machine.system.startswith("macosx"):
        least = LEAST_MACOS[machine.python]
        older = f"macOS {_dotted(machine.macos)} has {NOTHING}: take macOS {_dotted(least)} or newer."
        return older if machine.macos < least else None
    if machine.system == "win-arm64":
        return f"Python for Windows on ARM has {NOTHING}: {NEWEST} for x64, which runs there too."
    return None if machine.system == "win-amd64" else _unknown_system(machine)


def _refused_linux(machine: Machine) -> str | None:
    least = LEAST_GLIBC.get(machine.system)
    if least is None:
        return _unknown_system(machine)
    if machine.glibc >= least:
        return None
    found = f"glibc {_dotted(machine.glibc)}" if machine.glibc else "no glibc"
    return (
        f"This {machine.system} has {found}, and the workbench's packages need glibc {_dotted(least)}: "
        "take a newer Linux (Debian 12 or Ubuntu 22.04 on x86_64, Debian 13 or Ubuntu 24.04 on aarch64)."
    )


def _unknown_system(machine: Machine) -> str:
    return f"{machine.system} has {NOTHING}: take Linux on x86_64 or aarch64, macOS, or Windows on x64."


def _glibc() -> tuple[int, ...]:
    """The C library's version, empty where it is another library."""
    try:
        return _numbers((os.confstr("CS_GNU_LIBC_VERSION") or "").removeprefix("glibc "))
    except (AttributeError, ValueError, OSError):
        return ()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
