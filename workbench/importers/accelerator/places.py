"""What the names of files and folders say: the region, and the boundary of a firewall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from workbench.reference import regions

SHORT: Final = {"bj": "cn-beijing", "sh": "cn-shanghai"}
BOUNDARIES: Final = {"internet": "internet", "nat": "nat", "vpc": "vpc"}
DIRECTIONS: Final = {
    "in": "in",
    "inbound": "in",
    "ingress": "in",
    "out": "out",
    "outbound": "out",
    "egress": "out",
}


def region_named(words: Sequence[str]) -> str | None:
    """The region that a file's name says, or else the folder nearest to it; None where none does, or two at once."""
    for word in words:
        found = {
            region for region in regions() if re.search(rf"(?<![a-z0-9]){region}(?![0-9])", word.lower())
        }
        found = found or {_cities()[part] for part in _parts(word) if part in _cities()}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def boundary_named(words: Sequence[str]) -> str | None:
    """The boundary that a file's name says, or else the folder nearest to it."""
    return _first(words, BOUNDARIES)


def direction_named(words: Sequence[str]) -> str:
    """The direction a file's name says, "" where it says none."""
    return _first(words, DIRECTIONS) or ""


@cache
def _cities() -> dict[str, str]:
    """Regions by the word people call them: beijing, bj, shanghai, sh, hangzhou ..."""
    named = {id.removeprefix("cn-"): id for id in regions() if re.fullmatch(r"cn-[a-z]+", id)}
    return {**named, **SHORT}


def _first(words: Sequence[str], meanings: dict[str, str]) -> str | None:
    for word in words:
        found = {meanings[part] for part in _parts(word) if part in meanings}
        if len(found) == 1:
            return found.pop()
    return None


def _parts(word: str) -> list[str]:
    return re.split(r"[^a-z0-9]+", word.lower())
