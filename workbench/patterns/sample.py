"""The sample: a fictitious enterprise to look at and to learn from."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workbench.model.design import Design
from workbench.patterns import pattern
from workbench.storage.files import open_design

SAMPLES: Final = Path(__file__).parent.parent.parent / "resources" / "samples"


@pattern("sample", title="Sample enterprise", says="A fictitious enterprise to look at and to learn from.")
def sample() -> Design:
    """The design of the bundled enterprise."""
    return open_design(SAMPLES / "enterprise.lzd").design
