"""Text as XML takes it: the packages of Office refuse control characters and half characters."""

from __future__ import annotations

import re
from typing import Final

_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(words: str) -> str:
    """The text without the characters that XML forbids."""
    return _REFUSED.sub("", words)
