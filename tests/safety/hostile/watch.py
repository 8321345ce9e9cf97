"""A program beside this one tries hostile cases; one that hangs or dies is told, and the next begins with a fresh program."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Final

ROOT: Final = Path(__file__).parents[3]
LONGEST: Final = 5.0
"""Seconds a case may take."""
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
            answer = self._answers.get(timeout=LONGEST)
        except queue.Empty:
            self._end()
            return {"wrong": f"took longer than {LONGEST:g} s"}
        if answer is None:
            code = program.wait()
            self._end()
            return {"wrong": f"ended the program with {code}"}
        found: dict[str, Any] = json.loads(answer)
        return found

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


def _heard(program: subprocess.Popen[str], answers: queue.Queue[str | None]) -> None:
    assert program.stdout
    for line in program.stdout:
        answers.put(line)
    answers.put(None)
