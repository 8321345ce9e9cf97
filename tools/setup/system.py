"""What the operating system must bring: libraries that Qt loads, and programs that the tests call."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.setup.environment import say
from tools.setup.errors import SetupError

# Shared library -> the Debian package that holds it.
PAINTING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOWS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
}
# Program -> the Debian packages that make it complete.
OFFICE = {
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-draw-nogui",
    "vsd2raw": "libvisio-tools",
    "pdftotext": "poppler-utils",
}
VIRTUAL_SCREEN = {"Xvfb": "xvfb", "xauth": "xauth"}
SYSTEM_CALLS = {"strace": "strace"}
# Debian 13 and Ubuntu 24.04 renamed packages when they widened the clock.
RENAMED_FROM = {"debian": 13.0, "ubuntu": 24.04}
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}


def has_display(system: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown here."""
    return system != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_libraries() -> list[str]:
    """The packages whose libraries Qt would not find on this machine."""
    if sys.platform != "linux":
        return []
    # An administrator's machine gets everything at once, so that a display may come later.
    wanted = PAINTING | (WINDOWS if has_display() or may_install() else {})
    return [package for library, package in wanted.items() if not loads(library)]


def missing_programs() -> list[str]:
    """The packages whose programs the tests would not find on this machine."""
    wanted = OFFICE | (VIRTUAL_SCREEN | SYSTEM_CALLS if sys.platform == "linux" else {})
    return [
        package
        for program, packages in wanted.items()
        if not shutil.which(program)
        for package in packages.split()
    ]


def missing_venv() -> list[str]:
    """The package that lets the system's Python make environments, where it lacks."""
    return (
        [] if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv") else ["python3-venv"]
    )


def provide(packages: Iterable[str], purpose: str) -> None:
    """Install system packages where we may, else stop and name the command that does."""
    names = [name_here(package, release()) for package in packages]
    if not names:
        return
    command = f"apt-get install --no-install-recommends {' '.join(names)}"
    if not may_install():
        raise SetupError(f"This machine lacks what {purpose} need; on Debian or Ubuntu: sudo {command}")
    say(f"Installing system packages: {' '.join(names)}.")
    _apt(["update"])
    installed = _apt(["install", "--yes", "--no-install-recommends", *names])
    if installed.returncode:
        raise SetupError(f"{installed.stdout.strip()}\nWhat {purpose} need could not be installed: {command}")


def _apt(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def may_install() -> bool:
    """Whether this person may install packages here, on a system whose packages we know by name."""
    return (
        sys.platform == "linux"
        and os.geteuid() == 0
        and release()[0] in RENAMED_FROM
        and bool(shutil.which("apt-get"))
    )


def release(path: Path = Path("/etc/os-release")) -> tuple[str, float]:
    """The distribution's id and version; one without a number is newer than all."""
    if not path.exists():
        return "", 0.0
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = {name: value.strip("\"'") for name, _, value in (line.partition("=") for line in lines)}
    return entries.get("ID", ""), float(entries.get("VERSION_ID") or "inf")


def name_here(package: str, system: tuple[str, float]) -> str:
    """What a package is called on this release of a distribution."""
    name, version = system
    return RENAMED.get(package, package) if version >= RENAMED_FROM.get(name, float("inf")) else package


def loads(library: str) -> bool:
    """Whether a shared library is found and complete."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
