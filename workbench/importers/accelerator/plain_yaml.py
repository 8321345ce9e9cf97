"""YAML as plain values, read event by event: nothing is constructed, aliases are counted before they are followed.

Plain words are resolved by the core schema of YAML 1.2, as the accelerator's own reader does: `yes` and 22:30 stay text.
"""

from __future__ import annotations

import re
from typing import Any, Final

from workbench.importers.accelerator.plain_json import DEEPEST
from workbench.importers.plan import Refused
from workbench.texts import text

MOST_VALUES: Final = 100_000
TAGS: Final = (
    "!",
    *(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map")),
)
WORDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}")
FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


def yaml_value(written: str) -> tuple[Any, dict[str, int]]:
    """The value of a YAML text and the line of each of its parts by path.

    Refused for half texts, keys that come twice, more than one document, tags, and aliases that expand without end.
    """
    import yaml

    try:
        return _Reader(yaml).value(written)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise Refused(
            text("This is not whole YAML: {reason}.", reason=wrong.problem or "?"),
            line=mark.line + 1 if mark else 0,
        ) from wrong
    except (yaml.YAMLError, RecursionError) as wrong:
        raise Refused(text("The file cannot be read: {reason}.", reason=str(wrong)[:200])) from wrong


class _Reader:
    """Turns the events of one text into a value."""

    def __init__(self, yaml: Any) -> None:
        self._yaml = yaml
        self._lines: dict[str, int] = {}
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0

    def value(self, written: str) -> tuple[Any, dict[str, int]]:
        """The one document of the text."""
        yaml = self._yaml
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events = yaml.parse(written, Loader=loader)
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found:
                    raise Refused(text("The file holds a second document (---)."), line=_line(event))
                found.append(self._part(next(self._events), "", 0))
        if not found or found[0] is None:
            raise Refused(text("The file is empty. It may have been cut off."))
        return found[0], self._lines

    def _part(self, event: Any, path: str, depth: int) -> Any:
        yaml = self._yaml
        line = self._lines[path] = _line(event)
        before = self._count
        self._count += 1
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, line)
        if event.tag and event.tag not in TAGS:
            raise Refused(text("The tag {tag} is not read.", tag=event.tag[:60]), path, line)
        if depth > DEEPEST:
            raise Refused(text("The file is nested deeper than {most} levels.", most=DEEPEST), path, line)
        if isinstance(event, yaml.ScalarEvent):
            value: Any = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path, depth)
        else:
            value = self._mapping(path, depth)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._count - before)
        return value

    def _alias(self, event: Any, line: int) -> Any:
        if event.anchor not in self._anchors:
            raise Refused(
                text("The alias *{name} stands before its anchor ends.", name=event.anchor), line=line
            )
        value, size = self._anchors[event.anchor]
        self._count += size
        if self._count > MOST_VALUES:
            raise Refused(
                text("Aliases make more than {most} values of this file.", most=MOST_VALUES), line=line
            )
        return value

    def _sequence(self, path: str, depth: int) -> list[Any]:
        found: list[Any] = []
        for event in self._events:
            if isinstance(event, self._yaml.SequenceEndEvent):
                break
            found.append(self._part(event, f"{path}[{len(found)}]", depth + 1))
        return found

    def _mapping(self, path: str, depth: int) -> dict[str, Any]:
        own: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, self._yaml.MappingEndEvent):
                break
            key, plain = self._key(event, path)
            value = self._part(next(self._events), f"{path}.{key}" if path else key, depth + 1)
            if key == "<<" and plain:
                _merge(merged, value, path, _line(event))
            elif key in own:
                raise Refused(
                    text("The key “{name}” comes twice in one object. Take one out.", name=key[:80]),
                    path,
                    _line(event),
                )
            else:
                own[key] = value
        return {**merged, **own}

    def _key(self, event: Any, path: str) -> tuple[str, bool]:
        if not isinstance(event, self._yaml.ScalarEvent):
            raise Refused(text("A key is a list or an object; only words are read."), path, _line(event))
        return event.value, event.implicit[0]


def _merge(merged: dict[str, Any], value: Any, path: str, line: int) -> None:
    """Takes in what `<<` names; the first mapping that holds a key decides."""
    for part in value if isinstance(value, list) else [value]:
        if not isinstance(part, dict):
            raise Refused(text("<< merges objects only."), path, line)
        for key, one in part.items():
            merged.setdefault(key, one)


def _scalar(event: Any) -> Any:
    """The value of a scalar: text where it is quoted, else what its form says."""
    written: str = event.value
    plain = event.implicit[0] and not event.style
    if not plain or (event.tag or "").endswith(":str"):
        return written
    if written in WORDS:
        return WORDS[written]
    if INTEGER.fullmatch(written):
        return int(written)
    if FLOAT.fullmatch(written):
        return float(written)
    return written


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
