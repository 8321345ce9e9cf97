"""A disk that is really full: the file stays, it is told in plain words, and once there is room all is well."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ON_A_SMALL_DISK = """
mount -t tmpfs -o size=256k none "$1" && exec "$2" -c "$3" "$1"
"""
WITH_A_LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
"""
FILLING = """
import json, os, sys, threading, time
from pathlib import Path
from workbench.model.sketch import sketch
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.storage.journal import Journal, left_behind
from workbench.storage import journal as journals
folder = Path(sys.argv[1])
path = folder / "a.lzd"
small = sketch("a account")
large = sketch("\\n".join(f"v{number} vpc blocks=10.0.0.0/16" for number in range(4000)))
journals.AGAIN_AFTER = 0.1
refused = []
save_design(small, path)
try:
    save_design(large, path)
    told = None
except NotSaved as wrong:
    told = [wrong.text.said("en"), wrong.text.said("zh")]
still = open_design(path).design == small
names = sorted(entry.name for entry in folder.iterdir())
journal = Journal(small, path, folder / "journals", refused=lambda wrong: refused.append(wrong.strerror))
journal.follow(large)
end = time.monotonic() + 10
while not refused and time.monotonic() < end:
    time.sleep(0.02)
left = [entry.name for entry in (folder / "journals").iterdir() if not entry.name.endswith(".lock")]
nearly = small.replacing("a", owner="x")
journal.follow(nearly)
kept = journal.is_up(10)
journal.end()
save_design(nearly, path)
print(json.dumps({
    "told": told, "still": still, "names": names, "refused": refused, "left": left, "kept": kept,
    "after": open_design(path).design == nearly,
}))
"""


def check(ran: subprocess.CompletedProcess[str]) -> None:
    """What a program says that wrote more than there was room for."""
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    assert found["told"][0].startswith("a.lzd was not saved: ")
    assert found["told"][1] != found["told"][0]
    assert found["still"]
    assert found["names"] == ["a.lzd"]
    assert len(found["refused"]) == 1
    assert found["left"] == []
    assert found["kept"]
    assert found["after"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits as POSIX knows them")
def test_where_no_file_may_grow_the_old_one_stays_and_the_next_save_works(tmp_path: Path) -> None:
    check(
        subprocess.run(
            [sys.executable, "-c", WITH_A_LIMIT + FILLING, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    )


def may_mount() -> bool:
    """Whether a disk of one's own can be made that nobody else sees."""
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run(
        ["unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


@pytest.mark.skipif(not may_mount(), reason="no disk of one's own can be made here")
def test_on_a_disk_that_is_full_the_old_file_stays_and_the_next_save_works(tmp_path: Path) -> None:
    check(
        subprocess.run(
            ["unshare", "-m", "sh", "-c", ON_A_SMALL_DISK, "sh", str(tmp_path), sys.executable, FILLING],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    )
    assert list(tmp_path.iterdir()) == []
