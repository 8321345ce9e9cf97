"""The few words of XML that the SVG exporter writes: escaped texts, tidy numbers, elements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_JOINERS: Final = "\u200c\u200d"


def escaped(said: str) -> str:
    """A text as XML takes it: signs escaped; control, direction and half characters become spaces."""
    plain = "".join(c if c.isprintable() or c in _JOINERS else " " for c in said)
    return plain.translate(_ESCAPES)


def number(value: float) -> str:
    """A number with at most two decimals, the same on every machine."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def numbers(values: Iterable[float]) -> str:
    """Several numbers with spaces between them."""
    return " ".join(map(number, values))


def element(tag: str, content: str | None = None, /, **attributes: str | float) -> str:
    """An element; attributes that are "" are left out, underscores in their names become dashes."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for name, value in attributes.items()
        if value != ""
    )
    return f"<{tag}{written}/>" if content is None else f"<{tag}{written}>{content}</{tag}>"
