"""A short mark that tells whether two documents come from the same design."""

from __future__ import annotations

import hashlib

from workbench.model.design import Design
from workbench.storage.format import design_bytes


def fingerprint(design: Design) -> str:
    """Twelve hexadecimal digits in three groups, from the text of the design's file."""
    digest = hashlib.sha256(design_bytes(design)).hexdigest()
    return "-".join(digest[n : n + 4] for n in (0, 4, 8))
