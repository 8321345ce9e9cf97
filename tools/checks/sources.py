"""The project's own files, as the checks read them."""

import ast
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Finding(NamedTuple):
    """A fault at a place."""

    path: str
    line: int
    fault: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.fault}"


def tracked(root: Path = ROOT) -> list[str]:
    """Every file that is in git or would be added to it, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in listed.stdout.split("\0") if name and (root / name).is_file())


def code_below(root: Path, *names: str) -> Iterator[tuple[str, ast.Module]]:
    """Each Python file of folders or single files, with its syntax tree."""
    for name in names:
        top = root / name
        for path in sorted(top.rglob("*.py")) if top.is_dir() else [top] if top.exists() else []:
            yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def report(findings: Sequence[object]) -> int:
    """Print what was found; the answer is the exit code."""
    for finding in findings:
        print(finding)
    return 1 if findings else 0
