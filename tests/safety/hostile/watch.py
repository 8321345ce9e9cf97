"""A program beside this one tries hostile cases; one that hangs or dies is told, and the next begins with a fresh program."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final

ROOT: Final = Path(__file__).parents[3]
LONGEST: Final = 5.0
"""Seconds a case may take."""
PATIENCE: Final = 60.0
"""Seconds that a case may stand still because the machine has other work: only what it computes itself counts till then."""
STARTING: Final = 120.0


class Watched:
    """Gives cases to the program; `tried` answers what came of one, or how it ended the program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()

    def __enter__(self) -> Watched:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def tried(self, kind: str, seed: int) -> dict[str, Any]:
        """What came of a case: {"result": ...}, or {"wrong": ...} where it failed, hung or killed the program."""
        program = self._program or self._begin()
        assert program.stdin
        program.stdin.write(f"{kind} {seed}\n")
        program.stdin.flush()
        try:
            answer = self._answer(program)
        except queue.Empty:
            self._end()
            return {"wrong": f"took longer than {LONGEST:g} s"}
        if answer is None:
            code = program.wait()
            self._end()
            return {"wrong": f"ended the program with {code}"}
        found: dict[str, Any] = json.loads(answer)
        return found

    def _answer(self, program: subprocess.Popen[str]) -> str | None:
        """What the program answers, None where it ended; queue.Empty where it takes too long."""
        before, began = _computed(program.pid), time.monotonic()
        while True:
            try:
                return self._answers.get(timeout=LONGEST)
            except queue.Empty:
                spent = _computed(program.pid) - before
                if spent >= LONGEST * 0.9 or time.monotonic() - began >= PATIENCE:
                    raise

    def _begin(self) -> subprocess.Popen[str]:
        home = {"WORKBENCH_HOME": str(self._folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
        self._program = program = subprocess.Popen(
            [sys.executable, "-m", "tests.safety.hostile.cases", str(self._folder / "cases")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, **home},
        )
        self._answers = queue.Queue()
        threading.Thread(target=_heard, args=(program, self._answers), daemon=True).start()
        assert self._answers.get(timeout=STARTING) is not None, "the program of the cases does not start"
        return program

    def _end(self) -> None:
        if self._program:
            self._program.kill()
            self._program.communicate()
        self._program = None


def _computed(pid: int) -> float:
    """Seconds a program has computed; where the system does not tell, those that have passed."""
    try:
        spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(spent[11]) + int(spent[12])) / float(os.sysconf("SC_CLK_TCK"))


def _heard(program: subprocess.Popen[str], answers: queue.Queue[str | None]) -> None:
    assert program.stdout
    for line in program.stdout:
        answers.put(line)
    answers.put(None)
