"""New ids: short, readable, and different on two machines that edit one design."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

from workbench.model.element import ElementId

_LENGTH: Final = 10
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"
_TWO: Final = tuple(one + other for one in _ALPHABET for other in _ALPHABET)
"""Two letters for each ten bits."""


def new_id(tag: str) -> ElementId:
    """An id nobody has yet, for example vpc-k3v9x2m7qa."""
    return f"{tag}-{_letters(secrets.token_bytes(_LENGTH))}"


def id_from(tag: str, *identity: str) -> ElementId:
    """The id that follows from what identifies a thing: the same words give the same id."""
    return f"{tag}-{_letters(hashlib.sha256(chr(31).join((tag, *identity)).encode()).digest())}"


def is_made(tag: str, id: ElementId) -> bool:
    """Whether an id looks like one made here, and not like one that somebody wrote or another program gave."""
    letters = id.removeprefix(f"{tag}-")
    return len(letters) == _LENGTH and letters != id and not set(letters) - set(_ALPHABET)


def _letters(raw: bytes) -> str:
    """The first bits as letters of base 32, five bits each; a plan may ask for a million of them."""
    bits = int.from_bytes(raw[:7], "big") >> 6
    return "".join([_TWO[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0)])
