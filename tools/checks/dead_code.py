"""What nothing calls: vulture's answer, less what is alive by standing in the right place."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

from vulture import Vulture
from vulture.config import make_config

from tools.checks.sources import ROOT, Finding, report


class Unused(Protocol):
    """What vulture says of one definition."""

    name: str
    typ: str
    filename: Path
    first_lineno: int


def is_alive(unused: Unused, root: Path = ROOT) -> bool:
    """Whether a definition that no code of ours names is used all the same."""
    path = unused.filename.relative_to(root).as_posix()
    lines = lines_of(unused.filename)
    if unused.typ in ("method", "property"):
        # Qt names its methods in its own way and calls them itself.
        return path.startswith("widgets/") and not unused.name.islower()
    if unused.typ == "attribute":
        # What is set on another's object is read by its library.
        return unused.first_lineno not in lines.own_attributes
    # Records are read field by field: by the file format, the inspector, the tables. Parameters are ruff's.
    return unused.typ == "variable" and unused.first_lineno in lines.fields | lines.parameters


class Lines(NamedTuple):
    """The lines of a file on which something of a sort stands."""

    fields: frozenset[int]
    parameters: frozenset[int]
    own_attributes: frozenset[int]


@cache
def lines_of(path: Path) -> Lines:
    """Where a file declares fields of classes, takes parameters, and sets attributes of its own objects."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    return Lines(
        fields=frozenset(at.lineno for one in classes for at in one.body if isinstance(at, ast.AnnAssign)),
        parameters=frozenset(node.lineno for node in nodes if isinstance(node, ast.arg)),
        own_attributes=frozenset(
            node.lineno
            for node in nodes
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        ),
    )


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
