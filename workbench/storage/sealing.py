"""Sealing: a design file that only its password opens. Cipher and key derivation are the library's, none is ours.

A sealed file is one JSON object: format, version, how the key is made of the password (scrypt with its salt and cost),
and the sealed content (Fernet: AES-128-CBC with HMAC-SHA-256).
"""

from __future__ import annotations

import base64
import json
import secrets
from dataclasses import dataclass
from typing import Any, Final

from workbench.storage.format import BrokenFile
from workbench.texts import Text, text

FORMAT: Final = "landing-zone-design-sealed"
VERSION: Final = 1
COST: Final = 2**16
"""scrypt's n: 64 MB and some 0.2 s a try; with r = 8, p = 1 as RFC 7914 recommends."""
SALT: Final = 16
PASSWORD: Final = "WORKBENCH_PASSWORD"
"""The environment variable that the command line takes the password of sealed files from."""


class Sealed(Exception):
    """A file that needs its password; `wrong` tells that the one given is not it."""

    def __init__(self, wrong: bool = False) -> None:
        super().__init__("the password is not right" if wrong else "a password is needed")
        self.wrong = wrong

    @property
    def text(self) -> Text:
        """What to do, for a place that cannot ask."""
        return (
            text("This is not the password of the file.")
            if self.wrong
            else text(
                "The file is protected by a password. Open it in the window, or give the password in the environment "
                "variable {name}.",
                name=PASSWORD,
            )
        )


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What seals and opens: made of a password once, used for as long as the design is open. Never printed."""

    salt: bytes
    cost: int
    secret: bytes


def key_of(password: str, salt: bytes | None = None, cost: int = COST) -> Key:
    """The key of a password; takes a moment on purpose."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    salt = salt or secrets.token_bytes(SALT)
    secret = Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(password.encode("utf-8", "surrogatepass"))
    return Key(salt, cost, base64.urlsafe_b64encode(secret))


def is_sealed(raw: bytes) -> bool:
    """Whether a file says that it is sealed."""
    return raw[:200].lstrip().startswith(b'{"format": "%s"' % FORMAT.encode())


def sealed(raw: bytes, key: Key) -> bytes:
    """Content as a sealed file."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "key": {"scrypt": key.cost, "salt": base64.b64encode(key.salt).decode()},
        "content": token(raw, key).decode(),
    }
    return json.dumps(head).encode() + b"\n"


def unsealed(raw: bytes, key: Key | str | None) -> tuple[bytes, Key]:
    """The content of a sealed file and its key; Sealed where the password is missing or another, BrokenFile else."""
    from cryptography.fernet import InvalidToken

    salt, cost, content = _parts(raw)
    if key is None:
        raise Sealed
    if isinstance(key, str):
        key = key_of(key, salt, cost)
    elif (key.salt, key.cost) != (salt, cost):
        raise Sealed
    try:
        return untoken(content, key), key
    except InvalidToken as wrong:
        raise Sealed(wrong=True) from wrong


def token(raw: bytes, key: Key) -> bytes:
    """Some bytes sealed, as letters and figures without line breaks."""
    from cryptography.fernet import Fernet

    return Fernet(key.secret).encrypt(raw)


def untoken(raw: bytes, key: Key) -> bytes:
    """What was sealed; the library's InvalidToken where it was with another key, or changed since."""
    from cryptography.fernet import Fernet

    return Fernet(key.secret).decrypt(raw)


def _parts(raw: bytes) -> tuple[bytes, int, bytes]:
    try:
        plain: dict[str, Any] = json.loads(raw)
        salt = base64.b64decode(plain["key"]["salt"], validate=True)
        cost, content = int(plain["key"]["scrypt"]), plain["content"].encode("ascii")
        version = int(plain["version"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as wrong:
        raise BrokenFile(
            text(
                "The sealed file is not whole; the copy that ends in .bak holds the state before the last save."
            )
        ) from wrong
    if version > VERSION:
        raise BrokenFile(
            text("The file was sealed by a newer version of the workbench. Update it to open the file.")
        )
    # A file must not make us work, or take memory, without end.
    if not (2**10 <= cost <= 2**18 and cost & (cost - 1) == 0 and len(salt) <= 64):
        raise BrokenFile(
            text("The sealed file asks for a key that nobody would make; it is not one of ours.")
        )
    return salt, cost, content
