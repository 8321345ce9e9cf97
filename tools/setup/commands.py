"""What `bootstrap.py` can be asked to do."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence

from tools.setup import machine, system
from tools.setup.environment import ROOT, Environment, say
from tools.setup.errors import SetupError

SAMPLE = "resources/samples/enterprise.lzd"
DELIVERABLES = "vsdx,docx,xlsx,svg,pdf,png,drawio"
OUT = "out"
USAGE = """\
python3 bootstrap.py                           set up, then open the workbench on its sample
                                               (without a display: build its deliverables)
python3 bootstrap.py setup                     set up only
python3 bootstrap.py test [--long] [pytest's]  set up, then run all tests
python3 bootstrap.py check                     set up, then all checks but the tests"""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; the answer is the exit code."""
    command, *rest = arguments or ["start"]
    try:
        if command == "test":
            return test(rest)
        if command in COMMANDS and not rest:
            return COMMANDS[command]()
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("Stopped. Start again: an unfinished installation is made anew.")
        return 130
    say(USAGE)
    return 0 if command in ("help", "--help", "-h") else 2


def set_up() -> int:
    """Everything the workbench needs is there afterwards; a second call finds it at once."""
    environment = Environment()
    if reason := machine.refusal(machine.this_machine()):
        raise SetupError(reason)
    system.provide(system.missing_libraries(), "the window and the pictures")
    if not environment.is_ready():
        system.provide(system.missing_venv(), "Python environments")
        environment.prepare()
    if reason := machine.refused_pair(sys.version_info[:2], machine.installed_qt(environment.site_packages)):
        raise SetupError(reason)
    return 0


def start() -> int:
    """The workbench on its sample; without a display, what the sample is handed over as."""
    set_up()
    if system.has_display():
        return _become(["main.py", SAMPLE])
    say(f"No display (neither DISPLAY nor WAYLAND_DISPLAY is set): building the sample's files into {OUT}/.")
    export = ["main.py", "export", SAMPLE, "--to", DELIVERABLES, "--language", "both", "--out", OUT]
    done = _python(export, QT_QPA_PLATFORM="offscreen")
    for path in sorted((ROOT / OUT).rglob("*")) if done == 0 else ():
        if path.is_file():
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")
    return done


def test(arguments: Sequence[str]) -> int:
    """All tests, without a display; what is after `test` goes to pytest."""
    set_up()
    system.provide(system.missing_programs(), "the tests")
    return _become(["-m", "pytest", *arguments])


def check() -> int:
    """All checks but the tests."""
    set_up()
    return _become(["-m", "tools.checks"])


COMMANDS: dict[str, Callable[[], int]] = {"start": start, "setup": set_up, "check": check}


def _become(arguments: Sequence[str]) -> int:
    """Give this process to the environment's Python, so that signals and the exit code are its own."""
    if os.name != "nt":  # where a replaced process would leave the console behind
        os.chdir(ROOT)
        python = str(Environment().python)
        os.execv(python, [python, *arguments])
    return _python(arguments)


def _python(arguments: Sequence[str], **variables: str) -> int:
    command = [str(Environment().python), *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode
