"""Writes `resources/fonts/helvetica.json`: `python -m tools.fonts.helvetica` after another version of Matplotlib is taken.

Arial has the advances of Helvetica, whose table comes with Matplotlib; documents are set in Arial.
"""

from __future__ import annotations

import json
from pathlib import Path

TARGET = Path(__file__).parents[2] / "resources" / "fonts" / "helvetica.json"
FACES = {"regular": "Helvetica.afm", "bold": "Helvetica-Bold.afm"}


def tables() -> dict[str, dict[str, int]]:
    """Per face, the advance of every character in thousandths of the size."""
    import matplotlib

    folder = Path(matplotlib.get_data_path()) / "fonts" / "pdfcorefonts"
    return {face: _advances((folder / name).read_text(encoding="latin-1")) for face, name in FACES.items()}


def _advances(metrics: str) -> dict[str, int]:
    """The advances in a font metrics file, by character."""
    from fontTools.agl import AGL2UV

    found: dict[str, int] = {}
    for line in metrics.splitlines():
        if line.startswith("C "):
            parts = dict(part.split(None, 1) for part in map(str.strip, line.split(";")) if " " in part)
            if (character := AGL2UV.get(parts["N"])) is not None:
                found[chr(character)] = round(float(parts["WX"]))
    return dict(sorted(found.items()))


def main() -> None:
    """Writes the table."""
    TARGET.write_text(json.dumps(tables(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
