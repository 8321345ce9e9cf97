"""Every sentence the user sees has its Chinese with the same values, and none goes round the catalogue."""

import ast
import importlib
import json
import pkgutil
import string
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.checks.sources import ROOT, Finding, code_below, report

SPEAKING = ("workbench", "widgets", "main.py")
TRANSLATIONS = Path("resources/texts/zh")
# What shows its text argument to the user.
SHOWING = frozenset(
    """
    setText setWindowTitle setTitle setToolTip setStatusTip setWhatsThis setPlaceholderText setAccessibleName
    setAccessibleDescription setInformativeText setDetailedText setLabelText setSuffix setPrefix showMessage
    setSpecialValueText addAction addMenu addTab addRow addItem addItems insertTab setTabText setHeaderLabels
    setHorizontalHeaderLabels QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QMenu
    QDockWidget QMessageBox
    """.split()  # noqa: SIM905 - a list of forty quoted names is harder to read
)


class Texts(dict[str, tuple[str, str, int]]):
    """English sentences by id, each with the place where it stands."""

    def add(self, id: str, english: str, path: str, line: int) -> None:
        """Keep a sentence; the first place counts."""
        self.setdefault(id, (english, path, line))


def written(root: Path) -> tuple[Texts, list[Finding]]:
    """The sentences that stand in calls of `text`, and calls whose sentence cannot be read off."""
    texts, faults = Texts(), []
    for path, tree in code_below(root, *SPEAKING):
        for call in _calls(tree):
            if _called(call) != "text" or not call.args or path == "workbench/texts.py":
                continue
            key = next((word.value for word in call.keywords if word.arg == "key"), None)
            sentences = list(_literals(call.args[0]))
            if not sentences and key is None:
                faults.append(Finding(path, call.lineno, "text() needs its English as a literal, or a key"))
            for sentence in sentences:
                for id in [sentence] if key is None else _literals(key):
                    texts.add(id, sentence, path, call.lineno)
    return texts, faults


def declared() -> tuple[Texts, list[Finding]]:
    """The sentences that kinds, rules and commands make of their words when defined, and modules that fail.

    To be asked in a fresh process: what was imported before is not heard again.
    """
    import workbench.texts

    said, heard, faults = workbench.texts.text, Texts(), []

    def hearing(source: str, /, *, key: str = "", **values: object) -> workbench.texts.Text:
        heard.add(key or source, source, key.partition(".")[0] or "workbench", 0)
        return said(source, key=key, **values)

    workbench.texts.text = hearing
    for module in pkgutil.walk_packages(workbench.__path__, "workbench."):
        try:
            importlib.import_module(module.name)
        except ImportError as error:
            faults.append(Finding(module.name, 0, f"cannot be imported: {error}"))
    workbench.texts.text = said
    return heard, faults


def translations(root: Path) -> tuple[dict[str, str], list[Finding]]:
    """The Chinese by id, and ids that stand twice."""
    chinese: dict[str, str] = {}
    faults = []
    for path in sorted((root / TRANSLATIONS).glob("*.json")):
        name = path.relative_to(root).as_posix()
        pairs: list[tuple[str, str]] = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
        for id, wording in pairs:
            if id in chinese:
                faults.append(Finding(name, 0, f"the text {id!r} stands in another place too"))
            chinese[id] = wording
    return chinese, faults


def compared(english: Mapping[str, tuple[str, str, int]], chinese: Mapping[str, str]) -> Iterator[Finding]:
    """Sentences without Chinese, Chinese without a sentence, and pairs that name different values."""
    for id, (sentence, path, line) in english.items():
        if not chinese.get(id):
            said = "" if id == sentence else f" ({sentence})"
            yield Finding(path, line, f"no Chinese for {id!r}{said} in {TRANSLATIONS.as_posix()}")
        elif (ours := _values(sentence)) != (theirs := _values(chinese[id])):
            yield Finding(path, line, f"{id!r} names the values {sorted(ours)}, its Chinese {sorted(theirs)}")
    for id in chinese:
        if id not in english:
            yield Finding(TRANSLATIONS.as_posix(), 0, f"nothing says {id!r}: take it out or mend its id")


def round_the_catalogue(root: Path) -> Iterator[Finding]:
    """Literals in `widgets` that reach the user in one language only."""
    for path, tree in code_below(root, "widgets"):
        for call in _calls(tree):
            if _called(call) in SHOWING:
                for argument in call.args:
                    for said in _shown(argument):
                        yield Finding(path, call.lineno, f"{_called(call)}({said!r}): say it through text()")


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    # `item.text(0)` asks Qt; the catalogue's function is called by its own name or through its module.
    if isinstance(call.func, ast.Attribute):
        through_module = isinstance(call.func.value, ast.Name) and call.func.value.id == "texts"
        return call.func.attr if call.func.attr != "text" or through_module else ""
    return ""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _shown(node: ast.expr) -> Iterator[str]:
    """Literals with letters, those inside lists, choices and f-strings too."""
    if isinstance(node, (ast.List, ast.Tuple)):
        for part in node.elts:
            yield from _shown(part)
    elif isinstance(node, ast.JoinedStr):
        for piece in node.values:
            yield from _shown(piece)
    else:
        yield from (said for said in _literals(node) if any(character.isalpha() for character in said))


def _values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def main() -> int:
    """1 when a sentence is missing in a language."""
    english, unreadable = written(ROOT)
    heard, broken = declared()
    for id, (sentence, path, line) in heard.items():
        english.add(id, sentence, path, line)
    chinese, doubles = translations(ROOT)
    return report([*unreadable, *broken, *doubles, *compared(english, chinese), *round_the_catalogue(ROOT)])


if __name__ == "__main__":
    sys.exit(main())
