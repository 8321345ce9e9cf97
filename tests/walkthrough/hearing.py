"""What a window says to those who do not see it: every part that takes keys or clicks has a name, in the language shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import msgspec
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.spoken import listening, named
from workbench.model.design import Design
from workbench.texts import Language, catalogue

Role = QAccessible.Role
ANSWERING: Final = {
    Role.Button,
    Role.ButtonDropDown,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.Link,
    Role.List,
    Role.ListItem,
    Role.MenuItem,
    Role.PageTab,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
    Role.TreeItem,
    Role.Canvas,
    Role.Graphic,
}
"""The roles of what a person uses; cells may be empty."""
MOST: Final = 300
"""Children of one thing that are listened to: a list of thousands is made of the same rows."""
WORD = re.compile(r"[A-Za-z]{3,}(?!-\d)")
PATH = re.compile(r"(?:[A-Z]:)?(?:[/\\][\w.\-+]+)+")
CHINESE = re.compile(r"[一-鿿]")
NAMED_IN_ITSELF: Final = frozenset({"中文", "English"})


def unheard(window: QWidget, language: Language, design: Design | None = None, quotes: str = "") -> list[str]:
    """What of a window has no name, or one in the other language; the words of a design are its own."""
    QApplication.processEvents()
    with listening():
        top = QAccessible.queryAccessibleInterface(window)
        assert top is not None
        own = quotes + _words_of(design)
        return [wrong for here in _parts(top) if (wrong := _wrong(here, language, own))]


def _parts(here: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield here
    for at in range(min(here.childCount(), MOST)):
        child = here.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _parts(child)


def _wrong(here: QAccessibleInterface, language: Language, own: str) -> str:
    name, state = named(here), here.state()
    answers = (here.role() in ANSWERING or state.focusable) and not _is_ground(here)
    if here.role() == Role.ComboBox:
        # On some systems the choice is what is spoken first; what it is a choice of stands beside it.
        name = name and here.object().accessibleName()  # type: ignore[attr-defined]
    if answers and not name.strip():
        return f"{_place(here)} has no name"
    foreign = _foreign(name, language, own)
    return f"{_place(here)} says {name!r}: {foreign}" if foreign else ""


def _is_ground(here: QAccessibleInterface) -> bool:
    """What only holds others, a cell without contents, and a window."""
    holding = (Role.Client, Role.Grouping) if not here.state().focusable else ()
    return here.role() in (Role.Cell, Role.Dialog, Role.Window, Role.ScrollBar, *holding)


def _foreign(name: str, language: Language, own: str) -> str:
    """The first word of the other language, "" where there is none."""
    if name in NAMED_IN_ITSELF:
        return ""
    if language == "en":
        return next((found for found in CHINESE.findall(name) if found not in own), "")
    known, name = _known_in_chinese(), PATH.sub("", name)
    words = (word for word in WORD.findall(name) if not word.isupper())
    return next((word for word in words if word.casefold() not in known and word not in own), "")


@cache
def _known_in_chinese() -> frozenset[str]:
    """The Latin words that Chinese sentences of the program have: names of products, keys and formats."""
    words = (word for said in catalogue("zh").values() for word in WORD.findall(said))
    return frozenset(word.casefold() for word in words)


def _words_of(design: Design | None) -> str:
    """Everything a design says, in one string; tags are not words of the window."""
    return "\n".join(_strings(list(design or ())))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))
    elif isinstance(value, dict):
        yield from _strings([*value, *value.values()])
    elif isinstance(value, (list, tuple, frozenset)):
        for part in value:
            yield from _strings(part)


def _place(here: QAccessibleInterface) -> str:
    """Where a part is: the kinds and names of what it is in."""
    path: list[str] = []
    step: QAccessibleInterface | None = here
    while step is not None and step.isValid() and len(path) < 6:
        thing = step.object()
        path.append(f"{type(thing).__name__ if thing else step.role().name}({named(step)[:20]})")
        step = step.parent()
    return " < ".join(path)
