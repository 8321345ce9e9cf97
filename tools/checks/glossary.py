"""One word for one thing, and the project speaks of itself alone: `glossary.toml` has the words."""

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.checks.sources import ROOT, Finding, report, tracked

GLOSSARY = Path(__file__).with_suffix(".toml")
WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z]|\d|\b|_)|[A-Z]?[a-z]+|[A-Z]+")
PROSE = (".md", ".toml", ".py")


class Name(NamedTuple):
    """A name that the code gives, and what it names."""

    what: str
    said: str
    line: int


class Glossary:
    """Words that names must not hold, and patterns that prose must not match."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.names: list[dict[str, Any]] = table.get("name", [])
        self.prose = [(re.compile(entry["pattern"]), entry["say"]) for entry in table.get("prose", [])]

    def misnamed(self, path: str, code: str) -> Iterator[Finding]:
        """Names of one file that another word should stand in."""
        for name in (Name("module", Path(path).stem, 1), *names_in(code)):
            for entry in self.names:
                if _applies(entry, path, name) and (word := _forbidden(name.said, entry)):
                    fault = f"{name.what} {name.said}: not {word!r}, say {entry['say']}"
                    yield Finding(path, name.line, fault)

    def misspoken(self, path: str, text: str) -> Iterator[Finding]:
        """Places in prose that the project does not say."""
        for line, said in prose_in(path, text):
            for pattern, instead in self.prose:
                if found := pattern.search(said):
                    yield Finding(path, line, f"{found[0]!r}: say {instead}")


def names_in(code: str) -> Iterator[Name]:
    """The classes and functions that a file defines, but for what Qt names in its own way (`paintEvent`)."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ClassDef):
            yield Name("class", node.name, node.lineno)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.islower():
            yield Name("function", node.name, node.lineno)


def prose_in(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Each line of prose: comments and docstrings of code, every line of another file."""
    if not path.endswith(".py"):
        yield from enumerate(text.splitlines(), 1)
        return
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            said = ast.get_docstring(node, clean=False)
            if said is not None:
                yield from enumerate(said.splitlines(), node.body[0].lineno)


def _applies(entry: dict[str, Any], path: str, name: Name) -> bool:
    folders = entry.get("folders")
    return name.what in entry["in"] and (folders is None or path.split("/")[0] in folders)


def _forbidden(name: str, entry: dict[str, Any]) -> str | None:
    if name in entry.get("but", ()):
        return None
    if name.lower() in entry.get("whole", ()):
        return name
    words = [word.lower() for word in WORD.findall(name)]
    return next((word for word in words if word in entry.get("not", ())), None)


def found_in(root: Path, paths: Sequence[str], glossary: Glossary) -> Iterator[Finding]:
    """What the glossary objects to in files of the project."""
    for path in paths:
        # Names of tests are sentences; what the platform's tables say is quoted, not ours.
        if not path.endswith(PROSE) or path.startswith("resources/") or root / path == GLOSSARY:
            continue
        text = (root / path).read_text(encoding="utf-8")
        yield from glossary.misspoken(path, text)
        if path.endswith(".py") and not path.startswith("tests/"):
            yield from glossary.misnamed(path, text)


def main() -> int:
    """1 when a word stands where another should."""
    glossary = Glossary(tomllib.loads(GLOSSARY.read_text(encoding="utf-8")))
    return report(list(found_in(ROOT, tracked(), glossary)))


if __name__ == "__main__":
    sys.exit(main())
