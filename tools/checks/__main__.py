"""Runs every check, whatever the others say, and sums up."""

import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("workbench", "widgets", "planners", "tools", "main.py", "bootstrap.py")

STEPS: dict[str, list[str]] = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "strict types": ["-m", "mypy", *CODE],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "dead code": ["-m", "tools.checks.dead_code"],
    "missing texts": ["-m", "tools.checks.texts"],
    "glossary": ["-m", "tools.checks.glossary"],
    "offline": ["-m", "tools.checks.offline"],
    "hosts": ["-m", "tools.checks.hosts"],
}


def main() -> int:
    """1 when a check found something."""
    failed = [name for name, command in STEPS.items() if not passes(name, command)]
    print(f"check: {len(STEPS) - len(failed)} of {len(STEPS)} passed{_list_of(failed)}")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Run one check and print what it found."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    verdict = "FAILED" if done.returncode else "ok    "
    print(f"{verdict}  {name}  ({time.monotonic() - began:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout.rstrip(), flush=True)
    return done.returncode == 0


def _list_of(failed: Iterable[str]) -> str:
    names = ", ".join(failed)
    return f"; failed: {names}" if names else ""


if __name__ == "__main__":
    sys.exit(main())
