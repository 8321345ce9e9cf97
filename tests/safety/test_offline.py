"""No socket of the internet is opened, whatever is picked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.commands.command import commands

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "samples" / "standard.lzd"
WATCHED = ("strace", "-f", "-qq", "-e", "trace=socket,connect", "-o")
INTERNET = re.compile(r"socket\(AF_INET6?\b")


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the system calls of Linux")
def test_every_entry_of_every_menu_opens_no_socket_of_the_internet(tmp_path: Path) -> None:
    path, calls = tmp_path / "a.lzd", tmp_path / "calls"
    shutil.copy(SAMPLE, path)

    ran = subprocess.run(
        [
            *WATCHED,
            str(calls),
            sys.executable,
            "-m",
            "tests.safety.every_command",
            str(path),
            str(tmp_path / "out"),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKBENCH_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    assert ran.stdout.split() == [str(len(commands())), "0"]
    assert list((tmp_path / "out").iterdir())
    assert INTERNET.findall(calls.read_text()) == []
