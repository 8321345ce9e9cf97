"""`main.py render`: one sheet as a picture of a given size."""

from __future__ import annotations

import re
from argparse import Namespace

from workbench.cli.designs import design_in
from workbench.cli.failures import CannotRun
from workbench.cli.talk import Talk
from workbench.exporters.export import for_customer, writing
from workbench.model.design import Design
from workbench.model.elements.sheet import Sheet
from workbench.texts import text

LARGEST = 20_000


def render(options: Namespace, talk: Talk) -> int:
    """Paints a sheet as a PNG."""
    from workbench.drawing.build import drawing

    width, height = _size(options.size)
    design = for_customer(design_in(options.file).design)
    sheet = _sheet(design, options.sheet)
    painter = talk.painter()
    if painter is None:
        raise CannotRun(text("This program was started without anything that paints pictures."))
    picture = drawing(design, sheet.id, options.language or talk.language)
    with writing(options.png) as file:
        file.write(painter.png(picture, width, height))
    talk.answer(str(options.png))
    return 0


def _size(written: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", written.strip())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(0 < side <= LARGEST for side in size):
        raise CannotRun(
            text(
                "“{written}” is not a size. Write it like 1920x1080, each side at most {most}.",
                written=written,
                most=LARGEST,
            )
        )
    return size


def _sheet(design: Design, name: str) -> Sheet:
    sheets = design.of_kind(Sheet)
    for sheet in sheets:
        if name in (sheet.id, sheet.name.en, sheet.name.zh):
            return sheet
    raise CannotRun(
        text(
            "There is no sheet “{name}”. The sheets are: {sheets}.",
            name=name,
            sheets=[sheet.title().both() for sheet in sheets],
        )
    )
