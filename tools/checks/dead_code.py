"""What nothing calls: vulture's answer, less what is alive by standing in the right place."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from vulture import Vulture
from vulture.config import make_config

from tools.checks.sources import ROOT, Finding, report

# A kind enters the registry by being defined.
KINDS = "workbench/model/elements/"


class Unused(Protocol):
    """What vulture says of one definition."""

    name: str
    typ: str
    filename: Path
    first_lineno: int


def is_alive(unused: Unused, root: Path = ROOT) -> bool:
    """Whether a definition that no code names is used all the same."""
    path = unused.filename.relative_to(root).as_posix()
    if unused.typ == "class" and path.startswith(KINDS):
        return True
    # The fields of records are read by name: by the file format, the inspector, the tables.
    return unused.typ == "variable" and unused.first_lineno in fields(unused.filename)


@cache
def fields(path: Path) -> frozenset[int]:
    """The lines on which classes of a file declare annotated fields."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return frozenset(line.lineno for one in classes for line in one.body if isinstance(line, ast.AnnAssign))


def dead(root: Path = ROOT) -> Iterator[Finding]:
    """Definitions that nothing uses; tests do not count as use."""
    config = make_config([])
    vulture = Vulture(ignore_names=config["ignore_names"], ignore_decorators=config["ignore_decorators"])
    vulture.scavenge([root / path for path in config["paths"]])
    for unused in vulture.get_unused_code(min_confidence=config["min_confidence"]):
        if not is_alive(unused, root):
            path = unused.filename.relative_to(root).as_posix()
            yield Finding(path, unused.first_lineno, f"nothing uses the {unused.typ} {unused.name}")


def main() -> int:
    """1 when something is dead."""
    return report(list(dead()))


if __name__ == "__main__":
    sys.exit(main())
