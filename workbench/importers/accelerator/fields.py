"""Fields: one object of a file, read by name and type; what nobody asked for is listed at the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from workbench.addresses import NotABlock, read_block
from workbench.importers.plan import Refused
from workbench.texts import Text, text
from workbench.words import Words

LONGEST_NAME: Final = 128
LONGEST: Final = 8192
SECRET_KEY: Final = re.compile(
    r"(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|secrets|access_?key(?:_?(?:id|secret))?|secret_?key|psk|"
    r"pre_?shared_?key|token|private_?key|credentials?)$",
    re.IGNORECASE,
)
SECRET_VALUE: Final = re.compile(r"LTAI[0-9A-Za-z]{12,}|-----BEGIN [A-Z ]*PRIVATE KEY-----")
CJK: Final = re.compile(r"[\u3400-\u9fff]")


class Fields:
    """The values of one object with their path; each `take` notes that the field is held."""

    def __init__(self, values: Mapping[str, Any], path: str, lines: Mapping[str, int]) -> None:
        self.path = path
        self._values = values
        self._lines = lines
        self._taken: set[str] = set()
        self.parts: list[Fields] = []

    @property
    def line(self) -> int:
        """The line it starts on, 0 where that is not known."""
        return self._lines.get(self.path, 0)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def raw(self, name: str) -> Any:
        """A value as it stands in the file."""
        self._taken.add(name)
        return self._values.get(name)

    def leave(self, name: str) -> None:
        """Lists a field as not held although it was looked at."""
        self._taken.discard(name)

    def text(self, name: str, *, required: bool = False, longest: int = LONGEST) -> str:
        """A text, "" where there is none; numbers and switches are read as they are written."""
        value = self.raw(name)
        if isinstance(value, bool):
            value = "true" if value else "false"
        if isinstance(value, (int, float)):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise self.refused(name, text("“{name}” should be a text.", name=name))
        if required and not (value or "").strip():
            raise self.refused(name, text("“{name}” is missing. The file may have been cut off.", name=name))
        if value and len(value) > longest:
            raise self.refused(
                name,
                text(
                    "“{name}” has {size} characters; at most {most}.",
                    name=name,
                    size=len(value),
                    most=longest,
                ),
            )
        return value or ""

    def name(self, name: str, *, required: bool = True) -> str:
        """A name: a short text on one line."""
        value = self.text(name, required=required, longest=LONGEST_NAME).strip()
        if "\n" in value or "\r" in value:
            raise self.refused(name, text("“{name}” should be one line.", name=name))
        return value

    def words(self, name: str) -> Words:
        """A text as words of the language it is written in."""
        return words_of(self.text(name))

    def number(self, name: str) -> int | None:
        """A whole number, None where there is none."""
        value = self.raw(name)
        if isinstance(value, str) and re.fullmatch(r"-?\d{1,15}", value.strip()):
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise self.refused(name, text("“{name}” should be a whole number.", name=name))
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """A switch."""
        value = self.raw(name)
        if isinstance(value, str) and value.lower() in ("true", "false"):
            value = value.lower() == "true"
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.refused(name, text("“{name}” should be true or false.", name=name))
        return value

    def choice(self, name: str, options: Mapping[str, str], default: str) -> str:
        """One of some words, whatever their case."""
        value = self.text(name).strip()
        if not value:
            return default
        if value.lower() not in options:
            raise self.refused(
                name,
                text(
                    "“{name}” is “{value}”; it should be one of {options}.",
                    name=name,
                    value=value[:40],
                    options=tuple(options),
                ),
            )
        return options[value.lower()]

    def block(self, name: str, *, required: bool = False) -> str:
        """A block of addresses in the form the design keeps."""
        value = self.text(name, required=required)
        return self._block(name, value) if value.strip() else ""

    def blocks(self, name: str) -> tuple[str, ...]:
        """A list of blocks."""
        return tuple(self._block(name, value) for value in self.texts(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of short texts; one text is read as a list of one."""
        value = self.raw(name)
        if value is None:
            return ()
        parts = value if isinstance(value, list) else [value]
        if not all(isinstance(part, (str, int)) and not isinstance(part, bool) for part in parts):
            raise self.refused(name, text("“{name}” should be a list of texts.", name=name))
        return tuple(str(part) for part in parts)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        parts = self.texts(name)
        if not all(re.fullmatch(r"-?\d{1,15}", part) for part in parts):
            raise self.refused(name, text("“{name}” should be a list of whole numbers.", name=name))
        return tuple(int(part) for part in parts)

    def tags(self, name: str) -> dict[str, str]:
        """Keys and values; values are read as texts."""
        value = self.raw(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise self.refused(name, text("“{name}” should be keys with values.", name=name))
        part = Fields(value, self._below(name), self._lines)
        long = next((key for key in value if len(key) > LONGEST_NAME), None)
        if long:
            raise self.refused(
                name,
                text("The key “{name}” is longer than {most} characters.", name=long[:40], most=LONGEST_NAME),
            )
        return {key: part.text(key, longest=256) for key in value}

    def document(self, name: str) -> str:
        """A policy document as text, whether it was written as an object or as JSON in a text."""
        value = self.raw(name)
        if isinstance(value, str) and value.strip():
            try:
                value = json.loads(value)
            except ValueError as wrong:
                raise self.refused(name, text("“{name}” is not whole JSON.", name=name)) from wrong
        if value is None:
            return ""
        if not isinstance(value, dict):
            raise self.refused(name, text("“{name}” should be a policy document.", name=name))
        return json.dumps(value, ensure_ascii=False, indent=1)

    def part(self, name: str) -> Fields | None:
        """An object inside this one."""
        value = self.raw(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refused(name, text("“{name}” should be an object.", name=name))
        return self._part(value, self._below(name))

    def rows(self, name: str) -> list[Fields]:
        """The objects of a list inside this one."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.refused(name, text("“{name}” should be a list of objects.", name=name))
        return [self._part(row, f"{self._below(name)}[{number}]") for number, row in enumerate(value)]

    def unheld(self) -> Iterator[tuple[str, int]]:
        """Path and line of each field that nobody took, in this object and in those inside; empty ones aside."""
        for name, value in self._values.items():
            if name not in self._taken and value not in (None, "", [], {}):
                yield self._below(name), self._lines.get(self._below(name), self.line)
        for part in self.parts:
            yield from part.unheld()

    def refused(self, name: str, why: Text) -> Refused:
        """A refusal at one field."""
        path = self._below(name) if name else self.path
        return Refused(why, path, self._lines.get(path, self.line))

    def _part(self, values: Mapping[str, Any], path: str) -> Fields:
        part = Fields(values, path, self._lines)
        self.parts.append(part)
        return part

    def _below(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _block(self, name: str, value: str) -> str:
        try:
            return read_block(value)
        except NotABlock as wrong:
            raise self.refused(name, wrong.text) from wrong


def words_of(written: str) -> Words:
    """Words in the language they are written in: Chinese where a Chinese character stands in them."""
    cleaned = written.strip()
    return Words(zh=cleaned) if CJK.search(cleaned) else Words(en=cleaned)


def without_secrets(value: Any, path: str, found: list[str]) -> Any:
    """The value with secrets taken out; their paths are added to `found`. Policy documents only lose keys that leaked."""
    if isinstance(value, dict):
        kept = {}
        for key, part in value.items():
            here = f"{path}.{key}" if path else str(key)
            if SECRET_KEY.search(str(key)) and part not in (None, "", [], {}, True, False):
                found.append(here)
            else:
                kept[key] = without_secrets(part, here, found)
        return kept
    if isinstance(value, list):
        return [without_secrets(part, f"{path}[{number}]", found) for number, part in enumerate(value)]
    if isinstance(value, str) and SECRET_VALUE.search(value):
        found.append(path)
        return ""
    return value


def bad_characters(value: Any, path: str) -> str:
    """The path of the first text with a character that cannot be kept, "" for none."""
    if isinstance(value, dict):
        for key, part in value.items():
            here = f"{path}.{key}" if path else str(key)
            if _is_bad(str(key)) or (deeper := bad_characters(part, here)):
                return here if _is_bad(str(key)) else deeper
    elif isinstance(value, list):
        for number, part in enumerate(value):
            if deeper := bad_characters(part, f"{path}[{number}]"):
                return deeper
    elif isinstance(value, str) and _is_bad(value):
        return path or "."
    return ""


def _is_bad(written: str) -> bool:
    return any(
        (c < " " and c not in "\n\r\t")
        or c == "\x7f"
        or "\ud800" <= c <= "\udfff"
        or c in "\u2028\u2029\ufeff"
        for c in written
    )
