"""Writes `resources/fonts/advances.json`: `python -m tools.fonts.advances` after another version of Inter is taken."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

WEIGHTS = (400, 500, 600, 700)
TARGET = Path(__file__).parents[2] / "resources" / "fonts" / "advances.json"


def tables() -> dict[str, dict[str, list[int]]]:
    """Per weight, runs of advances in thousandths of the size, by the first character of the run in hexadecimal.

    Figures have the width of tabular figures, since all figures on drawings are set so.
    """
    import fontpkg_inter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    path = Path(fontpkg_inter.__file__).parent / "files" / "Inter[opsz,wght].ttf"
    found: dict[str, dict[str, list[int]]] = {}
    for weight in WEIGHTS:
        font = TTFont(path)
        tabular = _tabular(font)
        font = instantiateVariableFont(font, {"wght": weight, "opsz": 14})
        found[str(weight)] = _runs(font, tabular)
    return found


def _tabular(font: Any) -> dict[str, str]:
    """The glyphs that the feature of tabular figures puts in place of others."""
    table = font["GSUB"].table
    lookups = [
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    ]
    found: dict[str, str] = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return found


def _runs(font: Any, tabular: dict[str, str]) -> dict[str, list[int]]:
    scale = 1000 / font["head"].unitsPerEm
    runs: dict[str, list[int]] = {}
    start = last = -2
    for character, glyph in sorted(font.getBestCmap().items()):
        if unicodedata.category(chr(character)) in ("Co", "Cn", "Cc") or character > 0x2FFF:
            continue
        if character != last + 1:
            start = character
        advance = font["hmtx"][tabular.get(glyph, glyph)][0]
        runs.setdefault(f"{start:x}", []).append(round(advance * scale))
        last = character
    return runs


def main() -> None:
    """Write the table."""
    TARGET.write_text(json.dumps(tables(), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
