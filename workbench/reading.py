"""Between values of fields and what a person types: how a value is written, and which value a text means."""

from __future__ import annotations

import datetime
import typing
import unicodedata
from typing import Any, Final

from workbench.addresses import NotABlock, read_block
from workbench.model.element import Field
from workbench.texts import Text, text

TURNS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing, and with it that of every sentence the wording stands in."""


def one_line(wording: str) -> str:
    """A wording as one line of plain letters: what was pasted may hold line breaks, tabs and signs nobody sees."""
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") else letter for letter in wording)
    parts = "".join(letter for letter in kept if letter not in TURNS).split(" ")
    return " ".join(part for part in parts if part)


class Refused(ValueError):
    """What was typed is no value of the field; `text` says why and what would be one."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.said("en"))
        self.text = text


def read(field: Field, typed: str) -> Any:
    """The value that a text means in a field, or in one item of a field that holds several."""
    cleaned = one_line(typed)
    if field.editor == "block":
        return _block(cleaned)
    if field.editor == "date":
        return _date(cleaned)
    if int in _types(field) or float in _types(field):
        return _number(field, cleaned)
    return cleaned


def written(value: Any) -> str:
    """How a value stands in a line of text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def is_optional(field: Field) -> bool:
    """Whether the field may hold nothing."""
    return type(None) in typing.get_args(field.type)


def _types(field: Field) -> set[Any]:
    return {field.type, *typing.get_args(field.type)} - {bool}


def _block(cleaned: str) -> str:
    if not cleaned:
        return ""
    try:
        return read_block(cleaned)
    except NotABlock as wrong:
        raise Refused(wrong.text) from wrong


def _date(cleaned: str) -> str:
    if not cleaned:
        return ""
    try:
        return datetime.date.fromisoformat(cleaned).isoformat()
    except ValueError as wrong:
        raise Refused(text("{typed} is not a date, such as 2026-11-28.", typed=cleaned[:40])) from wrong


def _number(field: Field, cleaned: str) -> int | float | None:
    if not cleaned:
        if is_optional(field):
            return None
        raise Refused(text("{field} needs a number.", field=field.label))
    plain = cleaned.replace(",", "").replace(" ", "")
    try:
        value: int | float = (
            float(plain) if float in _types(field) and int not in _types(field) else int(plain)
        )
    except ValueError as wrong:
        raise Refused(text("{typed} is not a whole number.", typed=cleaned[:40])) from wrong
    low, high = field.least, field.most
    if low is not None and value < low:
        raise Refused(
            text(
                "{field} is at least {least}; {value} is too little.",
                field=field.label,
                least=low,
                value=value,
            )
        )
    if high is not None and value > high:
        raise Refused(
            text("{field} is at most {most}; {value} is too much.", field=field.label, most=high, value=value)
        )
    return value
