"""The project's own Python environment in `.venv`, made of the locked requirements."""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from tools.setup.errors import SetupError

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Environment:
    """A folder with a Python of its own, and the lock that says what it holds."""

    folder: Path = ROOT / ".venv"
    lock: Path = ROOT / "requirements.lock"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def site_packages(self) -> Path:
        """Where the requirements lie."""
        inside = "Lib" if os.name == "nt" else f"lib/python{sys.version_info.major}.{sys.version_info.minor}"
        return self.folder / inside / "site-packages"

    @property
    def stamp(self) -> Path:
        """Written last: what the environment was made from."""
        return self.folder / "made-from.txt"

    def is_ready(self) -> bool:
        """Whether the whole lock is installed, for this Python."""
        return self._made_from() == [_kind_of_python(), self._wanted()]

    def prepare(self) -> None:
        """Make the environment ready; nothing happens where it is.

        One that another Python made, or whose making was interrupted, is made anew; after a change of the
        lock only what differs is installed.
        """
        made_from = self._made_from()
        if made_from == [_kind_of_python(), self._wanted()]:
            return
        if not made_from or made_from[0] != _kind_of_python():
            self._create()
        self.stamp.unlink(missing_ok=True)
        self._install()
        self.stamp.write_text(f"{_kind_of_python()}\n{self._wanted()}\n", encoding="utf-8")

    def _made_from(self) -> list[str]:
        # An upgrade of the system's Python can leave a link that leads nowhere.
        if not self.python.exists() or not self.stamp.exists():
            return []
        return self.stamp.read_text(encoding="utf-8").splitlines()

    def _wanted(self) -> str:
        return hashlib.sha256(self.lock.read_bytes()).hexdigest()

    def _create(self) -> None:
        say(f"Making a Python environment in {self.folder.name}.")
        self._remove()
        # Started with the environment's own Python, which was just removed, we need the one below it.
        below = getattr(sys, "_base_executable", sys.executable)
        self._run([below, "-m", "venv", str(self.folder)], "Python's venv module failed")

    def _remove(self) -> None:
        try:
            if self.folder.exists():
                shutil.rmtree(self.folder)
        except OSError as error:
            raise SetupError(
                f"{self.folder} cannot be removed ({error}): is another set-up running?"
            ) from error

    def _install(self) -> None:
        say("Installing the locked requirements (some 400 MB on disk; once).")
        # pip's own configuration stays in force: proxies, certificates, private indexes.
        command = [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        command += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(self.lock)]
        command += [] if sys.stderr.isatty() else ["-qq"]
        self._run(command, "pip could not install the requirements")

    def _run(self, command: list[str], failure: str) -> None:
        # Our standard output is the program's; what pip says goes where progress goes.
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
        if done.returncode:
            raise SetupError(f"{failure}; the lines above say why. Mend that, then start again.")


def say(sentence: str) -> None:
    """Tell the person what is being done; standard output stays the program's."""
    print(sentence, file=sys.stderr, flush=True)


def _kind_of_python() -> str:
    """What an environment cannot change without being made anew."""
    return f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"
