"""New ids: short, readable, and different on two machines that edit one design."""

from __future__ import annotations

import base64
import hashlib
import secrets

from workbench.model.element import ElementId

_LENGTH = 10


def new_id(tag: str) -> ElementId:
    """An id nobody has yet, for example vpc-k3v9x2m7qa."""
    return f"{tag}-{_letters(secrets.token_bytes(_LENGTH))}"


def id_from(tag: str, *identity: str) -> ElementId:
    """The id that follows from what identifies a thing: the same words give the same id."""
    return f"{tag}-{_letters(hashlib.sha256(chr(31).join((tag, *identity)).encode()).digest())}"


def _letters(raw: bytes) -> str:
    return base64.b32encode(raw).decode().lower().replace("=", "")[:_LENGTH]
