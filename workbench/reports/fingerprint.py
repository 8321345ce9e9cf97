"""A short mark that tells whether two documents come from the same design."""

from __future__ import annotations

import hashlib
import json

import msgspec

from workbench.model.design import Design
from workbench.storage.format import design_bytes


def fingerprint(design: Design) -> str:
    """Twelve hexadecimal digits in three groups, from the text of the design's file."""
    digest = hashlib.sha256(_bytes(design)).hexdigest()
    return "-".join(digest[n : n + 4] for n in (0, 4, 8))


def _bytes(design: Design) -> bytes:
    try:
        return design_bytes(design)
    except UnicodeEncodeError:
        # Half a character can be pasted and cannot be saved; as an escape it still tells designs apart.
        plain = [msgspec.to_builtins(element, order="deterministic") for element in design]
        return json.dumps(plain).encode()
